// Loaded before the server (`--import`): rewrites the text of a server file while Node reads it. The files on disk stay as they are.
import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { type Change, VARIANTS } from './mutants.ts';

const name = process.env['CHAOS_MUTANT'] ?? '';
const mutant = VARIANTS[name];
if (!mutant) throw new Error(`There is no mutant "${name}".`);
const waiting = new Set<Change>(mutant.changes);

function rewrite(text: string, change: Change): string {
  const parts = text.split(change.find);
  if (parts.length !== 2) {
    throw new Error(
      `Mutant ${name}: its text stands ${parts.length - 1} times in ${change.file}; it must be once.`,
    );
  }
  waiting.delete(change);
  return parts.join(change.replace);
}

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const changes = mutant.changes.filter(({ file }) => url.endsWith(`/${file}`));
    if (changes.length === 0) return loaded;
    return { ...loaded, source: changes.reduce(rewrite, String(loaded.source)) };
  },
});

// A file that was never loaded leaves the server whole: the run would prove nothing. A thread of the server loads few files.
setTimeout(() => {
  if (isMainThread && waiting.size > 0)
    throw new Error(`Mutant ${name}: not loaded: ${[...waiting].map(({ file }) => file).join(', ')}.`);
}, 5_000).unref();
