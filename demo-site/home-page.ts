// The home page of Gemeente Voorbeeldstad: what a citizen most often comes for.
import { html } from 'hono/html';
import type { Page } from './layout.ts';

const TASKS = [
  {
    path: '/demo/verhuizing/',
    title: 'Verhuizing doorgeven',
    text: 'Geef uw nieuwe adres door, van 4 weken vóór tot 5 dagen na uw verhuizing.',
    facts: 'Gratis · 5 minuten',
  },
  {
    path: '/demo/uittreksel/',
    title: 'Uittreksel BRP aanvragen',
    text: 'Een officieel bewijs van uw inschrijving, bijvoorbeeld voor een nieuwe woning.',
    facts: '€ 16,20 · 5 minuten',
  },
  {
    path: '/demo/bijstand/',
    title: 'Bijzondere bijstand aanvragen',
    text: 'Hulp bij hoge kosten die u echt moet maken en niet zelf kunt betalen.',
    facts: 'Gratis · 15 minuten',
  },
];

export function homePage(): Page {
  return {
    title: 'Home',
    section: '/demo/',
    body: html`
    <div class="hero"><div class="site-width">
      <h1 class="nl-heading nl-heading--level-1">Waarmee kunnen wij u helpen?</h1>
      <p class="nl-paragraph nl-paragraph--lead">Regel uw zaken met de gemeente, ook ’s avonds en in het weekend.</p>
    </div></div>
    <div class="site-width home">
      <h2 class="nl-heading nl-heading--level-2">Direct regelen</h2>
      <ul class="tasks">
        ${TASKS.map(
          (task) => html`<li class="task">
            <h3 class="nl-heading nl-heading--level-3"><a class="utrecht-link utrecht-link--html-a task__link" href="${task.path}">${task.title}</a></h3>
            <p class="nl-paragraph">${task.text}</p>
            <p class="nl-paragraph task__facts">${task.facts}</p>
          </li>`,
        )}
      </ul>
      <section class="home__demo">
        <h2 class="nl-heading nl-heading--level-2">Bekijkt u de demonstratie?</h2>
        <p class="nl-paragraph">In twee minuten ziet u hoe Vangnet een burger helpt die vastloopt.</p>
        <p class="nl-paragraph"><a class="utrecht-link utrecht-link--html-a" href="/demo/uitleg/">Zo ziet u Vangnet werken</a></p>
      </section>
    </div>`,
  };
}
