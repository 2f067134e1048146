/** The end of a conversation, and the ways to be helped without one. */
import { CLOSE } from '#protocol';
import type { FakeRelay } from '../panel/fake-relay.ts';
import { openPanel } from './before.ts';
import type { Stage, State } from './stage.ts';
import { say, talk } from './talking.ts';

async function end(stage: Stage): Promise<void> {
  await talk(stage);
  stage.relay.add({ kind: 'closed', by: 'operator' });
  await stage.button('Downloaden').waitFor();
}

export const rate = (relay: FakeRelay): void => {
  relay.after = {
    transcripts: true,
    rating: {
      screens: [
        { question: 'effort', remark: false },
        { question: 'recommendation', remark: false },
        { question: 'formDone', remark: true },
      ],
    },
  };
};

const goAway: State['prepare'] = (relay) => {
  relay.site.reach = { state: 'away', opensAt: Date.now() + 60_000_000 };
  relay.site.closedBecause = 'Wij zijn dicht vanwege een verhuizing.';
};

async function skip(stage: Stage, count: number): Promise<void> {
  await end(stage);
  for (let passed = 0; passed < count; passed += 1) await stage.button('Overslaan').click();
}

/** The other ways stand on the screen when nobody is there; else they are asked for. */
async function openWays(stage: Stage): Promise<void> {
  await openPanel(stage);
  if (stage.relay.site.reach.state !== 'away') await stage.button('Contact').click();
  await stage.button('Terugbelverzoek').waitFor();
}

async function openForm(stage: Stage, name: string): Promise<void> {
  await openWays(stage);
  await stage.button(name).click();
  await stage.page.getByRole('heading', { name, exact: true }).waitFor();
}

export const AFTERWARDS: readonly State[] = [
  { name: 'ended', reach: end },
  { name: 'rating, first screen', prepare: rate, reach: (stage) => skip(stage, 0) },
  { name: 'rating, second screen', prepare: rate, reach: (stage) => skip(stage, 1) },
  { name: 'rating, third screen', prepare: rate, reach: (stage) => skip(stage, 2) },
  { name: 'rating, done', prepare: rate, reach: (stage) => skip(stage, 3) },
  {
    name: 'a copy by e-mail, wrong address',
    prepare: rate,
    async reach(stage) {
      await end(stage);
      await stage.button('Naar mijn e-mail sturen').click();
      await stage.page.getByRole('textbox', { name: 'Uw e-mailadres' }).fill('jan');
      await stage.button('Versturen').click();
      await stage.text('Vul een e-mailadres in').waitFor();
    },
  },
  {
    name: 'ended with unsent text',
    async reach(stage) {
      await talk(stage);
      stage.relay.deaf = true;
      await say(stage, 'En mijn partner?');
      stage.relay.add({ kind: 'closed', by: 'operator' });
      await stage.text('Uw laatste tekst is niet verstuurd.').waitFor();
    },
  },
  {
    name: 'conversation gone',
    async reach(stage) {
      await talk(stage);
      stage.relay.drop(CLOSE.tokenInvalid);
      await stage.text('Dit gesprek is niet meer te vinden.').waitFor();
    },
  },
  { name: 'away', prepare: goAway, reach: openWays },
  { name: 'the other ways', reach: openWays },
  { name: 'call-back form', reach: (stage) => openForm(stage, 'Terugbelverzoek') },
  {
    name: 'call-back form, with an error',
    prepare: goAway,
    async reach(stage) {
      await openForm(stage, 'Terugbelverzoek');
      await stage.button('Verzoek versturen').click();
      await stage.text('Schrijf in een paar woorden waar uw vraag over gaat.').waitFor();
    },
  },
  {
    name: 'call-back asked',
    async reach(stage) {
      await openForm(stage, 'Terugbelverzoek');
      await stage.page.getByRole('textbox', { name: 'Waar gaat uw vraag over?' }).fill('Bijstand');
      await stage.page.getByRole('textbox', { name: 'Uw telefoonnummer' }).fill('06 12345678');
      await stage.button('Verzoek versturen').click();
      await stage.page.getByRole('heading', { name: 'Wij bellen u terug' }).waitFor();
    },
  },
  {
    name: 'message form',
    prepare: goAway,
    reach: (stage) => openForm(stage, 'Bericht achterlaten'),
  },
];
