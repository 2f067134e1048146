// Broken servers: each is the product's own source with one promise taken out while it is loaded. The checker must catch every one.
export interface Change {
  /** File of the server, as its address ends. */
  file: string;
  find: string;
  replace: string;
}

interface Variant {
  breaks: string;
  changes: readonly Change[];
}

export const MUTANTS: Readonly<Record<string, Variant>> = {
  'ack-before-commit': {
    breaks: 'M5: messages are answered and shown while their rows are still to be written',
    changes: [
      {
        file: 'server/storage/message-log.ts',
        find: 'this.#append.run(',
        replace: `((...row) => {
      const write = () => this.#append.run(...row);
      if (event.kind !== 'message') return write();
      setTimeout(() => { try { write(); } catch {} }, 300);
    })(`,
      },
    ],
  },
  'no-dedupe': {
    breaks: 'M2: a known id is stored once more',
    changes: [
      {
        file: 'server/storage/conversation-writes.ts',
        find: 'known.duplicate = this.#findDuplicate(conversation, command);',
        replace: '',
      },
    ],
  },
  'resume-off-by-one': {
    breaks: 'R2: after a hello the last known event comes again',
    changes: [
      {
        file: 'server/realtime/visitor-line.ts',
        find: 'hello.lastSeq <= state.lastSeq ? hello.lastSeq : 0',
        replace: 'hello.lastSeq <= state.lastSeq ? Math.max(0, hello.lastSeq - 1) : 0',
      },
    ],
  },
  'replay-before-subscribe': {
    breaks: 'R2: what is committed between the reading and the subscribing is never sent',
    changes: [
      {
        file: 'server/realtime/visitor-line.ts',
        find: `const heard = this.#gate.hub.subscribe(\`conversation \${conversation}\``,
        replace: `await follower.pump();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await follower.rewind((await conversations.read(record)).state.lastSeq);
    const heard = this.#gate.hub.subscribe(\`conversation \${conversation}\``,
      },
    ],
  },
  'tenant-leak': {
    breaks: 'A5: every desk hears of the conversations of every organisation',
    changes: [
      {
        file: 'server/realtime/hub.ts',
        find: `\`organisation \${poke.organisation}\`;`,
        replace: '`organisation 0`;',
      },
      {
        file: 'server/realtime/operator-line.ts',
        find: `this.#gate.hub.subscribe(\`organisation \${organisation}\``,
        replace: 'this.#gate.hub.subscribe(`organisation 0`',
      },
    ],
  },
};

/** And what keeps every promise, only sooner: a test need not write 4 MB to see what a checkpoint does. */
export const VARIANTS: Readonly<Record<string, Variant>> = {
  ...MUTANTS,
  'eager-checkpoints': {
    breaks: 'nothing',
    changes: [
      { file: 'server/storage/checkpointer.ts', find: 'const PAGES = 1_000;', replace: 'const PAGES = 20;' },
    ],
  },
};
