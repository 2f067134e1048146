// window.vangnet, for the page's own scripts (contract, section 3). Calls wait until what they need is there; none of them throws.
import type { OfferReport } from './offer/report.ts';
import { useDesk, type Widget } from './widget.ts';

export interface Vangnet {
  open(): void;
  close(): void;
  offer(): void;
  suppress(): void;
  step(name: string): void;
  state(): OfferReport;
  on(name: string, listener: (detail: unknown) => void): () => void;
  destroy(): void;
}

declare global {
  interface Window {
    vangnet?: Vangnet;
  }
}

export const createVangnet = (widget: Widget): Vangnet => ({
  open: () => useDesk(widget, (desk) => desk.open()),
  close: () => widget.desk?.close(),
  offer: () => useDesk(widget, (desk) => desk.say('manual')),
  suppress() {
    widget.quiet = 'resting';
    widget.desk?.say('suppress');
  },
  step: (name) => void widget.looking.then((page) => page.announce(name)).catch(() => {}),
  state: () =>
    widget.desk?.state() ?? {
      mode: widget.mode,
      status: widget.quiet ?? 'quiet',
      score: 0,
      threshold: 1,
      reasons: [],
      gates: [],
    },
  on(name, listener) {
    const run = ({ detail }: CustomEventInit) => listener(detail);
    document.addEventListener(`vangnet:${name}`, run);
    return () => document.removeEventListener(`vangnet:${name}`, run);
  },
  destroy() {
    widget.door.stop();
    widget.desk?.destroy();
    widget.host?.floats.host.remove();
    delete window.vangnet;
  },
});
