// Reads a frame of the server: JSON with a type that we know, or nothing (L8). The server is ours; shapes are checked there.
import type { ToOperatorFrame } from '#protocol';

const KNOWN = {
  welcome: true,
  desk: true,
  summary: true,
  followed: true,
  events: true,
  ack: true,
  nack: true,
  refused: true,
  status: true,
  typing: true,
  read: true,
  presence: true,
  contacts: true,
  contact: true,
  service: true,
  heartbeat: true,
  drain: true,
} satisfies Record<ToOperatorFrame['type'], true>;

function isFrame(value: unknown): value is ToOperatorFrame {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    Object.hasOwn(KNOWN, value.type)
  );
}

export function parseFrame(data: string): ToOperatorFrame | null {
  try {
    const value: unknown = JSON.parse(data);
    return isFrame(value) ? value : null;
  } catch {
    return null;
  }
}
