// A citizen who sends every message until it is acked, as the widget does: again after `nack retry`, in order, with the same id.
import { randomUUID } from 'node:crypto';
import type { ConversationEvent } from '#protocol';
import { type At, type Citizen, connectCitizen, startConversation } from './people.ts';
import type { VisitorWire } from './wire.ts';

export interface StubbornCitizen {
  citizen: Citizen;
  wire: VisitorWire;
  /** n of every message that was acked, in the order of the acks. */
  acked: number[];
  nacks: { n: number; reason: string; retryMs: number }[];
  /** Resolves when it is acked, however often it must be sent. */
  say(text: string): Promise<void>;
  readLog(at: At): Promise<ConversationEvent[]>;
}

export async function bringStubbornCitizen(at: At): Promise<StubbornCitizen> {
  const citizen = await startConversation(at);
  const wire = await connectCitizen(at, citizen);
  const acked: number[] = [];
  const nacks: StubbornCitizen['nacks'] = [];
  let n = 0;
  return {
    citizen,
    wire,
    acked,
    nacks,
    async say(text) {
      n += 1;
      const [mine, id] = [n, randomUUID()];
      const answered = new Promise<void>((resolve) => {
        const send = () => wire.say({ type: 'send', id, n: mine, text });
        wire.socket.on('message', (data) => {
          const frame = JSON.parse(data.toString());
          if (frame.id !== id) return;
          if (frame.type === 'ack') {
            acked.push(mine);
            resolve();
          } else if (frame.type === 'nack') {
            nacks.push({ n: mine, reason: frame.reason, retryMs: frame.retryMs });
            setTimeout(send, frame.retryMs);
          }
        });
        send();
      });
      await answered;
    },
    async readLog(where) {
      const reader = await connectCitizen(where, citizen);
      const { lastSeq } = reader.heard.find((frame) => frame.type === 'welcome') ?? { lastSeq: 0 };
      await reader.hear('events', ({ events }) => events.at(-1)?.seq === lastSeq);
      await reader.close();
      return reader.heard.flatMap((frame) => (frame.type === 'events' ? frame.events : []));
    },
  };
}
