// What a citizen can do after a conversation: know what is offered, ask for a copy, say what it was like (rules E).
import type { Context, Hono } from 'hono';
import { ratingRequest, transcriptRequest } from '#protocol/schemas';
import { type After, readAfter } from '../application/after.ts';
import { rateConversation } from '../application/ratings.ts';
import { askTranscript, type CopyAnswer } from '../application/transcripts.ts';
import type { Admit } from './contact-routes.ts';
import { type ProblemName, problem, tooMany } from './problems.ts';
import { readBody } from './read-body.ts';

type Headers = Record<string, string>;

/** The first retry of mail is sooner; this is for a queue that is full. */
const FULL_SECONDS = 60;

const COPY_PROBLEMS = {
  'not-offered': 'not-found',
  unknown: 'unknown-conversation',
  'not-helped': 'not-helped-yet',
  full: 'unavailable',
} as const satisfies Record<Exclude<CopyAnswer['is'], 'queued' | 'too-many'>, ProblemName>;

const RATING_PROBLEMS = {
  'not-asked': 'not-found',
  unknown: 'unknown-conversation',
  'not-ended': 'not-ended',
  'too-late': 'too-late',
} as const satisfies Record<string, ProblemName>;

function answerCopy(c: Context, answer: CopyAnswer, headers: Headers): Response {
  if (answer.is === 'queued') return c.json({ queued: true }, 202, headers);
  if (answer.is === 'too-many') return tooMany(c, answer.wait, headers);
  const later = answer.is === 'full' ? { 'Retry-After': String(FULL_SECONDS) } : {};
  return problem(c, COPY_PROBLEMS[answer.is], { ...headers, ...later });
}

export function addAfterRoutes(app: Hono, admit: Admit, after: After): void {
  const { perAddress } = after.limits;

  app.get('/sites/:site/after', (c) =>
    admit(c, async (site, headers) => c.json(await readAfter(after, site), 200, headers)),
  );

  app.post('/sites/:site/transcripts', (c) =>
    admit(
      c,
      async (site, headers) => {
        const request = await readBody(c, transcriptRequest);
        if (!request) return problem(c, 'bad-request', headers);
        return answerCopy(c, await askTranscript(after, site, request), headers);
      },
      perAddress,
    ),
  );

  app.post('/sites/:site/ratings', (c) =>
    admit(
      c,
      async (site, headers) => {
        const request = await readBody(c, ratingRequest);
        if (!request) return problem(c, 'bad-request', headers);
        const verdict = await rateConversation(after, site, request);
        if (verdict === 'stored') return c.body(null, 204, headers);
        return problem(c, RATING_PROBLEMS[verdict], headers);
      },
      perAddress,
    ),
  );
}
