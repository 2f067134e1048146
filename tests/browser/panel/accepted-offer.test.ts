/** What the panel does with an offer that the citizen accepted. */
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import { log, PATIENCE, press, say, usePanel } from './use-panel.ts';

describe('an accepted offer', () => {
  const at = usePanel(useBrowser(), 21_454);

  it('takes up an accepted offer at once: waiting, before the first word', async () => {
    const page = await at.openPanel('none', '?aanbod=BBBBBBBBBBBBBBBBBBBBBB');
    await page.getByText('Een medewerker komt zo bij u.').waitFor();
    await expect.poll(() => at.relay.log, PATIENCE).toMatchObject([{ kind: 'opened', offered: true }]);
  });

  it('[O4] begins a new conversation with an accepted offer when the one in this tab has ended, and once', async () => {
    const page = await at.talk();
    at.relay.add({ kind: 'closed', by: 'operator' });
    await page.getByText('Het gesprek is afgelopen.').waitFor();
    await page.goto(`${at.relay.origin}/none?aanbod=BBBBBBBBBBBBBBBBBBBBBB`);
    await page.getByText('Een medewerker komt zo bij u.').waitFor();
    await expect.poll(() => at.relay.log, PATIENCE).toMatchObject([{ kind: 'opened', offered: true }]);
    expect(await log(page).getByText('Goedemiddag').count()).toBe(0);
    await say(page, 'Een nieuwe vraag');
    at.relay.add({ kind: 'closed', by: 'operator' });
    await page.getByText('Het gesprek is afgelopen.').waitFor();
    await press(page, 'Sluiten');
    await press(page, 'Chat met ons');
    await page.getByText('Stel hieronder uw vraag.').waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    expect(at.relay.started).toHaveLength(2);
  });
});
