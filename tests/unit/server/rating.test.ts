// What is asked after a conversation and what is kept of it, without a store.
import { describe, expect, it } from 'vitest';
import { RATING_QUESTIONS } from '#protocol';
import { ratingAnswers } from '#protocol/schemas';
import {
  CHANGEABLE_MS,
  judgeRating,
  keepAnswers,
  planScreens,
  USUAL_RATING,
} from '../../../server/domain/rating.ts';

describe('[E5] the screens', () => {
  it('of a site that chose nothing: effort, solved, and whether the form was done, with room for a remark', () => {
    expect(planScreens(USUAL_RATING)).toEqual([
      { question: 'effort', remark: false },
      { question: 'solved', remark: false },
      { question: 'formDone', remark: true },
    ]);
  });

  it('are three at most, one question each, in the order of the site', () => {
    const questions = [...RATING_QUESTIONS].reverse();
    const screens = planScreens({ questions, remark: false });
    expect(screens?.map(({ question }) => question)).toEqual(['formDone', 'recommendation', 'satisfaction']);
    const twice = planScreens({ questions: ['solved', 'solved'], remark: true });
    expect(twice).toEqual([{ question: 'solved', remark: true }]);
  });

  it('are one with a remark only, or none at all', () => {
    expect(planScreens({ questions: [], remark: true })).toEqual([{ question: null, remark: true }]);
    expect(planScreens({ questions: [], remark: false })).toBeNull();
  });
});

describe('[E6] what is kept of the answers', () => {
  const all = {
    effort: 7,
    solved: 'partly',
    satisfaction: 1,
    recommendation: 0,
    formDone: 'not-yet',
  } as const;

  it('is what was asked; what was skipped is absent', () => {
    expect(keepAnswers(USUAL_RATING, all)).toEqual({ effort: 7, solved: 'partly', formDone: 'not-yet' });
    expect(keepAnswers({ questions: ['recommendation'], remark: true }, all)).toEqual({ recommendation: 0 });
    expect(keepAnswers(USUAL_RATING, {})).toEqual({});
    expect(keepAnswers({ questions: ['solved'], remark: false }, { remark: 'Fijn' })).toEqual({});
  });

  it('is a remark without control characters, direction tricks and space around it', () => {
    const remark = '  Dank\u0000 u \u202ewel\r\nAnna\t ';
    expect(keepAnswers(USUAL_RATING, { remark })).toEqual({ remark: 'Dank u wel\nAnna' });
    expect(keepAnswers(USUAL_RATING, { remark: ' \u0007\n ' })).toEqual({});
  });

  it('[T5] is a remark without a BSN or an IBAN', () => {
    const { remark } = keepAnswers(USUAL_RATING, { remark: 'Mijn BSN is 111222333, NL91 ABNA 0417 1643 00' });
    expect(remark).toMatch(/^Mijn BSN is /);
    expect(remark).not.toMatch(/111222333|0417/);
  });

  it.each([
    ['effort', 0],
    ['effort', 8],
    ['effort', 2.5],
    ['solved', 'maybe'],
    ['satisfaction', 6],
    ['recommendation', 11],
    ['recommendation', '10'],
    ['formDone', true],
    ['remark', 'x'.repeat(1_001)],
    ['name', 'Jansen'],
  ])('has no %s of %s', (name, answer) => {
    expect(ratingAnswers.safeParse({ [name]: answer }).success).toBe(false);
  });
});

describe('[E6] a rating', () => {
  it('is of a conversation that has ended', () => {
    expect(judgeRating({ status: 'waiting', firstAt: null }, 5)).toBe('not-ended');
    expect(judgeRating({ status: 'active', firstAt: null }, 5)).toBe('not-ended');
    expect(judgeRating({ status: 'closed', firstAt: null }, 5)).toBe('stored');
  });

  it('can be changed for a day after it was first given', () => {
    expect(judgeRating({ status: 'closed', firstAt: 5 }, 5 + CHANGEABLE_MS - 1)).toBe('stored');
    expect(judgeRating({ status: 'closed', firstAt: 5 }, 5 + CHANGEABLE_MS)).toBe('too-late');
  });
});
