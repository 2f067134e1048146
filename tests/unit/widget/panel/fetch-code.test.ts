/** Code that comes later: a browser that failed once to fetch a module may never ask again, so the file is fetched before. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchCode, fetchOnce } from '../../../../widget/panel/fetch-code.ts';

let asked: string[];
let answer: () => Promise<Response>;
let loads: number;

/** Says what the build makes of an import; each test has a file of its own, as what came is remembered. */
function makeLoad(file: string): () => Promise<string> {
  const load = () => {
    loads += 1;
    return Promise.resolve('the code');
  };
  load.toString = () => `()=>y(()=>import(\`./${file}\`),[])`;
  return load;
}

beforeEach(() => {
  [asked, loads] = [[], 0];
  answer = () => Promise.resolve(new Response('code'));
  vi.stubGlobal('fetch', (url: URL) => {
    asked.push(url.href);
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('fetchCode', () => {
  it('fetches the file beside it, then loads', async () => {
    expect(await fetchCode(makeLoad('panel-Bx1T.js'))).toBe('the code');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/\/panel-Bx1T\.js$/);
    expect(loads).toBe(1);
  });

  it.each([
    ['the network fails', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the relay does not have it', () => Promise.resolve(new Response('', { status: 503 }))],
  ])('does not load when %s, and can be asked again', async (reason, fails) => {
    const load = makeLoad(`${reason}.js`);
    answer = fails;
    await expect(fetchCode(load)).rejects.toThrow();
    expect(loads).toBe(0);
    answer = () => Promise.resolve(new Response('code'));
    expect(await fetchCode(load)).toBe('the code');
    expect(asked).toHaveLength(2);
  });

  it('just loads where no address can be read', async () => {
    expect(await fetchCode(() => Promise.resolve('other code'))).toBe('other code');
    expect(asked).toEqual([]);
  });
});

describe('fetchOnce', () => {
  it('asks once for what came, and again for what did not', async () => {
    const fetch = fetchOnce(makeLoad('once.js'));
    answer = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(fetch()).rejects.toThrow();
    answer = () => Promise.resolve(new Response('code'));
    expect(await Promise.all([fetch(), fetch()])).toEqual(['the code', 'the code']);
    expect([asked.length, loads]).toEqual([2, 1]);
  });
});
