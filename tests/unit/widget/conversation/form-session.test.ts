// When the citizen is reminded of the form's own session: the counting alone, with a clock that is cranked by hand.
import { describe, expect, it } from 'vitest';
import type { FormEnd } from '../../../../widget/conversation/conversation-state.ts';
import { createFormSession } from '../../../../widget/conversation/form-session.ts';

const MINUTE = 60_000;
const START = 1_000_000;
const SETTING = { lasts: 15 * MINUTE, warns: 3 * MINUTE, origins: ['https://formulieren.example'] };

/** A page that was loaded two minutes before the conversation has its line. */
function open() {
  let now = START;
  let planned: { at: number; run(): void } | null = null;
  let ask: (msAgo: number) => void = () => undefined;
  const noted: (FormEnd | null)[] = [];
  const watched: (readonly string[])[] = [];
  const session = createFormSession({
    after(ms, run) {
      planned = { at: now + ms, run };
      return () => {
        planned = null;
      };
    },
    wallClock: () => now,
    watchRequests(heard, origins) {
      watched.push(origins);
      ask = heard;
      heard(now - START + 2 * MINUTE);
      return () => watched.pop();
    },
    noted: (end) => noted.push(end),
  });
  return {
    session,
    noted,
    watched,
    ask: (msAgo = 0) => ask(msAgo),
    pass(ms: number) {
      const until = now + ms;
      while (planned !== null && planned.at <= until) {
        const due = planned;
        now = due.at;
        planned = null;
        due.run();
      }
      now = until;
    },
  };
}

describe("[Y2] the form's own session", () => {
  it('is counted from the load of the page, and near its end it is said once', () => {
    const page = open();
    page.session.heard(SETTING);
    expect(page.watched).toEqual([SETTING.origins]);
    page.pass(10 * MINUTE - 1);
    expect(page.noted).toEqual([]);
    page.pass(1);
    expect(page.noted).toEqual([{ endsAt: START + 13 * MINUTE, isOver: false }]);
    page.session.heard(SETTING);
    page.pass(2 * MINUTE);
    expect(page.noted).toHaveLength(1);
  });

  it('says that it is over', () => {
    const page = open();
    page.session.heard(SETTING);
    page.pass(60 * MINUTE);
    expect(page.noted.at(-1)).toEqual({ endsAt: START + 13 * MINUTE, isOver: true });
    expect(page.noted).toHaveLength(2);
  });

  it('begins anew with everything that the page asks of its server', () => {
    const page = open();
    page.session.heard(SETTING);
    page.pass(9 * MINUTE);
    page.ask();
    page.pass(10 * MINUTE);
    expect(page.noted).toEqual([]);
    page.pass(2 * MINUTE);
    expect(page.noted).toHaveLength(1);
    page.ask(MINUTE);
    expect(page.noted.at(-1)).toBeNull();
    page.pass(11 * MINUTE);
    expect(page.noted.at(-1)).toEqual({ endsAt: START + 35 * MINUTE, isOver: false });
  });

  it('is not moved back by what was asked earlier', () => {
    const page = open();
    page.session.heard(SETTING);
    page.ask(10 * MINUTE);
    page.pass(10 * MINUTE);
    expect(page.noted).toEqual([{ endsAt: START + 13 * MINUTE, isOver: false }]);
  });

  it('is said anew in the next conversation on the page', () => {
    const page = open();
    page.session.heard(SETTING);
    page.pass(10 * MINUTE);
    page.session.stop();
    page.session.heard(SETTING);
    expect(page.noted).toEqual([
      { endsAt: START + 13 * MINUTE, isOver: false },
      { endsAt: START + 13 * MINUTE, isOver: false },
    ]);
  });

  it('is nothing where the site tells of none, or when the conversation is left', () => {
    const page = open();
    page.session.heard(undefined);
    page.pass(60 * MINUTE);
    page.session.heard(SETTING);
    page.session.stop();
    page.pass(60 * MINUTE);
    expect(page.watched).toEqual([]);
    expect(page.noted.filter((end) => end !== null && !end.isOver)).toEqual([]);
  });
});
