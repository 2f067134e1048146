/** Everything that a conversation can look like while it lasts. */
import { CLOSE } from '#protocol';
import { openPanel } from './before.ts';
import type { Stage, State } from './stage.ts';

const DAY = 86_400_000;
const LONG =
  'U vraagt of de eigen bijdrage ook geldt als uw partner geen inkomen heeft. Dat hangt af van de regeling. Voor de bijzondere bijstand kijken wij naar het inkomen van u beiden samen, ook als een van u niets verdient. Heeft u samen minder dan de bijstandsnorm, dan betaalt u geen eigen bijdrage. Vul bij vraag 4 dan een nul in.\n\nLet op: de Arbeidsongeschiktheidsverzekeringsmaatschappijuitkering telt wél mee. https://www.voorbeeldstad.example/inkomen/bijzondere-bijstand/eigen-bijdrage-berekenen?regeling=bijzondere-bijstand-woonkosten';

export async function say({ box, button, page }: Stage, text: string): Promise<void> {
  await box.fill(text);
  await button('Versturen').click();
  await page.getByRole('log').getByText(text.slice(0, 30)).first().waitFor();
}

async function wait(stage: Stage): Promise<void> {
  await openPanel(stage);
  await say(stage, 'Goedemiddag, telt het inkomen van mijn partner mee?');
  await stage.page.getByText('Verstuurd', { exact: true }).waitFor();
}

export async function talk(stage: Stage): Promise<void> {
  await wait(stage);
  stage.relay.take('Anna de Vries');
  stage.relay.say(
    'Dag, ik kijk met u mee. Op https://voorbeeldstad.example/bijstand staat wat u nodig hebt.',
  );
  await stage.text('Op https').waitFor();
}

export const TALKING: readonly State[] = [
  { name: 'waiting', reach: wait },
  {
    name: 'waiting, everyone busy',
    prepare(relay) {
      relay.site.reach = { state: 'busy', opensAt: null };
    },
    reach: wait,
  },
  { name: 'talking, with a link', reach: talk },
  {
    name: 'message on its way',
    async reach(stage) {
      await talk(stage);
      stage.relay.deaf = true;
      await say(stage, 'En het huis?');
      await stage.text('Wordt verstuurd').waitFor();
    },
  },
  {
    name: 'message late',
    withClock: true,
    async reach(stage) {
      await talk(stage);
      stage.relay.deaf = true;
      await say(stage, 'En het huis?');
      await stage.page.clock.runFor(11_000);
      await stage.button('Opnieuw proberen').first().waitFor();
    },
  },
  {
    name: 'message failed',
    async reach(stage) {
      const { relay } = stage;
      await talk(stage);
      relay.deaf = true;
      await say(stage, 'En het huis?');
      for (let sent = findSent(stage); sent === undefined; sent = findSent(stage))
        await stage.page.evaluate('new Promise(requestAnimationFrame)');
      const { id, n } = findSent(stage) ?? { id: '', n: 0 };
      relay.send({ type: 'nack', id, n, reason: 'id-conflict' });
      await stage.text('Niet verstuurd').waitFor();
    },
  },
  {
    name: 'message masked and read',
    async reach(stage) {
      await talk(stage);
      await stage.box.fill('Mijn BSN is 111222333.');
      await stage.button('Versturen').click();
      await stage.text('Wij hebben uw burgerservicenummer').waitFor();
      stage.relay.send({ type: 'read', seq: stage.relay.log.length });
      await stage.page.getByText('Gelezen', { exact: true }).last().waitFor();
    },
  },
  {
    name: 'long texts over several days',
    async reach(stage) {
      const { clock, relay } = stage;
      clock.now = Date.now() - 3 * DAY;
      await talk(stage);
      clock.now += 2 * DAY;
      relay.say(LONG);
      await say(stage, 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft');
      clock.now += DAY;
      relay.say('Goedemorgen.');
      await stage.text('Goedemorgen.').waitFor();
    },
  },
  {
    name: 'read back',
    async reach(stage) {
      await talk(stage);
      for (let count = 0; count < 12; count += 1) stage.relay.say(`${count}. ${LONG.slice(0, 120)}`);
      await stage.text('11. U vraagt').waitFor();
      await stage.page.getByRole('log').evaluate((log) => log.parentElement?.scrollTo(0, 0));
      await stage.button('Naar het nieuwste bericht').waitFor();
    },
  },
  {
    name: 'waiting, place and call-back',
    async reach(stage) {
      await wait(stage);
      stage.relay.send({ type: 'queue', place: 7, waitFrom: 5, waitTo: 10, lateIn: 0 });
      await stage.text('U bent nu de zevende in de rij.').last().waitFor();
    },
  },
  {
    name: "the form's own time, and still there",
    prepare(relay) {
      const lasts = 15 * 60_000;
      relay.told = { formSession: { lasts, warns: lasts - 1, origins: [] } };
    },
    async reach(stage) {
      await talk(stage);
      stage.relay.send({ type: 'silence', endsAt: stage.clock.now + 120_000 });
      await stage.button('Ik ben er nog').waitFor();
      await stage.button('Begrepen').waitFor();
    },
  },
  {
    name: 'operator types',
    async reach(stage) {
      await talk(stage);
      stage.relay.send({ type: 'typing', on: true });
      await stage.text('Anna de Vries schrijft…').waitFor();
    },
  },
  {
    name: 'operator away',
    async reach(stage) {
      await talk(stage);
      stage.relay.send({ type: 'presence', here: false });
      await stage.text('Anna de Vries is even weg.').waitFor();
    },
  },
  {
    name: 'off line',
    async reach(stage) {
      await talk(stage);
      stage.relay.shut = true;
      stage.relay.drop(CLOSE.lost);
      await stage.text('Geen verbinding.').waitFor();
    },
  },
  {
    name: 'not storing',
    async reach(stage) {
      await talk(stage);
      stage.relay.send({ type: 'service', storing: false });
      await stage.text('kan nu even niet worden opgeslagen').waitFor();
    },
  },
  {
    name: 'too many tabs',
    async reach(stage) {
      await talk(stage);
      stage.relay.drop(CLOSE.replaced);
      await stage.button('Hier verdergaan').waitFor();
    },
  },
  {
    name: 'refused',
    async reach(stage) {
      await talk(stage);
      stage.relay.drop(CLOSE.originRefused);
      await stage.text('De chat werkt nu niet op deze pagina.').waitFor();
    },
  },
  {
    name: 'asking whether it ends',
    async reach(stage) {
      await talk(stage);
      await stage.button('Gesprek beëindigen').click();
      await stage.button('Nee, doorgaan').waitFor();
    },
  },
];

function findSent({ relay }: Stage) {
  const sent = relay.frames.filter((frame) => frame.type === 'send');
  return sent.length > 1 ? sent.at(-1) : undefined;
}
