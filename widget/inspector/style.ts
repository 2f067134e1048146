// The look of the inspector: a tool for the webmaster, on the page's own ground. Colour only repeats what a word or a shape says.
export const STYLE = `.inspector{position:fixed;z-index:2147483000;box-sizing:border-box;inline-size:440px;max-inline-size:calc(100vw - 32px);font:13px/1.4 system-ui,sans-serif;color:var(--vn-text);background:var(--vn-surface);border:1px solid var(--vn-border);border-radius:4px;box-shadow:0 4px 16px #0003;--tint:color-mix(in srgb,var(--vn-text) 10%,var(--vn-surface))}
.inspector:not([open]){inline-size:fit-content}
h2,p,ul{margin:0}
summary{display:flex;align-items:center;gap:8px;min-block-size:28px;padding:8px 12px;list-style:none;cursor:pointer}
summary span{flex:1;overflow:hidden;text-overflow:ellipsis}
.inspector:not([open]) span{white-space:nowrap}
.inspector[open] summary{font-size:16px}
summary::after{content:'';inline-size:8px;block-size:8px;margin:-4px 4px 0;border:solid;border-width:0 2px 2px 0;rotate:45deg}
.inspector[open] summary::after{margin:4px 4px 0;rotate:225deg}
.mark{inline-size:10px;block-size:10px;border:2px solid;border-radius:50%}
[data-tone=near] .mark{background:linear-gradient(90deg,currentColor 50%,transparent 50%)}
[data-tone=shown] .mark{background:currentColor}
[data-tone=over] .mark{border-radius:0}
.body{box-sizing:border-box;overflow:auto;padding:0 12px 12px;border-block-start:1px solid var(--tint)}
h2{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 12px;margin-block:12px 4px;padding-block-start:8px;border-block-start:1px solid var(--tint);font:inherit;font-weight:700}
h2 span{font-weight:400}
.number{font-variant-numeric:tabular-nums;text-align:end}
.score{display:flex;align-items:baseline;gap:8px;padding-block:8px 4px}
.score b{font-size:24px;line-height:1.2}
.score .number{flex:1}
.meter{position:relative;block-size:12px;border:1px solid var(--vn-border);background:var(--tint)}
.meter i{display:block;block-size:100%;background:var(--vn-text)}
.meter b{position:absolute;inset-block:-5px;inline-size:3px;background:var(--vn-text);outline:1px solid var(--vn-surface)}
svg{display:block;inline-size:100%;block-size:44px;border-block-end:1px solid var(--vn-border)}
polyline,line{fill:none;stroke:currentColor;stroke-width:2;vector-effect:non-scaling-stroke}
line{stroke-width:1;stroke-dasharray:4 3}
ul{padding:0;list-style:none}
.sum li{display:grid;grid-template-columns:1fr 128px 40px;gap:8px;padding-block-start:4px}
.sum .detail{display:block;padding:0 0 0 12px;overflow-wrap:anywhere}
.sum > li > i{position:relative;block-size:10px;align-self:center}
.sum i i{position:absolute;inset-block:0;border:1px solid var(--vn-text)}
.for{inset-inline-start:50%;background:var(--vn-text)}
.against{inset-inline-end:50%}
.total{margin-block-start:4px;border-block-start:1px solid var(--vn-border);font-weight:700}
.gates{display:grid;grid-template-columns:1fr 1fr;column-gap:8px}
.gates li{display:flex;padding:1px 4px 1px 7px}
.gates b{flex:none;inline-size:32px;font-weight:400}
.gates .shut{padding-inline-start:4px;background:var(--tint);border-inline-start:3px solid}
.shut b{font-weight:700}
@media (max-width:480px){.gates{grid-template-columns:1fr} .sum li{grid-template-columns:1fr 64px 40px}}
@media (forced-colors:active){.inspector{--vn-text:CanvasText} .mark,.meter *,.sum i{forced-color-adjust:none}}`;
