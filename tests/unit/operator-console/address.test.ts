// The address bar and the keyboard: where a link leads, and which key does what.
import { describe, expect, it } from 'vitest';
import { addressOf, readConversation, readSignInToken } from '../../../operator-console/place.ts';
import { readShortcut } from '../../../operator-console/shortcuts.ts';
import { aSummary, Desk, mine, OTHER, TALK } from './a-desk.ts';

describe('address', () => {
  it('finds the conversation that it made', () => {
    expect(readConversation(addressOf(TALK))).toBe(TALK);
    expect(readConversation('')).toBeNull();
    expect(readConversation('#gesprek/te-kort')).toBeNull();
    expect(readConversation(`#gesprek/${TALK}/../`)).toBeNull();
  });

  it('takes a token only from the sign-in path', () => {
    expect(readSignInToken({ pathname: '/console/aanmelden', hash: '#abc' })).toBe('abc');
    expect(readSignInToken({ pathname: '/console/aanmelden', hash: '' })).toBeNull();
    expect(readSignInToken({ pathname: '/console/', hash: '#abc' })).toBeNull();
  });
});

describe('shortcuts', () => {
  const press = (key: string, change: { ctrl?: boolean; inText?: boolean; hotKey?: boolean } = {}) => ({
    key,
    ctrl: true,
    inText: false,
    hotKey: true,
    ...change,
  });
  const desk = new Desk().connect(
    aSummary({ waitingSince: 1 }),
    aSummary({ id: OTHER, waitingSince: 2 }),
    mine({ id: 'mine' }),
  );

  it('[WCAG 2.1.4] rests in text fields and can be turned off', () => {
    expect(readShortcut(press('?', { ctrl: false }), desk.state)).toEqual({ do: 'help' });
    expect(readShortcut(press('?', { ctrl: false, inText: true }), desk.state)).toBeNull();
    expect(readShortcut(press('?', { ctrl: false, hotKey: false }), desk.state)).toBeNull();
    for (const key of ['a', 'Enter', 'ArrowDown']) {
      expect(readShortcut(press(key, { ctrl: false }), desk.state)).toBeNull();
    }
  });

  it('takes who waits longest, or who is on the screen, never over one’s own conversation', () => {
    const take = press('Enter');
    expect(readShortcut(take, desk.state)).toEqual({ do: 'take', conversation: TALK });
    desk.do({ type: 'select', conversation: OTHER });
    expect(readShortcut(take, desk.state)).toEqual({ do: 'take', conversation: OTHER });
    expect(readShortcut(press('Enter', { inText: true }), desk.state)).toBeNull();
    desk.do({ type: 'select', conversation: 'mine' });
    expect(readShortcut(take, desk.state)).toBeNull();
  });

  it('walks through the lists as they stand on the screen', () => {
    const walk = (from: string | null, key: string) => {
      desk.do({ type: 'select', conversation: from });
      return readShortcut(press(key), desk.state);
    };
    expect(walk(null, 'ArrowDown')).toEqual({ do: 'go', conversation: TALK });
    expect(walk(TALK, 'ArrowDown')).toEqual({ do: 'go', conversation: OTHER });
    expect(walk('mine', 'ArrowDown')).toBeNull();
    expect(walk('mine', 'ArrowUp')).toEqual({ do: 'go', conversation: OTHER });
    expect(walk(null, 'ArrowUp')).toEqual({ do: 'go', conversation: 'mine' });
  });
});
