// The one sentence of the inspector: what is the matter, then why; for every state, gate and language.
import { describe, expect, it } from 'vitest';
import { GATE_CODES, REASON_CODES } from '#protocol';
import { en } from '../../../../widget/inspector/i18n/en.ts';
import { nl, type Words } from '../../../../widget/inspector/i18n/nl.ts';
import { judge } from '../../../../widget/inspector/verdict.ts';
import type { OfferReport } from '../../../../widget/offer/report.ts';

const REPORT: OfferReport = {
  mode: 'proactive',
  status: 'quiet',
  score: 0.21,
  threshold: 0.38,
  reasons: [],
  gates: [],
};
const STATUSES: OfferReport['status'][] = [
  'quiet',
  'held',
  'shown',
  'accepted',
  'declined',
  'withheld',
  'resting',
];

function say(
  report: Partial<OfferReport>,
  { hasForm = true, words = nl }: { hasForm?: boolean; words?: Words } = {},
) {
  const { head, why } = judge({ ...REPORT, ...report }, hasForm, words);
  return `${head}: ${why}`.replaceAll('\u00a0', ' ');
}

describe('the verdict', () => {
  it.each<[string, Partial<OfferReport>]>([
    ['Nog geen aanbod: score 21 %, nodig 38 %', {}],
    // Below the threshold the score is why, whatever is shut besides.
    ['Nog geen aanbod: score 21 %, nodig 38 %', { gates: ['typing'] }],
    ['Aanbod wacht: er wordt getypt', { score: 0.5, gates: ['no-breakpoint', 'typing'] }],
    ['Aanbod komt: medewerker wordt gevraagd', { score: 0.5 }],
    ['Aanbod wacht: pagina uit beeld', { score: 0.5, status: 'held', gates: ['hidden'] }],
    ['Aanbod wacht: geen vrije plek in beeld', { score: 0.5, status: 'held' }],
    ['Aanbod in beeld: wacht op antwoord', { status: 'shown', gates: ['offered'] }],
    ['Aanbod aangenomen: de chat is open', { status: 'accepted', gates: ['chat-open'] }],
    ['Geen aanbod meer: de burger zei nee', { status: 'declined', gates: ['declined'] }],
    ['Geen aanbod meer: hulp al aangeboden', { status: 'resting', gates: ['typing', 'offered'] }],
    ['Geen aanbod meer: pagina vraagt om rust', { status: 'resting', gates: ['too-early', 'suppressed'] }],
    ['Geen aanbod: geen medewerker vrij', { status: 'withheld', score: 0.9, gates: ['no-operator'] }],
    ['Geen aanbod: alleen de chatknop staat aan', { mode: 'button', score: 0.9 }],
    // The page asked for it itself: it is there, whatever the mode.
    ['Aanbod in beeld: wacht op antwoord', { mode: 'button', status: 'shown' }],
  ])('%s', (sentence, report) => {
    expect(say(report)).toBe(sentence);
  });

  it('says first that there is no form', () => {
    expect(say({ score: 0 }, { hasForm: false })).toBe('Geen aanbod: geen formulier gevonden');
    expect(say({ status: 'declined' }, { hasForm: false })).toBe('Geen aanbod meer: de burger zei nee');
  });

  it('speaks English', () => {
    expect(say({}, { words: en })).toBe('No offer yet: score 21%, needs 38%');
    expect(say({ score: 0.5, gates: ['typing'] }, { words: en })).toBe('Offer waits: someone is typing');
  });

  it.each([nl, en])('has a reason for every state and gate, short enough for a phone ($locale)', (words) => {
    for (const status of STATUSES)
      for (const gate of GATE_CODES) {
        const { head, why } = judge({ ...REPORT, status, score: 0.5, gates: [gate] }, true, words);
        expect(why).not.toBe('');
        expect(`${head}: ${why}`.length).toBeLessThanOrEqual(45);
      }
  });
});

describe('the words', () => {
  it.each([nl, en])('list every gate and reason, gates in one order ($locale)', (words) => {
    expect(Object.keys(words.gate)).toEqual(Object.keys(nl.gate));
    expect(new Set(Object.keys(words.gate))).toEqual(new Set(GATE_CODES));
    expect(new Set(Object.keys(words.reason))).toEqual(new Set(REASON_CODES));
    // "nee" before a "niet" says the opposite of what is meant.
    for (const text of Object.values(words.gate)) expect(text).not.toMatch(/\b(niet|geen|not|no|nobody)\b/);
  });
});
