import { describe, expect, it } from 'vitest';
import { faultOfAddress, mayConnect, PUBLIC_ONLY } from '../../../src/exchange/partners/address-wire.ts';
import { RegisterPartnerRequest } from '../../../src/exchange/partners/schemas.ts';

const HTTP = { http: true, networks: [] };

describe('an address of a partner', () => {
  it.each(['https://exchange.example.org/leadloop', 'https://8.8.8.8', 'https://[2606:4700::1111]:8443'])(
    'may be %s',
    (address) => expect(faultOfAddress(address, PUBLIC_ONLY)).toBeUndefined(),
  );

  it('has https unless the configuration allows http', () => {
    expect(faultOfAddress('http://exchange.example.org', PUBLIC_ONLY)).toBe('plain-http');
    expect(faultOfAddress('http://exchange.example.org', HTTP)).toBeUndefined();
  });

  it.each([
    ...[
      'http://169.254.169.254/latest',
      'http://localhost:5432',
      'http://db.localhost',
      'http://[::ffff:169.254.169.254]',
    ],
    ...[
      'http://0x7f000001',
      'http://2130706433',
      'http://10.0.0.1',
      'http://[::1]',
      'http://[fe80::1]',
      'http://0.0.0.0',
    ],
    ...[
      'http://[64:ff9b::a00:1]',
      'http://[2002:a00:1::]',
      'http://[fd00::1]',
      'http://192.168.1.1',
      'http://172.16.0.9',
    ],
  ])('may not be %s', (address) => expect(faultOfAddress(address, HTTP)).toBe('internal-network'));

  /** An address of every block of both registries of IANA, and of what lies outside the global unicast addresses. */
  it.each([
    ...['0.1.2.3', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.9.9.9', '169.254.1.1', '172.31.255.255'],
    ...['192.0.0.8', '192.0.0.9', '192.0.0.170', '192.0.2.1', '192.31.196.1', '192.52.193.1', '192.88.99.2'],
    ...['192.168.255.1', '192.175.48.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.1.1.1'],
    ...['240.0.0.1', '255.255.255.255'],
    ...['[::]', '[::1]', '[::127.0.0.1]', '[::ffff:127.0.0.1]', '[::ffff:0:127.0.0.1]', '[::ffff:0:8.8.8.8]'],
    ...['[64:ff9b::7f00:1]', '[64:ff9b:1::a00:1]', '[100::1]', '[100:0:0:1::1]', '[200::1]', '[1fff::1]', '[2001::1]'],
    ...['[2001:1::1]', '[2001:2::1]', '[2001:3::1]', '[2001:4:112::1]', '[2001:10::1]', '[2001:20::1]', '[2001:30::1]'],
    ...[
      '[2001:db8::1]',
      '[2002:7f00:1::]',
      '[2620:4f:8000::1]',
      '[3fff::1]',
      '[3fff:fff::1]',
      '[4000::1]',
      '[5f00::1]',
    ],
    ...['[8000::1]', '[fc00::1]', '[fdff::1]', '[fe00::1]', '[fe80::1]', '[fec0::1]', '[ff02::1]'],
    ...[
      'localhost.',
      'LOCALHOST.',
      'localhost..',
      'db.localhost.',
      'localhost.localdomain',
      'ip6-loopback',
      '127.0.0.1.',
    ],
  ])('may not be %s, which is not of the internet', (host) => {
    expect(faultOfAddress(`http://${host}:8470`, HTTP)).toBe('internal-network');
  });

  it.each(['1.1.1.1', '100.128.0.1', '172.32.0.1', '192.0.1.1', '198.20.0.1', '223.255.255.1', '[2001:200::1]'])(
    'may be %s next to such a block',
    (host) => expect(faultOfAddress(`http://${host}`, HTTP)).toBeUndefined(),
  );

  it('may be in an internal network that the configuration lists', () => {
    const rules = { http: true, networks: ['10.1.0.0/16', '127.0.0.1', '::1'] };
    expect(faultOfAddress('http://10.1.2.3', rules)).toBeUndefined();
    expect(faultOfAddress('http://localhost:8470', rules)).toBeUndefined();
    expect(faultOfAddress('http://[::ffff:10.1.2.3]', rules)).toBeUndefined();
    expect(faultOfAddress('http://localhost.', rules)).toBeUndefined();
    expect(faultOfAddress('http://10.2.2.3', rules)).toBe('internal-network');
    expect(mayConnect('no address', rules)).toBe(false);
  });

  it.each([
    'http://user:pw@exchange.example.org',
    'https://a.example/?x=',
    'https://a.example/#x',
    'https://a.example/?',
  ])('is refused by its form: %s', (baseUrl) => {
    const jwk = { kty: 'EC', crv: 'P-256', x: 'a'.repeat(43), y: 'b'.repeat(43) };
    const keys = [{ kid: 'k', jwk, notBefore: '2026-01-01T00:00:00Z' }];
    const request = { code: '44', name: '广东', kind: 'province', baseUrl, keys };
    expect(RegisterPartnerRequest.safeParse(request).success).toBe(false);
    expect(RegisterPartnerRequest.safeParse({ ...request, baseUrl: 'https://a.example' }).success).toBe(true);
  });
});
