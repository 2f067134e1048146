// "Uittreksel BRP aanvragen": four full page loads without any script; the server checks each step.
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Answers, Step } from '../form-kit/field.ts';
import { type Filled, renderField } from '../form-kit/render-field.ts';
import type { Html } from '../form-kit/render-field-parts.ts';
import { REQUIRED_NOTE, renderAnswers, renderProgress, renderSummary } from '../form-kit/render-form.ts';
import type { Page, Site } from '../layout.ts';
import { answerTo, readAnswers } from '../pages/answers.js';
import { findProblems } from '../pages/find-problems.js';
import { extractSteps } from './extract-steps.ts';
import { createRequestStore, type RequestStore } from './request-store.ts';

const NAME = 'Uittreksel BRP aanvragen';
const HOME = '/demo/uittreksel/';
const ID_FIELD = 'aanvraag';

export function createExtractPages(site: Site): Hono {
  const store = createRequestStore(() => site.now().getTime(), randomUUID);
  const pages = new Hono();
  pages.get('/', (c) => c.redirect(`${HOME}stap-1`, 303));
  pages.get('/bedankt', () =>
    site.show({ title: 'Uw aanvraag is ontvangen', section: HOME, body: thanks() }),
  );
  extractSteps.forEach((step, index) => {
    pages.get(`/${step.id}`, (c) => openStep(c, site, store, index));
    pages.post(`/${step.id}`, (c) => submitStep(c, site, store, index));
  });
  return pages;
}

function openStep(c: Context, site: Site, store: RequestStore, index: number): Response | Promise<Response> {
  const id = c.req.query(ID_FIELD) ?? '';
  const answers = store.find(id) ?? new Map();
  const open = firstOpenStep(answers, site.today());
  if (index > open) return c.redirect(addressOf(open, open === 0 ? '' : id), 303);
  return site.show(stepPage(index, id, { answers, problems: [] }));
}

async function submitStep(c: Context, site: Site, store: RequestStore, index: number): Promise<Response> {
  const posted = readAnswers(await c.req.formData());
  const id = answerTo(posted, ID_FIELD);
  const known = store.find(id);
  const open = firstOpenStep(known ?? new Map(), site.today());
  // The request has run out or a step was skipped: start where the answers stop.
  if (index > open) return c.redirect(addressOf(open, known ? id : ''), 303);
  const step = extractSteps[index];
  if (!step) return c.notFound();
  const answers = keepKnown(step, posted);
  const problems = findProblems(step.fields, answers, site.today());
  if (problems.length > 0) {
    const all = new Map([...(known ?? []), ...answers]);
    return site.show(stepPage(index, id, { answers: all, problems }), 422);
  }
  if (index === extractSteps.length - 1) {
    store.remove(id);
    return c.redirect(`${HOME}bedankt`, 303);
  }
  const current = known ? id : store.create(new Map());
  store.add(current, answers);
  return c.redirect(addressOf(index + 1, current), 303);
}

/** Only answers to the questions of this step are kept, and an emptied answer replaces an earlier one. */
function keepKnown(step: Step, posted: Answers): Answers {
  const names = step.fields.flatMap((field) =>
    field.kind === 'date' ? ['dag', 'maand', 'jaar'].map((part) => `${field.name}-${part}`) : [field.name],
  );
  return new Map(names.map((name) => [name, posted.get(name) ?? []]));
}

function firstOpenStep(answers: Answers, today: string): number {
  const open = extractSteps.findIndex((step) => findProblems(step.fields, answers, today).length > 0);
  return open === -1 ? extractSteps.length - 1 : open;
}

function addressOf(index: number, id: string): string {
  const address = `${HOME}${extractSteps[index]?.id ?? 'stap-1'}`;
  return id === '' ? address : `${address}?${ID_FIELD}=${encodeURIComponent(id)}`;
}

function stepPage(index: number, id: string, filled: Filled): Page {
  const step = extractSteps[index] ?? extractSteps[0];
  if (!step) throw new Error('The extract form has no steps');
  const last = index === extractSteps.length - 1;
  return {
    title: `${filled.problems.length > 0 ? 'Fout: ' : ''}${step.title} - ${NAME}`,
    section: HOME,
    body: html`<div class="site-width site-text">
      <h1 class="nl-heading nl-heading--level-1">${NAME}</h1>
      ${index === 0 ? html`<p class="nl-paragraph nl-paragraph--lead">Een uittreksel is een officieel bewijs van hoe u bij ons staat ingeschreven. Het kost € 16,20.</p>` : ''}
      ${renderProgress(index + 1, extractSteps.length)}
      ${renderSummary(filled.problems)}
      <form class="demo-form" method="post" action="${addressOf(index, id)}" novalidate aria-label="${NAME}">
        <h2 class="nl-heading nl-heading--level-2">${step.title}</h2>
        ${index === 0 ? html`<p class="nl-paragraph">${REQUIRED_NOTE}</p>` : ''}
        ${step.intro ? html`<p class="nl-paragraph">${step.intro}</p>` : ''}
        ${last ? renderEarlier(id, filled.answers) : ''}
        ${step.fields.map((field) => renderField(field, filled))}
        <input type="hidden" name="${ID_FIELD}" value="${id}">
        <div class="form-actions">
          <button class="nl-button nl-button--primary" type="submit">${last ? 'Aanvraag versturen' : 'Volgende stap'}</button>
          ${index > 0 ? html`<a class="utrecht-link utrecht-link--html-a" href="${addressOf(index - 1, id)}">Vorige stap</a>` : ''}
        </div>
      </form>
    </div>`,
  };
}

function renderEarlier(id: string, answers: Answers): Html {
  return html`${extractSteps.slice(0, -1).map(
    (step, index) => html`<section class="answers-part">
      <h3 class="nl-heading nl-heading--level-4">${step.title}</h3>
      ${renderAnswers(step.fields, answers)}
      <a class="utrecht-link utrecht-link--html-a" href="${addressOf(index, id)}">${step.title} wijzigen</a>
    </section>`,
  )}`;
}

function thanks(): Html {
  return html`<div class="site-width site-text">
    <h1 class="nl-heading nl-heading--level-1">Uw aanvraag is ontvangen</h1>
    <p class="nl-paragraph nl-paragraph--lead">Bedankt. U krijgt vandaag nog een bevestiging en een rekening per e-mail.</p>
    <p class="nl-paragraph">Hebt u gekozen voor ophalen? Neem dan uw paspoort, ID-kaart of rijbewijs mee naar het stadhuis.</p>
    <p class="nl-paragraph"><a class="utrecht-link utrecht-link--html-a" href="/demo/">Terug naar de homepage</a></p>
  </div>`;
}
