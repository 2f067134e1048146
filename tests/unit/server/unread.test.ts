// What nobody has read yet: runs of seq tell the same as a list of all of them would.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addUnread, countUnread, dropRead, type Run } from '../../../server/domain/unread.ts';

it('counts what a list would count, whatever is written and read in whatever order', () => {
  const act = fc.oneof(
    fc.record({ do: fc.constant('write' as const), skip: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ do: fc.constant('read' as const), seq: fc.integer({ min: 0, max: 60 }) }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let list: number[] = [];
      let runs: readonly Run[] = [];
      let seq = 0;
      for (const one of acts) {
        if (one.do === 'write') {
          seq += 1 + one.skip;
          list = [...list, seq];
          runs = addUnread(runs, seq);
        } else {
          list = list.filter((unread) => unread > one.seq);
          runs = dropRead(runs, one.seq);
        }
        expect(countUnread(runs)).toBe(list.length);
        expect(runs.at(-1)?.to).toBe(list.at(-1));
        expect(runs.at(0)?.from).toBe(list.at(0));
      }
    }),
  );
});

it('keeps a long silence of the operator in one run', () => {
  let runs: readonly Run[] = [];
  for (let seq = 2; seq <= 1_001; seq++) runs = addUnread(runs, seq);
  expect(runs).toEqual([{ from: 2, to: 1_001 }]);
});
