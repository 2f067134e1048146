// The small pure edges: configuration, policy, cookies, targets of an upgrade, frames from bytes.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Action, type Actor, isAllowed } from '../../../server/application/policy.ts';
import { readConfig } from '../../../server/config.ts';
import { createSessionCookie } from '../../../server/http/session-cookie.ts';
import { createFrameReader } from '../../../server/realtime/frame-reader.ts';
import { readTarget } from '../../../server/realtime/upgrade.ts';
import { isVersionSafe } from '../../../server/storage/sqlite-database.ts';

describe('configuration', () => {
  it.each([
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '70000' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://x' }],
    ['VANGNET_BUS_URL', { VANGNET_BUS_URL: 'redis://x' }],
    ['VANGNET_DEMO_ORIGINS', { VANGNET_DEMO_ORIGINS: 'voorbeeld.nl' }],
    ['VANGNET_DEMO_ORIGINS', { VANGNET_DEMO_ORIGINS: 'https://voorbeeld.nl/pad' }],
    ['VANGNET_PUBLIC_URL', { VANGNET_PUBLIC_URL: 'http://voorbeeld.nl' }],
    ['VANGNET_PUBLIC_URL', { VANGNET_PUBLIC_URL: 'https://voorbeeld.nl/chat' }],
    ['VANGNET_PUBLIC_URL', { HOST: '0.0.0.0' }],
    ['VANGNET_TRUSTED_PROXIES', { VANGNET_TRUSTED_PROXIES: 'proxy.voorbeeld.nl' }],
    ['VANGNET_TRUSTED_PROXIES', { VANGNET_TRUSTED_PROXIES: '0.0.0.0/0' }],
    ['VANGNET_SMTP_URL', { VANGNET_SMTP_URL: 'mail.voorbeeld.nl' }],
    ['VANGNET_SMTP_URL', { VANGNET_SMTP_URL: 'https://mail.voorbeeld.nl' }],
    ['VANGNET_SMTP_URL', { VANGNET_SMTP_URL: 'smtp://mail.voorbeeld.nl?tls=off' }],
    ['VANGNET_SMTP_URL', { VANGNET_SMTP_URL: 'smtp://%zz:x@mail.voorbeeld.nl' }],
    ['VANGNET_SMTP_URL', { VANGNET_MAIL_FROM: 'chat@voorbeeld.nl' }],
    ['VANGNET_MAIL_FROM', { VANGNET_SMTP_URL: 'smtp://mail.voorbeeld.nl' }],
    ['VANGNET_MAIL_FROM', { VANGNET_MAIL_FROM: 'Chat <chat@voorbeeld.nl>' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('names %s when it is wrong', (name, env) => {
    expect(() => readConfig('serve', env)).toThrow(name);
  });

  it('needs nothing on loopback, and an empty variable is no variable', () => {
    expect(readConfig('serve', { PORT: '' })).toMatchObject({
      host: '127.0.0.1',
      port: 3_000,
      publicOrigin: null,
    });
  });

  it.each([
    ['smtps://mail.voorbeeld.nl', { host: 'mail.voorbeeld.nl', port: 465, secure: true, mustEncrypt: false }],
    ['smtp://mail.voorbeeld.nl/', { host: 'mail.voorbeeld.nl', port: 587, secure: false, mustEncrypt: true }],
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2_525, secure: false, mustEncrypt: false }],
    ['smtp://[fd00::1]:25', { host: 'fd00::1', port: 25, secure: false, mustEncrypt: true }],
  ])('[E4] reads %s: off this machine nothing goes without TLS', (url, server) => {
    const { mail } = readConfig('serve', { VANGNET_SMTP_URL: url, VANGNET_MAIL_FROM: 'chat@voorbeeld.nl' });
    expect(mail).toEqual({ server: { ...server, auth: null }, from: 'chat@voorbeeld.nl' });
  });

  it('reads the password of the mail server, and never repeats it', () => {
    const from = { VANGNET_MAIL_FROM: 'chat@voorbeeld.nl' };
    const good = readConfig('serve', { ...from, VANGNET_SMTP_URL: 'smtp://chat%40x:ge%2Fheim@mail.nl' });
    expect(good.mail?.server.auth).toEqual({ user: 'chat@x', pass: 'ge/heim' });
    const bad = { ...from, VANGNET_SMTP_URL: 'smtp://chat:geheim@mail.nl/pad' };
    expect(() => readConfig('serve', bad)).toThrow(/^(?!.*geheim)/);
    expect(readConfig('serve', {}).mail).toBeNull();
  });

  it('trusts the proxies that are named, and none by itself', () => {
    const named = { VANGNET_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,fd00::/8' };
    expect(readConfig('demo', named).trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);
    expect(readConfig('demo', {}).trustedProxies).toEqual([]);
  });

  it('splits the extra origins of the demo', () => {
    const { demoOrigins } = readConfig('demo', {
      VANGNET_DEMO_ORIGINS: 'http://127.0.0.1:5000, https://a.nl',
    });
    expect(demoOrigins).toEqual(['http://127.0.0.1:5000', 'https://a.nl']);
  });
});

describe('policy', () => {
  const target = { organisation: 1, conversation: 7 };
  const visitor: Actor = { kind: 'visitor', ...target };
  const operator: Actor = { kind: 'operator', organisation: 1, operator: 3, role: 'operator' };
  const ACTIONS: Action[] = [
    'follow',
    'pull',
    'send',
    'read',
    'typing',
    'describe',
    'end',
    'take',
    'release',
    'finish',
  ];

  it.each(ACTIONS)('[A5] %s is nobody’s who belongs to another conversation or organisation', (action) => {
    expect(isAllowed({ ...visitor, conversation: 8 }, action, target)).toBe(false);
    expect(isAllowed({ ...visitor, organisation: 2 }, action, target)).toBe(false);
    expect(isAllowed({ ...operator, organisation: 2, role: 'administrator' }, action, target)).toBe(false);
  });

  it('gives each side its own actions', () => {
    expect(ACTIONS.filter((action) => !isAllowed(visitor, action, target))).toEqual([
      'take',
      'release',
      'finish',
    ]);
    expect(ACTIONS.filter((action) => !isAllowed(operator, action, target))).toEqual(['describe', 'end']);
  });
});

describe('session cookie', () => {
  it('is bound to the host and to https where there is https', () => {
    const { write } = createSessionCookie(true);
    expect(write('s', 60_000)).toBe(
      '__Host-vangnet_session=s; Max-Age=60; Path=/; HttpOnly; SameSite=Strict; Secure',
    );
  });

  it('reads its own cookie only', () => {
    const { read } = createSessionCookie(false);
    expect(read('a=1; vangnet_session=abc; b=2')).toBe('abc');
    expect(read('xvangnet_session=abc')).toBeNull();
    expect(read(undefined)).toBeNull();
  });
});

describe('target of an upgrade', () => {
  it.each([
    ['/console/socket', { to: 'console' }],
    ['/v1/sites/voorbeeldstad/socket?x=1', { to: 'visitor', site: 'voorbeeldstad' }],
    ['//evil.example/v1/sites/voorbeeldstad/socket', null],
    ['http://evil.example/console/socket', null],
    ['/v1/sites/a%2fb/socket', null],
    ['/v1/sites//socket', null],
    ['\\console\\socket', null],
    ['', null],
  ])('%s', (url, target) => expect(readTarget(url)).toEqual(target));
});

describe('frames from bytes', () => {
  const read = createFrameReader(z.strictObject({ type: z.literal('probe') }), ['probe']);
  it.each([
    ['{"type":"probe"}', true, undefined],
    ['{"type":"probe","x":1}', false, 'probe'],
    ['{"type":"mijn geheim"}', false, 'unknown'],
    ['{"__proto__":{"type":"probe"}}', false, 'unknown'],
    ['[]', false, 'unknown'],
    ['{', false, 'unknown'],
  ])('[S2] %s', (text, ok, type) => {
    const reading = read(Buffer.from(text), false);
    expect(reading.ok).toBe(ok);
    expect(reading.ok ? undefined : reading.type).toBe(type);
  });

  it('[S2] takes no binary', () => expect(read(Buffer.from('{"type":"probe"}'), true).ok).toBe(false));
});

describe('[pragma] SQLite version', () => {
  it.each([
    ['3.51.2', false],
    ['3.51.3', true],
    ['3.53.4', true],
    ['3.6.23', false],
    ['4.0.0', true],
  ])('%s', (version, safe) => expect(isVersionSafe(version)).toBe(safe));
});
