// How far a message is: a clock, one tick (it is on the server's disk), two ticks (the operator has seen it). Always with the word.
import type { AllTexts } from '../log/i18n/nl.ts';
import type { MessageItem } from '../log/list-items.ts';

type DeliveryState = NonNullable<MessageItem['delivery']>;

const CLOCK = 'M8 2a6 6 0 1 0 .01 0M8 5v3l2 2';
const MARKS = {
  sending: CLOCK,
  late: CLOCK,
  sent: 'm3 8.5 3 3 7-7',
  read: 'm1 8.5 3 3 7-7m-2.5 7 7-7',
  failed: 'M8 3v6m0 3v.01',
} satisfies Record<DeliveryState, string>;

interface DeliveryProps {
  delivery: DeliveryState;
  texts: AllTexts;
}

export function Delivery({ delivery, texts }: DeliveryProps) {
  return (
    <span class={`vp-delivery vp-${delivery}`}>
      <span>{texts[delivery]}</span>
      <svg class="vp-mark" viewBox="0 0 16 16" aria-hidden="true">
        <path d={MARKS[delivery]} />
      </svg>
    </span>
  );
}
