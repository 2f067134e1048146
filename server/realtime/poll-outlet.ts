// The frames of a line as the answer to one request: the news of a long poll, or the answers to one post.
import type { Clock } from '../application/ports.ts';
import type { HttpSocket, Outlet } from './http-socket.ts';

export type Frames = readonly string[];

/** Everything that is said in the turn of the first news goes along with it. */
export function openPoll(
  socket: HttpSocket,
  { clock, gone, holdMs }: { clock: Clock; gone: AbortSignal; holdMs: number },
): Promise<Frames> {
  return new Promise((resolve) => {
    const frames: string[] = [];
    const finish = (): void => {
      cancel();
      gone.removeEventListener('abort', leave);
      socket.detach(outlet);
      resolve(frames);
    };
    const leave = (): void => socket.terminate();
    const outlet: Outlet = {
      pending: 0,
      write(more) {
        if (frames.length === 0) setImmediate(finish);
        frames.push(...more);
      },
      end: finish,
      cut: finish,
    };
    const cancel = clock.after(holdMs, finish);
    gone.addEventListener('abort', leave);
    socket.attach(outlet);
  });
}

const isAnswer = (text: string): boolean => /^\{"type":"n?ack"/.test(text);
const isMessage = (text: string): boolean => text.startsWith('{"type":"send"');
const isBeat = (text: string): boolean => text.startsWith('{"type":"heartbeat"');

/** A line for the length of one post: ends when every message is answered and the probe behind them too. */
export function gatherAnswers(
  socket: HttpSocket,
  said: Frames,
  { clock, mostMs }: { clock: Clock; mostMs: number },
): Promise<Frames> {
  return new Promise((resolve) => {
    const frames: string[] = [];
    const finish = (): void => {
      cancel();
      socket.terminate();
      resolve(frames);
    };
    const open = { messages: said.filter(isMessage).length, probes: 1 };
    const outlet: Outlet = {
      pending: 0,
      write(more) {
        frames.push(...more);
        open.messages -= more.filter(isAnswer).length;
        open.probes -= more.filter(isBeat).length;
        if (open.messages <= 0 && open.probes <= 0) setImmediate(finish);
      },
      end: finish,
      cut: () => undefined,
    };
    const cancel = clock.after(mostMs, finish);
    socket.attach(outlet);
    socket.hear([...said, '{"type":"probe"}']);
  });
}
