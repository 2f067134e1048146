// A clock, a network and chance that only move when the test turns the crank.
import type { LinkPlatform, LinkSocket, SocketHandlers } from '#protocol/link';

interface FakeSocket extends LinkSocket {
  readonly handlers: SocketHandlers;
  readonly sent: string[];
  closedWith: number | null;
}

export interface CrankedPlatform extends LinkPlatform {
  readonly sockets: FakeSocket[];
  /** The socket that was opened last. */
  latest(): FakeSocket;
  /** Lets `ms` pass, running every timer at its own moment. */
  pass(ms: number): void;
  /** The machine sleeps: time jumps, and timers that were due fire late, together. */
  sleep(ms: number): void;
  forbidSockets(forbidden: boolean): void;
}

interface Timer {
  at: number;
  run: () => void;
}

export function createCrankedPlatform(random: () => number = () => 0.5): CrankedPlatform {
  let time = 0;
  let timers: Timer[] = [];
  let forbidden = false;
  const sockets: FakeSocket[] = [];

  function runDue(): void {
    for (;;) {
      const due = timers.filter((timer) => timer.at <= time).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) return;
      timers = timers.filter((timer) => timer !== due);
      due.run();
    }
  }

  function pass(ms: number): void {
    const end = time + ms;
    for (;;) {
      const next = Math.min(...timers.map((timer) => timer.at), Number.POSITIVE_INFINITY);
      if (next > end) break;
      time = Math.max(time, next);
      runDue();
    }
    time = end;
  }

  return {
    sockets,
    now: () => time,
    random,
    after(ms, run) {
      const timer = { at: time + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    connect(handlers) {
      if (forbidden) throw new Error('The policy of this page forbids sockets.');
      const socket: FakeSocket = {
        handlers,
        sent: [],
        closedWith: null,
        send: (data) => void socket.sent.push(data),
        close: (code) => {
          socket.closedWith ??= code;
        },
      };
      sockets.push(socket);
      return socket;
    },
    latest() {
      const socket = sockets.at(-1);
      if (socket === undefined) throw new Error('No socket was opened yet.');
      return socket;
    },
    pass,
    sleep(ms) {
      time += ms;
      runDue();
    },
    forbidSockets(value) {
      forbidden = value;
    },
  };
}
