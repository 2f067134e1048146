/** The part of the Open Forms API that the SDK needs to take a citizen from the start page to the confirmation. */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { FORM, findInvalid, STEPS, type StepDefinition, type Values } from './open-forms-definition.ts';
import {
  describeForm,
  describeOutcome,
  describeProblem,
  describeStep,
  describeSubmission,
  FORMIO_MESSAGES,
  type Renderer,
  type Submission,
  summarise,
} from './open-forms-payloads.ts';

export const API_PATH = '/api/v2/';

export function makeOpenFormsApi(renderer: Renderer): Hono {
  const submissions = new Map<string, Submission>();
  const api = new Hono().basePath(API_PATH);
  api.use(async (call, next) => {
    await next();
    call.header('Content-Language', 'nl');
    call.header('X-CSRFToken', 'not-checked-here');
    call.header('X-Session-Expires-In', '3600');
  });
  addFormRoutes(api, renderer);
  addSubmissionRoutes(api, submissions);
  addStepRoutes(api, submissions);
  return api;
}

function addFormRoutes(api: Hono, renderer: Renderer): void {
  api.get(`forms/${FORM.uuid}`, (call) => call.json(describeForm(findBase(call.req.url), renderer)));
  api.get('i18n/info', (call) =>
    call.json({ languages: [{ code: 'nl', name: 'Nederlands' }], current: 'nl' }),
  );
  api.get('i18n/formio/nl', (call) => call.json(FORMIO_MESSAGES));
  api.get('analytics/analytics-tools-config-info', (call) => call.json({ enableGovmetricAnalytics: false }));
  api.delete('authentication/:id/session', (call) => call.body(null, 204));
}

function addSubmissionRoutes(api: Hono, submissions: Map<string, Submission>): void {
  api.post('submissions', (call) => {
    const submission: Submission = { id: randomUUID(), filled: new Map() };
    submissions.set(submission.id, submission);
    return call.json(describeSubmission(findBase(call.req.url), submission), 201);
  });
  api.get('submissions/:id', (call) => {
    return call.json(describeSubmission(findBase(call.req.url), find(submissions, call.req.param('id'))));
  });
  api.get('submissions/:id/summary', (call) => call.json(summarise(find(submissions, call.req.param('id')))));
  api.post('submissions/:id/_complete', (call) => {
    return call.json({
      statusUrl: `${findBase(call.req.url)}submissions/${call.req.param('id')}/token/status`,
    });
  });
  api.get('submissions/:id/token/status', (call) => call.json(describeOutcome()));
}

function addStepRoutes(api: Hono, submissions: Map<string, Submission>): void {
  const path = 'submissions/:id/steps/:step';
  api.get(path, (call) => {
    return call.json(describeStep(find(submissions, call.req.param('id')), findStep(call.req.param('step'))));
  });
  api.post(`${path}/_check-logic`, (call) => {
    const submission = find(submissions, call.req.param('id'));
    const step = describeStep(submission, findStep(call.req.param('step')));
    return call.json({
      submission: describeSubmission(findBase(call.req.url), submission),
      step: { ...step, data: {} },
    });
  });
  api.post(`${path}/validate`, async (call) => {
    const invalid = findInvalid(findStep(call.req.param('step')), readData(await call.req.json()));
    return invalid.length > 0 ? call.json(describeProblem(invalid), 400) : call.body(null, 204);
  });
  api.put(path, async (call) => {
    const submission = find(submissions, call.req.param('id'));
    const step = findStep(call.req.param('step'));
    const data = readData(await call.req.json());
    const invalid = findInvalid(step, data);
    if (invalid.length > 0) return call.json(describeProblem(invalid), 400);
    submission.filled.set(step.uuid, data);
    return call.json(describeStep(submission, step), 201);
  });
}

/** The SDK compares whole addresses, so they must all start with the one that it calls. */
function findBase(url: string): string {
  return new URL(API_PATH, url).href;
}

function find(submissions: Map<string, Submission>, id: string): Submission {
  const submission = submissions.get(id);
  if (!submission) throw new HTTPException(404);
  return submission;
}

function findStep(uuid: string): StepDefinition {
  const step = STEPS.find((candidate) => candidate.uuid === uuid);
  if (!step) throw new HTTPException(404);
  return step;
}

function readData(body: { data?: Values | null }): Values {
  return body.data ?? {};
}
