// What a form tells its visitors' browsers, and what they tell of it: settings one way, sums the other.
import type { FormProfile, FormSums } from '#protocol';
import { cleanMessage, cleanText } from '../domain/clean-text.ts';
import { fade, isKnown } from '../domain/crowd.ts';
import type { Site } from './ports.ts';
import type { Relay } from './relay.ts';

export async function readFormProfile(relay: Relay, site: Site, name: string): Promise<FormProfile> {
  const form = cleanText(name);
  const setting = await relay.crowds.readSetting(site, form);
  if (!site.measures) return { ...setting, fields: [] };
  const now = relay.clock.now();
  const fields = await relay.crowds.readFields(site, form);
  return {
    ...setting,
    fields: fields
      .map(({ field, crowd }) => ({ field, crowd: fade(crowd, now) }))
      .filter(({ crowd }) => isKnown(crowd))
      .map(({ field, crowd: { count, sumLn, sumLn2 } }) => ({ field, completions: count, sumLn, sumLn2 })),
  };
}

/** False: the site does not allow it. */
export async function addFormSums(relay: Relay, site: Site, told: FormSums): Promise<boolean> {
  if (!site.measures) return false;
  const sums = {
    ...told,
    form: cleanMessage(told.form),
    last: told.last === null ? null : cleanMessage(told.last),
    fields: told.fields.map((one) => ({ ...one, field: cleanMessage(one.field) })),
  };
  await relay.crowds.add(site, sums, relay.clock.now());
  return true;
}
