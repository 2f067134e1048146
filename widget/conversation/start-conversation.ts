// Tells the server that there is a conversation, and does not give up: the same token names the same conversation, so trying again is safe.
import { backoff, TIMINGS } from '#protocol';
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

/** Too early or too many is worth another try, as are faults on the other side; everything else in 4xx is an answer. */
const isFinal = (status: number): boolean =>
  status >= 400 && status < 500 && ![408, 425, 429].includes(status);

function readConversation(answer: unknown): string | null {
  const found: unknown = Object(answer).conversation;
  return typeof found === 'string' ? found : null;
}

export function startConversation(options: StartOptions): Start {
  const { surroundings } = options;
  let tries = 0;
  let cancelled = false;
  let cancelPlan: (() => void) | null = null;
  let asking = new AbortController();

  async function attempt(): Promise<void> {
    cancelPlan = null;
    let status = 0;
    let conversation: string | null = null;
    const stop = new AbortController();
    asking = stop;
    // Some networks swallow what is sent: no answer, and no error either.
    const patience = surroundings.after(TIMINGS.welcomeAnswer, () => stop.abort());
    try {
      const response = await surroundings.request(options.url, options.body(), stop.signal);
      status = response.status;
      if (response.ok) conversation = readConversation(await response.json());
    } catch {
      // No network, a policy in the way, or an answer that is not ours: another try.
    }
    patience();
    if (cancelled) return;
    if (conversation !== null) return options.started(conversation);
    if (isFinal(status)) return options.refused();
    cancelPlan = surroundings.after(backoff(tries, surroundings.random()), () => void attempt());
    tries += 1;
    options.delayed();
  }

  void attempt();
  return {
    wake() {
      if (cancelPlan === null) return;
      cancelPlan();
      void attempt();
    },
    cancel() {
      cancelled = true;
      asking.abort();
      cancelPlan?.();
    },
  };
}
