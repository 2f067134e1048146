/** The host for odd pages: what it is given is what a browser gets. */
import { afterEach, describe, expect, it } from 'vitest';
import type { RunningPage } from '../../support/forms/loopback-server.ts';
import { type HostPageOptions, startHostPage } from '../../support/forms/plain-page.ts';

const TAG = '<script src="https://relay.example/vangnet.js"></script>';

describe('startHostPage', () => {
  let host: RunningPage | undefined;
  afterEach(() => host?.close());

  async function read(options: HostPageOptions, path = '/') {
    host = await startHostPage(options);
    const response = await fetch(new URL(path, host.url));
    return { response, text: await response.text() };
  }

  it('puts the tag in the head and the HTML in the body', async () => {
    const { text } = await read({ tag: TAG, html: '<p>Vraag</p>', lang: 'en' });
    expect(text).toMatch(/<html lang="en">[\s\S]*vangnet\.js[\s\S]*<\/head>[\s\S]*<p>Vraag<\/p>/);
  });

  it('leaves a whole document as it is, but for the tag', async () => {
    const { text } = await read({
      tag: TAG,
      html: '<!doctype html><head><title>$& x</title></head><p>Vraag',
    });
    expect(text).toBe(`<!doctype html><head><title>$& x</title>${TAG}\n</head><p>Vraag`);
  });

  it('gives the headers to pages and not to what a page loads', async () => {
    const headers = { 'content-security-policy': "default-src 'none'" };
    const routes = { '/2': '<p>Twee</p>', '/a.js': { body: 'let a;', type: 'text/javascript' } };
    expect((await read({ headers, routes }, '/2')).response.headers.get('content-security-policy')).toBe(
      "default-src 'none'",
    );
    await host?.close();
    const script = await read({ headers, routes }, '/a.js');
    expect(script.response.headers.get('content-security-policy')).toBeNull();
    expect(script.text).toBe('let a;');
  });

  it('answers 404 for what it was not given', async () => {
    expect((await read({ html: '' }, '/nergens')).response.status).toBe(404);
  });
});
