/** Prints the stand-in of the national system as a partner, for `leadloop partners add`. Its numbers have no legal effect. */
const baseUrl = 'http://national:8470';
const { keys } = await (await fetch(`${baseUrl}/v1/keys`)).json();
const partner = {
  code: 'national',
  name: '国家系统模拟端（仅供试用）',
  kind: 'national',
  sandbox: true,
  baseUrl,
  keys: keys.map(({ kid, kty, crv, x, y }) => ({ kid, jwk: { kty, crv, x, y }, notBefore: '2026-01-01T00:00:00Z' })),
};
process.stdout.write(JSON.stringify(partner));
