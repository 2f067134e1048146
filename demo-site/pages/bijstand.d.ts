// bijstand.js starts itself and hands out nothing.
export {};
