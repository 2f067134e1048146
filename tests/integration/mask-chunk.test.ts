// Who writes nothing fetches no masker: it comes with the code of the conversation. Of the files that `npm run build` made.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { MASKS } from '#protocol';

const folder = fileURLToPath(new URL('../../dist/widget/', import.meta.url));

it('[T5] the masker is in the file of the conversation, and in no other', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const masking = files.filter((file) => readFileSync(`${folder}${file}`, 'utf8').includes(MASKS.bsn));
  expect(masking).toHaveLength(1);
  expect(masking[0]).toMatch(/^conversation-/);
});
