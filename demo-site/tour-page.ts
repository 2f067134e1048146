// "Zo ziet u Vangnet werken in twee minuten": two windows side by side, step by step.
import { html } from 'hono/html';
import type { Html } from './form-kit/render-field-parts.ts';
import type { Page } from './layout.ts';

export type SignInLink = { label: string; url: string };

export function tourPage(consoleUrl: string, links: readonly SignInLink[]): Page {
  return {
    title: 'Zo ziet u Vangnet werken in twee minuten',
    section: '/demo/uitleg/',
    body: html`<div class="site-width site-text">
      <h1 class="nl-heading nl-heading--level-1">Zo ziet u Vangnet werken in twee minuten</h1>
      <p class="nl-paragraph nl-paragraph--lead">Zet twee vensters naast elkaar. Links bent u de medewerker, rechts de burger die vastloopt.</p>
      ${renderSteps(consoleUrl, links)}
      <section class="never">
        <h2 class="nl-heading nl-heading--level-2">Wat Vangnet nooit doet</h2>
        <ul class="utrecht-unordered-list">
          <li class="utrecht-unordered-list__item">Vangnet leest nooit wat u invult. Het merkt alleen dát een vraag niet lukt.</li>
          <li class="utrecht-unordered-list__item">Vangnet bewaart niets in uw browser en zet geen cookies zolang u geen hulp wilt.</li>
          <li class="utrecht-unordered-list__item">Vangnet stoort niet: nooit terwijl u typt, en na “Nee, bedankt” blijft het stil.</li>
        </ul>
      </section>
    </div>`,
  };
}

function renderSteps(consoleUrl: string, links: readonly SignInLink[]): Html {
  return html`<ol class="tour">
    <li class="tour__step">
      <h2 class="nl-heading nl-heading--level-3">Links: meld u aan als medewerker</h2>
      ${renderLinks(consoleUrl, links)}
      <p class="nl-paragraph">Zet daarna uw status op <strong>Beschikbaar</strong>. Zonder vrije medewerker biedt Vangnet geen hulp aan.</p>
    </li>
    <li class="tour__step">
      <h2 class="nl-heading nl-heading--level-3">Rechts: open een moeilijk formulier</h2>
      <p class="nl-paragraph"><a class="utrecht-link utrecht-link--html-a" href="/demo/bijstand/" target="_blank" rel="noreferrer">Bijzondere bijstand aanvragen (opent in een nieuw venster)</a></p>
    </li>
    <li class="tour__step">
      <h2 class="nl-heading nl-heading--level-3">Rechts: maak twee keer dezelfde fout</h2>
      <p class="nl-paragraph">Vul bij <strong>Hoe hoog zijn de kosten?</strong> het woord “veel” in en kies <strong>Volgende</strong>. U krijgt een foutmelding. Verander het in “best veel” en kies weer <strong>Volgende</strong>.</p>
    </li>
    <li class="tour__step">
      <h2 class="nl-heading nl-heading--level-3">Rechts: aarzel</h2>
      <p class="nl-paragraph">Klik in het vak en doe even niets. Binnen 15 seconden vraagt Vangnet of u hulp wilt. Kies <strong>Ja, graag</strong>.</p>
    </li>
    <li class="tour__step">
      <h2 class="nl-heading nl-heading--level-3">Links: help de burger</h2>
      <p class="nl-paragraph">Het gesprek staat meteen in de <strong>Wachtrij</strong>, met het formulier, de stap, de vraag en de reden. Kies <strong>Oppakken</strong> en stuur een bericht. Rechts leest u het direct.</p>
    </li>
  </ol>`;
}

function renderLinks(consoleUrl: string, links: readonly SignInLink[]): Html {
  const newWindow = html` target="_blank" rel="noreferrer"`;
  if (links.length === 0) {
    return html`<p class="nl-paragraph"><a class="utrecht-link utrecht-link--html-a" href="${consoleUrl}"${newWindow}>Open de console (opent in een nieuw venster)</a></p>`;
  }
  return html`<ul class="sign-in">
    ${links.map((link) => html`<li><a class="nl-button nl-button--secondary" href="${link.url}"${newWindow}><span class="nl-button__label">${link.label}</span><span class="visually-hidden"> (opent in een nieuw venster)</span></a></li>`)}
  </ul>
  <p class="nl-paragraph">Een link werkt één keer. Werkt hij niet meer? Laad dan deze pagina opnieuw. Bent u al aangemeld? Ga dan naar <a class="utrecht-link utrecht-link--html-a" href="${consoleUrl}"${newWindow}>de console (opent in een nieuw venster)</a>.</p>`;
}
