// @vitest-environment happy-dom
/** What the chat button says while the panel is closed: the words on hover and for who cannot see, once aloud. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConversationState } from '../../../../widget/conversation/conversation-state.ts';
import { NO_CONVERSATION } from '../../../../widget/conversation/conversation-state.ts';
import { words as english } from '../../../../widget/panel/i18n/en.ts';
import { nl } from '../../../../widget/panel/i18n/nl.ts';
import { chooseSign } from '../../../../widget/panel/sign/choose-sign.ts';
import { createSign } from '../../../../widget/panel/sign/sign.ts';

const en = english.panel;

const talk = (more: Partial<ConversationState>): ConversationState => ({ ...NO_CONVERSATION, ...more });

describe('chooseSign', () => {
  it('counts answers before it speaks of what is lost', () => {
    expect(chooseSign(talk({}), nl)).toBeNull();
    expect(chooseSign(talk({ unread: 1, lost: ['a'] }), nl)).toEqual({
      mark: '1',
      words: '1 nieuw antwoord',
      aloud: 'Er is een nieuw antwoord in de chat.',
    });
    expect(chooseSign(talk({ unread: 3 }), nl)?.words).toBe('3 nieuwe antwoorden');
    expect(chooseSign(talk({ unread: 2 }), en)?.words).toBe('2 new answers');
    expect(chooseSign(talk({ lost: ['a'] }), nl)).toEqual({
      mark: '!',
      words: nl.lost(1),
      aloud: nl.lost(1),
    });
  });
});

describe('the sign on the button', () => {
  let root: ShadowRoot;
  let button: HTMLButtonElement;
  let said: string[];
  const status = () => root.querySelector('[role=status]');
  const answers = (unread: number) => chooseSign(talk({ unread }), nl);

  beforeEach(() => {
    root = document.createElement('div').attachShadow({ mode: 'open' });
    button = document.createElement('button');
    button.textContent = 'Chat met ons';
    root.append(button);
    said = [];
  });

  it('says it once, however many come, and again after someone looked', () => {
    const show = createSign(root, button);
    const note = (unread: number) => {
      show(answers(unread));
      const words = status()?.textContent ?? '';
      if (words !== said.at(-1)) said.push(words);
      return [button.dataset['sign'], button.title];
    };
    expect(status()).toBeNull();
    show(null);
    expect(status()?.textContent).toBe('');
    expect(note(1)).toEqual(['1', '1 nieuw antwoord']);
    expect(note(2)).toEqual(['2', '2 nieuwe antwoorden']);
    expect(note(0)).toEqual([undefined, '']);
    note(1);
    expect(said).toEqual([
      'Er is een nieuw antwoord in de chat.',
      '',
      'Er is een nieuw antwoord in de chat.',
    ]);
    expect(button.textContent).toBe('Chat met ons');
  });

  it('is quiet while nothing changes', () => {
    const show = createSign(root, button);
    show(answers(1));
    const words = status()?.firstChild;
    show(answers(1));
    show(answers(2));
    expect(status()?.firstChild).toBe(words);
  });
});
