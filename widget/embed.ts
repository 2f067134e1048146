// The script tag. Read at once, because `currentScript` is only there while the tag itself runs; a second tag does nothing.
import { readTag } from './tag.ts';
import { createVangnet } from './vangnet.ts';
import { startWidget } from './widget.ts';

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !window.vangnet) {
  const tag = readTag(script);
  if (tag) window.vangnet = createVangnet(startWidget(tag));
}
