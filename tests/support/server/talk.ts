// What citizens and operators say on their lines, and how a test reads what they heard.
import { randomUUID } from 'node:crypto';
import type { ToOperatorFrame, ToVisitorFrame } from '#protocol';
import type { OperatorWire, VisitorWire } from './wire.ts';

export function say(wire: VisitorWire, n: number, text: string, id: string = randomUUID()): string {
  wire.say({ type: 'send', id, n, text });
  return id;
}

export function answer(wire: OperatorWire, conversation: string, n: number, text: string): void {
  wire.say({ type: 'send', conversation, id: randomUUID(), n, assignmentEpoch: 1, text });
}

export function follow(wire: OperatorWire, conversation: string, lastSeq = 0): void {
  wire.say({ type: 'follow', conversation, lastSeq, epoch: null });
}

export function seqsOf(frames: readonly (ToVisitorFrame | ToOperatorFrame)[]): number[] {
  return frames.flatMap((frame) => (frame.type === 'events' ? frame.events.map((event) => event.seq) : []));
}

type Batch = { events: { kind: string; text?: string }[] };

export function hasMessage(text: string): (batch: Batch) => boolean {
  return ({ events }) => events.some((event) => event.kind === 'message' && event.text === text);
}

export function hasKind(kind: string): (batch: Batch) => boolean {
  return ({ events }) => events.some((event) => event.kind === kind);
}
