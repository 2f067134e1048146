// "Verhuizing doorgeven": one page, checked in the browser and again here, then a page that says thank you.
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Problem } from '../form-kit/field.ts';
import type { Filled } from '../form-kit/render-field.ts';
import type { Html } from '../form-kit/render-field-parts.ts';
import { REQUIRED_NOTE, renderFieldGroup, renderSummary } from '../form-kit/render-form.ts';
import type { Page, Site } from '../layout.ts';
import { readAnswers } from '../pages/answers.js';
import { findProblems } from '../pages/find-problems.js';
import { addressFields, contactFields, moveFields, movingFields } from '../pages/verhuizing-fields.js';

const NAME = 'Verhuizing doorgeven';
const HOME = '/demo/verhuizing/';

export function createMovingPages(site: Site): Hono {
  const pages = new Hono();
  pages.get('/', () => site.show(formPage({ answers: new Map(), problems: [] })));
  pages.post('/', async (c) => {
    const answers = readAnswers(await c.req.formData());
    const problems = findProblems(movingFields, answers, site.today());
    if (problems.length > 0) return site.show(formPage({ answers, problems }), 422);
    return c.redirect(`${HOME}bedankt`, 303);
  });
  pages.get('/bedankt', () =>
    site.show({ title: 'Uw verhuizing is doorgegeven', section: HOME, body: thanks() }),
  );
  return pages;
}

function formPage(filled: Filled): Page {
  return {
    title: titleFor(filled.problems),
    section: HOME,
    scripts: ['verhuizing.js'],
    body: html`<div class="site-width site-text">
      <h1 class="nl-heading nl-heading--level-1">${NAME}</h1>
      <p class="nl-paragraph nl-paragraph--lead">Verhuist u naar of binnen Voorbeeldstad? Geef het aan ons door van 4 weken vóór tot 5 dagen na uw verhuizing. Het kost niets.</p>
      ${renderSummary(filled.problems)}
      <p class="nl-paragraph">${REQUIRED_NOTE}</p>
      <form class="demo-form" method="post" action="${HOME}" novalidate aria-label="${NAME}">
        ${renderFieldGroup('Uw nieuwe adres', addressFields, filled)}
        ${renderFieldGroup('Uw verhuizing', moveFields, filled)}
        ${renderFieldGroup('Uw gegevens', contactFields, filled)}
        <div class="form-actions"><button class="nl-button nl-button--primary" type="submit">Verhuizing doorgeven</button></div>
      </form>
    </div>`,
  };
}

function titleFor(problems: readonly Problem[]): string {
  return problems.length > 0 ? `Fout: ${NAME}` : NAME;
}

function thanks(): Html {
  return html`<div class="site-width site-text">
    <h1 class="nl-heading nl-heading--level-1">Uw verhuizing is doorgegeven</h1>
    <p class="nl-paragraph nl-paragraph--lead">Bedankt. U krijgt vandaag nog een bevestiging per e-mail.</p>
    <h2 class="nl-heading nl-heading--level-2">Wat gebeurt er nu?</h2>
    <ol class="utrecht-ordered-list">
      <li class="utrecht-ordered-list__item">Wij verwerken uw nieuwe adres binnen 5 werkdagen.</li>
      <li class="utrecht-ordered-list__item">Daarna weten ook de Belastingdienst, het UWV en uw zorgverzekeraar uw nieuwe adres.</li>
      <li class="utrecht-ordered-list__item">Geef uw nieuwe adres zelf door aan uw bank en uw werkgever.</li>
    </ol>
    <p class="nl-paragraph"><a class="utrecht-link utrecht-link--html-a" href="/demo/">Terug naar de homepage</a></p>
  </div>`;
}
