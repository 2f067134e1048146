// Builds the console to dist/console: hashed files only, no inline script or style, so that the strictest policy holds.
const room = decodeURIComponent(new URL('.', import.meta.url).pathname);

export default {
  root: room,
  base: '/console/',
  build: {
    outDir: `${room}../dist/console`,
    emptyOutDir: true,
    target: 'es2022',
    // An inlined file would be a data: address, which the policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
};
