// The operator of the bench: signed in at the real server, free before each visit, answers as quickly as one is asked.

import { reconnectOperator, signIn } from '../../support/server/people.ts';
import { answer, follow, hasMessage } from '../../support/server/talk.ts';
import type { DemoServer } from '../../support/story/demo-server.ts';

export interface AnsweringDesk {
  /** Takes the one who comes next. */
  take(): Promise<Talk>;
  leave(): Promise<unknown>;
}

export interface Talk {
  hear(text: string): Promise<unknown>;
  say(text: string): void;
  finish(): void;
}

export async function openDesk(server: DemoServer): Promise<AnsweringDesk> {
  const { cookie } = await signIn(server, await server.signInLink('Anna'));
  const { wire } = await reconnectOperator(server, cookie);
  wire.say({ type: 'status', status: 'available' });
  await wire.hear('status', ({ status }) => status === 'available');
  const taken = new Set<string>();
  return {
    async take() {
      const { summary } = await wire.hear('summary', ({ summary: { id } }) => !taken.has(id));
      const conversation = summary.id;
      taken.add(conversation);
      wire.say({ type: 'take', conversation });
      follow(wire, conversation);
      let n = 0;
      return {
        hear: (text) => wire.hear('events', hasMessage(text)),
        say(text) {
          n += 1;
          answer(wire, conversation, n, text);
        },
        finish: () => wire.say({ type: 'finish', conversation, assignmentEpoch: 1 }),
      };
    },
    leave: () => wire.close(),
  };
}
