// Tells the server that there is a conversation, and does not give up: the same token names the same conversation, so trying again is safe.
import { backoff } from '#protocol/link';
import type { Surroundings } from './surroundings.ts';

export interface StartOptions {
  surroundings: Surroundings;
  url: string;
  /** Made anew for each try: the citizen may have moved on in the form. */
  body(): string;
  started(conversation: string): void;
  /** The server answered, and will not. */
  refused(): void;
  /** Not yet; the next try is planned. */
  delayed(): void;
}

export interface Start {
  /** Try now instead of at the planned moment. */
  wake(): void;
  cancel(): void;
}

const nothing = (): void => undefined;

/** Too early, too many, or a fault on the other side: worth another try. Everything else in 4xx is an answer. */
const isPassing = (status: number): boolean =>
  status >= 500 || status === 408 || status === 425 || status === 429;

async function readConversation(response: Response): Promise<string | null> {
  const answer: unknown = await response.json();
  if (typeof answer !== 'object' || answer === null || !('conversation' in answer)) return null;
  return typeof answer.conversation === 'string' ? answer.conversation : null;
}

type Answer = { is: 'started'; conversation: string } | { is: 'refused' } | { is: 'delayed' };

async function ask({ surroundings, url, body }: StartOptions): Promise<Answer> {
  try {
    const response = await surroundings.request(url, body());
    if (!response.ok) return { is: isPassing(response.status) ? 'delayed' : 'refused' };
    const conversation = await readConversation(response);
    return conversation === null ? { is: 'refused' } : { is: 'started', conversation };
  } catch {
    return { is: 'delayed' };
  }
}

export function startConversation(options: StartOptions): Start {
  const { surroundings } = options;
  let tries = 0;
  let cancelled = false;
  let planned = false;
  let cancelPlan = nothing;

  async function attempt(): Promise<void> {
    planned = false;
    const answer = await ask(options);
    if (cancelled) return;
    if (answer.is === 'started') return options.started(answer.conversation);
    if (answer.is === 'refused') return options.refused();
    planned = true;
    cancelPlan = surroundings.after(backoff(tries, surroundings.random()), () => void attempt());
    tries += 1;
    options.delayed();
  }

  void attempt();
  return {
    wake() {
      if (!planned) return;
      cancelPlan();
      void attempt();
    },
    cancel() {
      cancelled = true;
      cancelPlan();
    },
  };
}
