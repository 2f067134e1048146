// "Bijzondere bijstand aanvragen": one page that holds all steps; the browser script shows them one by one.
import { randomInt } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import type { Step } from '../form-kit/field.ts';
import { renderField } from '../form-kit/render-field.ts';
import type { Html } from '../form-kit/render-field-parts.ts';
import { REQUIRED_NOTE, renderProgress, renderSummary } from '../form-kit/render-form.ts';
import type { Page, Site } from '../layout.ts';
import { readAnswers } from '../pages/answers.js';
import { aidSteps } from '../pages/bijstand-steps.js';
import { findProblems } from '../pages/find-problems.js';

const NAME = 'Bijzondere bijstand aanvragen';
const HOME = '/demo/bijstand/';
/** 10 MB of documents, as the form says, and room for the answers. */
const MOST_BYTES = 11 * 1024 * 1024;

export function createAidPages(site: Site): Hono {
  const pages = new Hono();
  pages.get('/', () => site.show(formPage()));
  for (const step of aidSteps) pages.get(`/${step.id}`, () => site.show(formPage()));
  pages.post('/', bodyLimit({ maxSize: MOST_BYTES }), async (c) => {
    const answers = readAnswers(await c.req.formData());
    for (const [index, step] of aidSteps.entries()) {
      const problems = findProblems(step.fields, answers, site.today());
      if (problems.length > 0) return c.json({ step: index, problems }, 422);
    }
    return c.json({ kenmerk: `BB-${site.today().slice(0, 4)}-${randomInt(10_000, 100_000)}` });
  });
  return pages;
}

function formPage(): Page {
  return {
    title: NAME,
    section: HOME,
    scripts: ['bijstand.js'],
    body: html`<div class="site-width site-text">
      <div id="aanvraag">
        <h1 class="nl-heading nl-heading--level-1">${NAME}</h1>
        <noscript><p class="nl-paragraph">Voor dit formulier hebt u JavaScript nodig. Zet JavaScript aan, of bel 14 0999 voor een formulier op papier.</p></noscript>
        ${renderProgress(1, aidSteps.length)}
        ${renderSummary([])}
        <form class="demo-form" method="post" action="${HOME}" enctype="multipart/form-data" novalidate aria-label="${NAME}">
          ${aidSteps.map((step, index) => renderStep(step, index))}
          <div class="form-actions">
            <button class="nl-button nl-button--primary" type="submit">Volgende</button>
            <button class="nl-button nl-button--secondary" type="button" name="vorige" hidden>Vorige</button>
          </div>
        </form>
      </div>
      ${renderReceipt()}
    </div>`,
  };
}

function renderStep(step: Step, index: number): Html {
  const last = index === aidSteps.length - 1;
  return html`<section class="step"${index > 0 ? html` hidden` : ''}>
    <h2 class="nl-heading nl-heading--level-2">${step.title}</h2>
    ${index === 0 ? html`<div><p class="nl-paragraph">Hebt u hoge kosten die u echt moet maken en die u niet zelf kunt betalen? Dan kunt u bijzondere bijstand krijgen.</p><p class="nl-paragraph">${REQUIRED_NOTE}</p></div>` : ''}
    ${step.intro ? html`<p class="nl-paragraph">${step.intro}</p>` : ''}
    ${last ? html`<div id="uw-antwoorden"></div>` : ''}
    ${step.fields.map((field) => renderField(field, { answers: new Map(), problems: [] }))}
  </section>`;
}

function renderReceipt(): Html {
  return html`<template id="ontvangen">
    <h1 class="nl-heading nl-heading--level-1">Uw aanvraag is ontvangen</h1>
    <p class="nl-paragraph nl-paragraph--lead">Uw kenmerk is <strong id="kenmerk"></strong>. Schrijf dit op of maak er een foto van.</p>
    <p class="nl-paragraph">Wij kijken binnen 8 weken of u bijzondere bijstand krijgt. U krijgt daarover een brief. Missen wij iets? Dan bellen of schrijven wij u.</p>
    <p class="nl-paragraph"><a class="utrecht-link utrecht-link--html-a" href="/demo/">Terug naar de homepage</a></p>
  </template>`;
}
