// The way in: what happens with a one-time link, and what to do without one.
import { nl } from '../i18n/nl.ts';

/** Why there is no desk on the screen. */
export type SignInState = 'checking' | 'busy' | 'none' | 'used' | 'ended' | 'left' | 'unreachable';

export function SignIn({ state, again }: { state: SignInState; again(): void }) {
  return (
    <main class="sign-in">
      <p class="brand">{nl.product}</p>
      {state === 'checking' || state === 'busy' ? (
        <p class="late-words" role="status">
          {state === 'busy' ? nl.signIn.busy : nl.signIn.checking}
        </p>
      ) : (
        <Explained words={nl.signIn[state]} />
      )}
      {state === 'unreachable' && (
        <button type="button" class="primary" onClick={again}>
          {nl.signIn.again}
        </button>
      )}
    </main>
  );
}

function Explained({ words }: { words: { title: string; text: string; next: string } }) {
  return (
    <div role="status">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <p>{words.next}</p>
    </div>
  );
}
