// @vitest-environment happy-dom
// The views over a desk without a server: what is on the screen follows from the state, and text of citizens stays text.
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { ConversationSummary, OperatorFrame, ToOperatorFrame } from '#protocol';
import { DeskContext } from '../../../operator-console/desk-context.ts';
import { DeskLink } from '../../../operator-console/desk-link.ts';
import { openDesk } from '../../../operator-console/desk-state.ts';
import { threadOf } from '../../../operator-console/desk-threads.ts';
import { ContextCard } from '../../../operator-console/views/context-card.tsx';
import { Conversation, ConversationTitle } from '../../../operator-console/views/conversation.tsx';
import { Lists } from '../../../operator-console/views/lists.tsx';
import { NothingChosen } from '../../../operator-console/views/nothing-chosen.tsx';
import { StatusControl } from '../../../operator-console/views/status-control.tsx';
import { createCrankedPlatform } from '../../support/cranked-platform.ts';
import {
  aSummary,
  BRAM,
  CONTEXT,
  followed,
  heard,
  mine,
  nack,
  OPENED,
  OTHER,
  saidBy,
  TALK,
  welcome,
} from './a-desk.ts';

afterEach(cleanup);

function showDesk(view: preact.ComponentChild, ...conversations: ConversationSummary[]) {
  const cranked = createCrankedPlatform();
  const link = new DeskLink({
    platform: { ...cranked, newId: () => crypto.randomUUID(), wallClock: () => cranked.now() },
    initial: openDesk({}, TALK),
    tell: () => undefined,
    readSession: async () => ({ ok: false, why: 'unreachable' }),
    signedOut: () => undefined,
  });
  const hear = (...frames: ToOperatorFrame[]): void => {
    for (const frame of frames) cranked.latest().handlers.received(JSON.stringify(frame));
  };
  link.start();
  cranked.latest().handlers.opened();
  hear(welcome(), { type: 'desk', conversations });
  const chosen = conversations.find((one) => one.id === TALK);
  if (chosen) hear(followed(chosen), heard(OPENED));
  const shown = render(
    <DeskContext.Provider value={{ link, signOut: () => undefined }}>{view}</DeskContext.Provider>,
  );
  const redraw = (): void =>
    shown.rerender(
      <DeskContext.Provider value={{ link, signOut: () => undefined }}>{view}</DeskContext.Provider>,
    );
  const sent = (): OperatorFrame[] => cranked.latest().sent.map((data) => JSON.parse(data));
  const say = (...frames: ToOperatorFrame[]): void => {
    hear(...frames);
    redraw();
  };
  return { link, say, sent, redraw, container: shown.container };
}

describe('when nothing is open', () => {
  it('it is quiet only while nobody waits for a call either', () => {
    const { say, redraw } = showDesk(<NothingChosen />);
    expect(screen.getByText('Het is rustig.')).toBeDefined();
    say({ type: 'contacts', requests: [], open: 2 });
    redraw();
    expect(screen.queryByText('Het is rustig.')).toBeNull();
    expect(screen.getByText(/Kies een terugbelverzoek/)).toBeDefined();
  });
});

describe('what a citizen is told, and asked for', () => {
  const status = (words: RegExp) =>
    screen.queryAllByRole('status').filter((one) => words.test(one.textContent ?? ''));

  it('[W2] the question whether they are still there stands in the conversation, and goes with its answer', () => {
    const { say } = showDesk(<Conversation conversation={TALK} />, mine());
    expect(status(/stopt vanzelf/)).toEqual([]);
    say({ type: 'summary', summary: mine({ endsAt: 60_000 }) });
    expect(status(/stopt vanzelf om .* Schrijf iets om het gesprek open te houden\./)).toHaveLength(1);
    say({ type: 'summary', summary: mine() });
    expect(status(/stopt vanzelf/)).toEqual([]);
  });

  it('[W2] a colleague who looks on is not told what to do about it', () => {
    const theirs = aSummary({ status: 'active', assignee: BRAM, assignmentEpoch: 1, endsAt: 60_000 });
    showDesk(<Conversation conversation={TALK} />, theirs);
    expect(status(/stopt vanzelf/)[0]?.textContent).not.toContain('Schrijf iets');
  });

  it('[Q5] a call-back that was asked as well leads to its request', () => {
    const callBack = '00000000-0000-4000-8000-000000000001';
    showDesk(<Conversation conversation={TALK} />, mine({ callBack }));
    const link = screen.getByRole('link', { name: 'Bekijk het verzoek' });
    expect(link.getAttribute('href')).toContain(callBack);
  });
});

describe('lists', () => {
  it('has a row for everyone who waits, with form, step, reason, language and a way to take it', () => {
    const { sent } = showDesk(
      <Lists />,
      aSummary(),
      aSummary({ id: OTHER, waitingSince: 5_000, language: 'en' }),
    );
    const queue = screen.getByRole('list', { name: 'Wachtrij' });
    const rows = within(queue).getAllByRole('listitem');
    expect(rows).toHaveLength(2);
    expect(rows[0]?.textContent).toMatch(
      /Bijzondere bijstand aanvragen.*Nederlands.*Inkomen.*3× een foutmelding/,
    );
    expect(rows[1]?.textContent).toContain('Engels');
    const [take] = within(queue).getAllByRole('button', { name: 'Oppakken' });
    if (take) fireEvent.click(take);
    expect(sent()).toContainEqual({ type: 'take', conversation: TALK });
  });

  it('says what to do when nobody waits', () => {
    showDesk(<Lists />);
    expect(screen.getByText(/Niemand wacht/)).toBeTruthy();
    expect(screen.getByText('U hebt nu geen gesprekken.')).toBeTruthy();
  });
});

describe('rows of conversations that are left', () => {
  it('say that the words are kept, and why nobody gets them', () => {
    const { link, say, redraw } = showDesk(<Lists />, mine({ id: OTHER }));
    link.draft(OTHER, 'Half af');
    say({ type: 'summary', summary: mine({ id: OTHER, assignee: BRAM, assignmentEpoch: 2 }) });
    expect(screen.getByText(/Bram Jansen heeft een gesprek van u overgenomen/)).toBeTruthy();
    expect(screen.getByText(/Uw tekst is bewaard/)).toBeTruthy();
    say({ type: 'summary', summary: mine({ id: OTHER, status: 'closed' }) });
    const row = screen.getByRole('link', { name: /^Dit gesprek is afgelopen: Bijzondere bijstand/ });
    expect(row.getAttribute('href')).toBe(`#gesprek/${OTHER}`);
    fireEvent.click(screen.getByRole('button', { name: 'Tekst weggooien' }));
    redraw();
    expect(screen.queryByText(/Uw tekst is bewaard/)).toBeNull();
  });

  it('[A7] a conversation to which a reply was not sent says so', () => {
    const { link, say } = showDesk(<Lists />, mine({ id: OTHER }));
    say(followed(mine({ id: OTHER })), { ...heard(OPENED), conversation: OTHER });
    link.draft(OTHER, 'Antwoord');
    link.write(OTHER);
    const [entry] = threadOf(link.store.state, OTHER).outbox.entries;
    say(nack(entry?.id ?? '', 'outdated', { conversation: OTHER }));
    expect(screen.getByText(/Uw bericht is niet verzonden/)).toBeTruthy();
  });
});

describe('status', () => {
  it('is three radio buttons, of which the chosen one goes to the server', () => {
    const { sent } = showDesk(<StatusControl />);
    expect(screen.getByRole('radiogroup', { name: 'Status' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'Beschikbaar' })).toHaveProperty('checked', true);
    fireEvent.click(screen.getByRole('radio', { name: 'Even weg' }));
    expect(sent()).toContainEqual({ type: 'status', status: 'away' });
  });
});

describe('conversation', () => {
  it('sends with Enter, makes a line with Shift+Enter, and leaves Enter to who is composing', () => {
    const { link, sent, redraw } = showDesk(<Conversation conversation={TALK} />, mine());
    const box = screen.getByRole('textbox', { name: 'Bericht aan de burger' });
    fireEvent.input(box, { target: { value: 'Goedemiddag' } });
    fireEvent.keyDown(box, { key: 'Enter', shiftKey: true });
    fireEvent.keyDown(box, { key: 'Enter', isComposing: true });
    expect(sent().some((frame) => frame.type === 'send')).toBe(false);
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(sent()).toContainEqual(expect.objectContaining({ type: 'send', text: 'Goedemiddag' }));
    redraw();
    expect(threadOf(link.store.state, TALK).draft).toBe('');
    expect(screen.getByText('Wordt verzonden…')).toBeTruthy();
  });

  it('lets one read before taking, with the button where the composer would be', () => {
    showDesk(<Conversation conversation={TALK} />, aSummary());
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByRole('button', { name: 'Oppakken' })).toBeTruthy();
    expect(screen.getByText(/Dit gesprek wacht/)).toBeTruthy();
  });

  it('[A1] says who was first', () => {
    const { say } = showDesk(<Conversation conversation={TALK} />, aSummary());
    fireEvent.click(screen.getByRole('button', { name: 'Oppakken' }));
    say(
      { type: 'refused', action: 'take', conversation: TALK, reason: 'already-taken', assignee: BRAM.name },
      { type: 'summary', summary: mine({ assignee: BRAM }) },
    );
    expect(screen.getByRole('alert').textContent).toContain('Bram Jansen was u net voor');
    expect(screen.getByText(/Bram Jansen is in gesprek/)).toBeTruthy();
  });

  it('says that the citizen is away, read, or gone for good', () => {
    const { say } = showDesk(<Conversation conversation={TALK} />, mine({ visitorHere: false }));
    expect(screen.getByText(/De burger is even weg/)).toBeTruthy();
    say({ type: 'events', conversation: TALK, events: [saidBy('operator', 2)], more: false });
    expect(screen.getByText(/Verzonden/)).toBeTruthy();
    say({ type: 'read', conversation: TALK, seq: 2 });
    expect(screen.getByText(/Gelezen/)).toBeTruthy();
    const closed = { seq: 3, at: 9, kind: 'closed', by: 'visitor' } as const;
    say(
      { type: 'events', conversation: TALK, events: [closed], more: false },
      { type: 'summary', summary: mine({ status: 'closed' }) },
    );
    expect(screen.getByText('De burger heeft het gesprek beëindigd.', { exact: false })).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('[A5] says that a conversation is no longer there, with what was being written to it', () => {
    const { link, say } = showDesk(<Conversation conversation={TALK} />, mine());
    link.draft(TALK, 'Ik zoek het op');
    say({
      type: 'refused',
      action: 'follow',
      conversation: TALK,
      reason: 'unknown-conversation',
      assignee: null,
    });
    expect(screen.getByText(/Dit gesprek is er niet meer/)).toBeTruthy();
    expect(screen.getByText('Ik zoek het op')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('[A7] gives an outdated reply back in the box, says why and what to do', () => {
    const { link, say } = showDesk(<Conversation conversation={TALK} />, mine());
    link.draft(TALK, 'Vul uw bruto-inkomen in');
    link.write(TALK);
    const [entry] = threadOf(link.store.state, TALK).outbox.entries;
    say(nack(entry?.id ?? '', 'outdated'), heard(saidBy('visitor', 2)));
    expect(screen.getByRole('alert').textContent).toContain('de burger schreef ondertussen iets nieuws');
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Vul uw bruto-inkomen in');
    expect(screen.getByRole('status').textContent).toContain('Klopt uw antwoord nog?');
    say({ type: 'summary', summary: mine({ status: 'closed' }) });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('Vul uw bruto-inkomen in')).toBeTruthy();
  });

  it('[A4] keeps the words of one that ended, to copy or to throw away', () => {
    const { link, say, redraw } = showDesk(<Conversation conversation={TALK} />, mine());
    link.draft(TALK, 'Nog één ding');
    say({ type: 'summary', summary: mine({ status: 'closed' }) });
    expect(screen.getByText('Dit gesprek is afgelopen.')).toBeTruthy();
    expect(screen.getByText('Nog één ding')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Kopieer de tekst' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Tekst weggooien' }));
    redraw();
    expect(screen.queryByText('Nog één ding')).toBeNull();
  });

  it('asks before it ends a conversation', () => {
    const { sent } = showDesk(<ConversationTitle conversation={TALK} />, mine());
    fireEvent.click(screen.getByRole('button', { name: 'Afronden' }));
    expect(sent().some((frame) => frame.type === 'finish')).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Ja, afronden' }));
    expect(sent()).toContainEqual({ type: 'finish', conversation: TALK, assignmentEpoch: 1 });
  });
});

describe('text of citizens and pages', () => {
  const ATTACK = '<img src=x onerror=alert(1)><a href="javascript:alert(1)">klik</a>';

  it('stays text in messages, rows and the context card', () => {
    const context = {
      ...CONTEXT,
      form: ATTACK,
      step: { name: ATTACK },
      field: { id: 'f1', label: ATTACK },
      page: 'javascript:alert(1)//?bsn=123456782#geheim',
    };
    const summary = mine({ context, organisation: ATTACK, site: ATTACK });
    const { container, link, say } = showDesk(
      <>
        <Lists />
        <Conversation conversation={TALK} />
        <ContextCard summary={summary} thread={{ ...threadOf(openDesk({}, null), TALK) }} />
      </>,
      summary,
    );
    say({ type: 'events', conversation: TALK, events: [saidBy('visitor', 2, ATTACK)], more: false });
    expect(link.store.state.threads.get(TALK)?.log.lastSeq).toBe(2);
    expect(container.textContent?.split(ATTACK).length).toBeGreaterThan(6);
    expect(container.querySelector('img, [onerror], a:not([href^="#gesprek/"])')).toBeNull();
    expect(container.textContent).not.toContain('123456782');
  });
});

describe('context card', () => {
  it('answers where, what goes wrong and what was done, in this order', () => {
    const thread = threadOf(openDesk({}, null), TALK);
    const { container } = showDesk(<ContextCard summary={aSummary()} thread={thread} />, aSummary());
    const headings = screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
    expect(headings).toEqual(['Waar is deze burger?', 'Wat gaat er mis?', 'Wat hebben we gedaan?', 'Verder']);
    for (const words of ['Gemeente Voorbeeldstad', 'Inkomen (stap 3 van 5)', 'Netto-inkomen per maand']) {
      expect(container.textContent).toContain(words);
    }
    expect(container.textContent).toContain('3× een foutmelding bij Netto-inkomen per maand');
    expect(container.textContent).toContain('de burger zei ja');
  });

  it('respects a citizen who shares nothing', () => {
    const summary = aSummary({ context: null, offered: false });
    showDesk(<ContextCard summary={summary} thread={threadOf(openDesk({}, null), TALK)} />, summary);
    expect(screen.getByText(/De burger deelt niet waar hij is/)).toBeTruthy();
    expect(screen.getByText(/opende zelf de chat/)).toBeTruthy();
  });
});
