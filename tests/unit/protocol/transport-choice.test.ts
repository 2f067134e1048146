import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Choice,
  choose,
  FIRST_CHOICE,
  type Happening,
  type Move,
} from '../../../protocol/transport-choice.ts';

const CLOSED: Happening = { what: 'failed', silent: false };
const SILENT: Happening = { what: 'failed', silent: true };
const OPENED: Happening = { what: 'opened' };
const LOST: Happening = { what: 'lost' };
const reach = (found: 'reachable' | 'down' | 'offline'): Happening => ({ what: 'pinged', reach: found });

/** The moves and the transport after each happening, in words. */
function play(...happenings: Happening[]): { choice: Choice; story: string[] } {
  let choice = FIRST_CHOICE;
  const story = happenings.map((happening) => {
    const verdict = choose(choice, happening);
    choice = verdict.choice;
    return `${verdict.move} ${choice.transport}`;
  });
  return { choice, story };
}

describe('[F1] the choice of a transport', () => {
  it.each<[string, Happening[], string[]]>([
    [
      'a WebSocket that works stays',
      [OPENED, LOST, OPENED],
      ['stay socket', 'give-up socket', 'stay socket'],
    ],
    ['one failed opening may be bad luck', [CLOSED, OPENED], ['give-up socket', 'stay socket']],
    ['two ask the server', [CLOSED, CLOSED], ['give-up socket', 'ping socket']],
    ['silence asks at once', [SILENT], ['ping socket']],
    ['off line backs off', [SILENT, reach('offline')], ['ping socket', 'give-up socket']],
    ['a server that is down backs off', [SILENT, reach('down')], ['ping socket', 'give-up socket']],
    ['kept away goes over a stream', [SILENT, reach('reachable')], ['ping socket', 'open stream']],
    [
      'a stream that is held back goes over polls',
      [SILENT, reach('reachable'), SILENT, OPENED],
      ['ping socket', 'open stream', 'open poll', 'stay poll'],
    ],
    [
      'a stream that is refused goes over polls',
      [SILENT, reach('reachable'), CLOSED],
      ['ping socket', 'open stream', 'open poll'],
    ],
    [
      'a stream that worked and then fails is a server that is away',
      [SILENT, reach('reachable'), OPENED, LOST, CLOSED],
      ['ping socket', 'open stream', 'stay stream', 'give-up stream', 'give-up socket'],
    ],
    [
      'polls that fail too begin anew',
      [SILENT, reach('reachable'), SILENT, CLOSED, CLOSED],
      ['ping socket', 'open stream', 'open poll', 'give-up socket', 'ping socket'],
    ],
    [
      'answers that were held back once are not waited for again',
      [SILENT, reach('reachable'), SILENT, OPENED, LOST, CLOSED, SILENT, reach('reachable')],
      [
        ...['ping socket', 'open stream', 'open poll', 'stay poll', 'give-up poll', 'give-up socket'],
        ...['ping socket', 'open poll'],
      ],
    ],
    [
      'the fallback is kept where a WebSocket never worked',
      [SILENT, reach('reachable'), OPENED, LOST, OPENED],
      ['ping socket', 'open stream', 'stay stream', 'give-up stream', 'stay stream'],
    ],
    [
      'and not where it did',
      [OPENED, LOST, SILENT, reach('reachable'), OPENED, LOST],
      ['stay socket', 'give-up socket', 'ping socket', 'open stream', 'stay stream', 'give-up socket'],
    ],
    [
      'a WebSocket that came back is used, and tried first from then on',
      [SILENT, reach('reachable'), OPENED, { what: 'socket-back' }, LOST],
      ['ping socket', 'open stream', 'stay stream', 'stay socket', 'give-up socket'],
    ],
  ])('%s', (_, happenings, story) => {
    expect(play(...happenings).story).toEqual(story);
  });

  it('never leaves the WebSocket on this machine’s word alone: a server that does not answer is not asked over HTTP', () => {
    const happening = fc.constantFrom(CLOSED, SILENT, OPENED, LOST, reach('offline'), reach('down'));
    fc.assert(
      fc.property(fc.array(happening), (happenings) => {
        expect(play(...happenings).story.every((line) => line.endsWith('socket'))).toBe(true);
      }),
    );
  });

  it('ends every attempt: from anywhere, failing on and on gives up within four moves', () => {
    const any = fc.constantFrom(CLOSED, SILENT, OPENED, LOST, reach('reachable'), reach('down'));
    const failure = fc.constantFrom(CLOSED, SILENT);
    fc.assert(
      fc.property(fc.array(any), fc.array(failure, { minLength: 4, maxLength: 4 }), (before, failures) => {
        let { choice } = play(...before);
        let move: Move = 'open';
        for (const happening of failures) {
          if (move === 'give-up') break;
          const verdict = choose(choice, move === 'ping' ? reach('reachable') : happening);
          ({ choice, move } = verdict);
        }
        expect(move).toBe('give-up');
      }),
    );
  });
});
