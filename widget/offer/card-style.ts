// The look of the offer card, on the host page's own colours.
export const CARD_STYLE = `
.card { box-sizing: border-box; width: 320px; max-width: calc(100vw - 32px); padding: 16px; font: 16px/1.5 var(--vn-font), sans-serif; color: var(--vn-text); background: var(--vn-surface); border: 1px solid var(--vn-border); border-radius: var(--vn-radius); box-shadow: 0 4px 16px #0003; }
.card h2 { margin-block: 0 8px; margin-inline: 0 44px; font: inherit; font-size: 20px; font-weight: 700; line-height: 1.3; color: inherit; }
.card p { margin: 0 0 16px; overflow-wrap: anywhere; }
.card.slim { padding: 8px 16px; }
.card.slim p { display: none; }
.answers { display: flex; flex-wrap: wrap; gap: 8px; }
.answers button { flex: 1 0 112px; padding: 8px; border-radius: var(--vn-radius); width: auto; max-width: none; overflow-wrap: anywhere; font-family: var(--vn-font), sans-serif; }
.card .quiet { background: none; color: inherit; border-color: var(--vn-border); }
.card .close { position: absolute; inset-block-start: 4px; inset-inline-end: 4px; inline-size: 44px; padding: 0; font-size: 24px; line-height: 1; font-weight: 400; border-color: transparent; }
.card button:hover { text-decoration: underline; }
.said { position: fixed; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 480px) { .card { width: calc(100vw - 32px); } }
@media (forced-colors: active) { .card .quiet { border-color: ButtonText; } }
`;
