// window.vangnet, for the page's own scripts (contract, section 3).
import type { GateCode, Reason } from '#protocol';
import type { Mode } from './tag.ts';

export interface VangnetState {
  mode: Mode;
  status: 'quiet' | 'held' | 'shown' | 'accepted' | 'declined' | 'withheld' | 'resting';
  score: number;
  threshold: number;
  reasons: Reason[];
  gates: GateCode[];
}

export interface Vangnet {
  open(): void;
  close(): void;
  offer(): void;
  suppress(): void;
  step(name: string): void;
  state(): VangnetState;
  on(name: string, listener: (detail: unknown) => void): () => void;
  destroy(): void;
}

declare global {
  interface Window {
    vangnet?: Vangnet;
  }
}
