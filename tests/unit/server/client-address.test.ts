// Whose address counts: the connection's own, unless a proxy that we trust says for whom it came.
import { describe, expect, it } from 'vitest';
import { createAddressReader, findBadProxy } from '../../../server/client-address.ts';

const from = (remoteAddress: string | undefined, forwarded?: string) => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
});

describe('the address that limits count by', () => {
  const read = createAddressReader(['10.0.0.0/8', '127.0.0.1', '2001:db8::/32']);

  it.each([
    ['a citizen without a proxy', from('203.0.113.7'), '203.0.113.7'],
    ['an untrusted peer that forges', from('203.0.113.7', '198.51.100.1'), '203.0.113.7'],
    [
      'an untrusted peer that names a trusted one',
      from('203.0.113.7', '198.51.100.1, 10.0.0.1'),
      '203.0.113.7',
    ],
    ['one proxy', from('10.0.0.1', '203.0.113.7'), '203.0.113.7'],
    [
      'one proxy, and what the citizen forged before it',
      from('10.0.0.1', '1.2.3.4, 203.0.113.7'),
      '203.0.113.7',
    ],
    ['two proxies', from('127.0.0.1', '1.2.3.4,203.0.113.7 , 10.9.9.9'), '203.0.113.7'],
    ['a proxy on an address of version 4 in 6', from('::ffff:10.0.0.1', '203.0.113.7'), '203.0.113.7'],
    ['a citizen on one', from('10.0.0.1', '::ffff:203.0.113.7'), '203.0.113.7'],
    ['a proxy of version 6', from('2001:db8::9', '2a02:a420::1'), '2a02:a420::1'],
    ['a port behind it', from('10.0.0.1', '203.0.113.7:51234'), '203.0.113.7'],
    ['a port behind one of version 6', from('10.0.0.1', '[2a02:a420::1]:51234'), '2a02:a420::1'],
    ['a zone behind it', from('fe80::1%eth0', '203.0.113.7'), 'fe80::1'],
    ['nothing in the header', from('10.0.0.1', ''), '10.0.0.1'],
    ['no header', from('10.0.0.1'), '10.0.0.1'],
    ['words in the header', from('10.0.0.1', '203.0.113.7, unknown'), '10.0.0.1'],
    ['words behind a proxy', from('10.0.0.1', 'unknown, 10.0.0.2'), '10.0.0.2'],
    ['only proxies', from('10.0.0.1', '10.0.0.3, 10.0.0.2'), '10.0.0.3'],
    ['a socket that is gone', from(undefined, '203.0.113.7'), 'unknown'],
  ])('%s', (_, request, address) => {
    expect(read(request)).toBe(address);
  });

  it('is always the connection’s own when no proxy is trusted', () => {
    expect(createAddressReader([])(from('127.0.0.1', '203.0.113.7'))).toBe('127.0.0.1');
  });

  it('does not look through a header without end', () => {
    const long = Array.from({ length: 5_000 }, () => '10.0.0.2').join(', ');
    const started = performance.now();
    expect(read(from('10.0.0.1', `203.0.113.7, ${long}`))).toBe('10.0.0.2');
    expect(performance.now() - started).toBeLessThan(50);
  });
});

describe('what can be trusted', () => {
  it.each(['10.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8', '192.168.1.0/32'])('%s', (proxy) => {
    expect(findBadProxy([proxy])).toBeNull();
  });

  it.each([
    'proxy.example.nl',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    'fd00::/129',
    '10.0.0',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/-1',
    '10.0.0.0/8.5',
  ])('not %s', (proxy) => {
    expect(findBadProxy(['10.0.0.1', proxy])).toBe(proxy);
  });
});
