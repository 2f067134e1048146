// Our events on the document, for the page's own scripts (contract, section 3).
export const announce = (name: string, detail?: unknown): void => {
  document.dispatchEvent(new CustomEvent(`vangnet:${name}`, { detail }));
};
