// From the address in the bar to a desk: sign in with the link, or with the session that is there, or explain.
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { SessionInfo } from '#protocol';
import { readSession, type SessionAnswer, signIn, signOut } from '../api.ts';
import { DeskContext } from '../desk-context.ts';
import { forgetKept } from '../desk-memory.ts';
import { openConsole } from '../open-console.ts';
import { createAnnouncer, LiveRegion } from '../ui/live-region.tsx';
import { Desk } from './desk.tsx';
import { SignIn, type SignInState } from './sign-in.tsx';

type Entry = { at: 'door'; why: SignInState } | { at: 'desk'; session: SessionInfo };

export function App({ token }: { token: string | null }) {
  const [entry, setEntry] = useState<Entry>({ at: 'door', why: token === null ? 'checking' : 'busy' });
  const enter = useCallback(async () => {
    setEntry({ at: 'door', why: token === null ? 'checking' : 'busy' });
    setEntry(whereTo(await (token === null ? readSession() : signIn(token)), token !== null));
  }, [token]);
  useEffect(() => {
    void enter();
  }, [enter]);
  const leave = useCallback((why: SignInState) => setEntry({ at: 'door', why }), []);
  if (entry.at === 'desk') return <SignedIn session={entry.session} leave={leave} />;
  return <SignIn state={entry.why} again={() => void enter()} />;
}

function whereTo(answer: SessionAnswer, byLink: boolean): Entry {
  if (answer.ok) return { at: 'desk', session: answer.session };
  if (answer.why === 'unreachable') return { at: 'door', why: 'unreachable' };
  return { at: 'door', why: byLink ? 'used' : 'none' };
}

interface SignedInProps {
  session: SessionInfo;
  leave(why: SignInState): void;
}

function SignedIn({ session, leave }: SignedInProps) {
  const announcer = useMemo(createAnnouncer, []);
  const console = useMemo(
    () => openConsole({ session, say: announcer.say, signedOut: () => leave('ended') }),
    [session, announcer, leave],
  );
  useEffect(() => console.begin(), [console]);
  const goOut = async (): Promise<void> => {
    await signOut();
    console.link.stop();
    forgetKept();
    leave('left');
  };
  return (
    <DeskContext.Provider value={{ link: console.link, signOut: () => void goOut() }}>
      <LiveRegion announcer={announcer} />
      <Desk />
    </DeskContext.Provider>
  );
}
