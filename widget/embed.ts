// The script tag. Read at once, because `currentScript` is only there while the tag itself runs; a second tag does nothing.
import { createDoor } from './sensors/door.ts';
import { readTag } from './tag.ts';
import { startWidget } from './widget.ts';

const announce = (name: string, detail?: unknown) => {
  document.dispatchEvent(new CustomEvent(`vangnet:${name}`, { detail }));
};

const script = document.currentScript;
const tag = script instanceof HTMLScriptElement && !window.vangnet && readTag(script);
if (tag)
  window.vangnet = startWidget(
    tag,
    createDoor((error) => announce('error', `${error}`)),
    announce,
  );
