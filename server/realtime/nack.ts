// A refusal of the domain as the wire says it.
import { NACK_REASONS, type NackReason, REFUSAL_REASONS, type RefusalReason } from '#protocol';
import type { Refusal } from '../domain/decide-conversation.ts';

/** Long enough for a checkpoint or a full queue to pass, short enough to feel like one try. */
const RETRY_MS = 1_000;

export function toNack(refusal: Refusal): { reason: NackReason; expected?: number; retryMs?: number } {
  const reason = NACK_REASONS.find((name) => name === refusal.reason) ?? 'retry';
  if (reason === 'retry') return { reason, retryMs: refusal.retryMs ?? RETRY_MS };
  return refusal.expected === undefined ? { reason } : { reason, expected: refusal.expected };
}

export function toRefusalReason(refusal: Refusal): RefusalReason {
  return REFUSAL_REASONS.find((name) => name === refusal.reason) ?? 'retry';
}
