import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Choice,
  choose,
  type Happening,
  keptAway,
  type Move,
} from '../../../protocol/transport-choice.ts';

const CLOSED: Happening = { what: 'failed', silent: false };
const SILENT: Happening = { what: 'failed', silent: true };
const OPENED: Happening = { what: 'opened' };
const LOST: Happening = { what: 'lost' };
const reach = (found: 'reachable' | 'down' | 'offline'): Happening => ({ what: 'pinged', reach: found });

/** The moves and the transport after each happening, in words. */
function play(happenings: readonly Happening[], socketWorked = false): { choice: Choice; story: string[] } {
  let choice = keptAway(socketWorked);
  const story = happenings.map((happening) => {
    const verdict = choose(choice, happening);
    choice = verdict.choice;
    return `${verdict.move} ${choice.transport}`;
  });
  return { choice, story };
}

describe('[F1] the choice of a transport where WebSockets are kept away', () => {
  it('begins with a stream', () => {
    expect(keptAway(false).transport).toBe('stream');
  });

  it.each<[string, Happening[], string[]]>([
    [
      'a stream that works stays, also for the next line',
      [OPENED, LOST, OPENED],
      ['stay stream', 'give-up stream', 'stay stream'],
    ],
    [
      'a stream that is held back goes over polls',
      [SILENT, OPENED, LOST],
      ['open poll', 'stay poll', 'give-up poll'],
    ],
    ['a stream that is refused goes over polls', [CLOSED], ['open poll']],
    [
      'a stream that worked and then fails is a server that is away',
      [OPENED, LOST, CLOSED, CLOSED, reach('down')],
      ['stay stream', 'give-up stream', 'give-up socket', 'ping socket', 'give-up socket'],
    ],
    [
      'polls that fail too begin anew',
      [SILENT, CLOSED, CLOSED],
      ['open poll', 'give-up socket', 'ping socket'],
    ],
    [
      'off line backs off',
      [SILENT, CLOSED, SILENT, reach('offline')],
      ['open poll', 'give-up socket', 'ping socket', 'give-up socket'],
    ],
    [
      'kept away again goes over a stream',
      [SILENT, CLOSED, SILENT, reach('reachable')],
      ['open poll', 'give-up socket', 'ping socket', 'open stream'],
    ],
    [
      'answers that were held back once are not waited for again',
      [SILENT, OPENED, LOST, CLOSED, SILENT, reach('reachable')],
      ['open poll', 'stay poll', 'give-up poll', 'give-up socket', 'ping socket', 'open poll'],
    ],
    [
      'a WebSocket that came back is used, and tried first from then on',
      [OPENED, { what: 'socket-back' }, LOST, OPENED],
      ['stay stream', 'stay socket', 'give-up socket', 'stay socket'],
    ],
  ])('%s', (_, happenings, story) => {
    expect(play(happenings).story).toEqual(story);
  });

  it('is not kept where a WebSocket worked before', () => {
    expect(play([OPENED, LOST], true).story).toEqual(['stay stream', 'give-up socket']);
  });

  it('ends every attempt: from anywhere, failing on and on gives up within four moves', () => {
    const any = fc.constantFrom(CLOSED, SILENT, OPENED, LOST, reach('reachable'), reach('down'));
    const failures = fc.array(fc.constantFrom(CLOSED, SILENT), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(any), failures, (before, after) => {
        let { choice } = play(before);
        let move: Move = 'open';
        for (const happening of after) {
          if (move === 'give-up') break;
          ({ choice, move } = choose(choice, move === 'ping' ? reach('reachable') : happening));
        }
        expect(move).toBe('give-up');
      }),
    );
  });
});
