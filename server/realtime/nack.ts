// A refusal of the domain as the wire says it.
import { NACK_REASONS, type NackReason, REFUSAL_REASONS, type RefusalReason } from '#protocol';
import type { Refusal } from '../domain/decide-conversation.ts';

export function toNack(refusal: Refusal): { reason: NackReason; expected?: number; retryMs?: number } {
  const { expected, retryMs } = refusal;
  return {
    reason: NACK_REASONS.find((name) => name === refusal.reason) ?? 'retry',
    ...(expected === undefined ? {} : { expected }),
    ...(retryMs === undefined ? {} : { retryMs }),
  };
}

export function toRefusalReason(refusal: Refusal): RefusalReason {
  return REFUSAL_REASONS.find((name) => name === refusal.reason) ?? 'retry';
}
