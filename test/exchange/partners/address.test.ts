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

  it('may be in an internal network that the configuration lists', () => {
    const rules = { http: true, networks: ['10.1.0.0/16', '127.0.0.1', '::1'] };
    expect(faultOfAddress('http://10.1.2.3', rules)).toBeUndefined();
    expect(faultOfAddress('http://localhost:8470', rules)).toBeUndefined();
    expect(faultOfAddress('http://[::ffff:10.1.2.3]', rules)).toBeUndefined();
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
