// Code that comes later: first its file, then what is in it.

/** Where the build put it: `() => import("./panel-Bx1T.js")`. */
const ADDRESS = /\bimport\(\s*["'`](\.[^"'`]+)/;

/** Some networks swallow what is asked: no answer and no error. The slowest phone has these bytes sooner. */
const PATIENCE_MS = 30_000;

/**
 * Many browsers remember for as long as the page lives that a module could not be fetched, and never ask again
 * (https://github.com/whatwg/html/issues/6768). A file that could not be fetched is not remembered; once it came, the module
 * comes from the browser's cache.
 */
export async function fetchCode<Code>(load: () => Promise<Code>): Promise<Code> {
  const address = ADDRESS.exec(String(load))?.[1];
  if (address !== undefined) {
    const answer = await fetch(new URL(address, import.meta.url), {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) throw new Error(`The relay answered ${answer.status}.`);
    await answer.arrayBuffer();
  }
  return load();
}

/** Who asks again for what came has it in the same task: an `import()` of what is there already takes a task of its own. */
export function fetchOnce<Code>(load: () => Promise<Code>): () => Promise<Code> {
  let coming: Promise<Code> | undefined;
  return () => {
    coming ??= fetchCode(load).catch((cause) => {
      coming = undefined;
      throw cause;
    });
    return coming;
  };
}
