/** Registers running systems with each other, as their administrators would. */

type Key = { readonly kid: string; readonly kty: string; readonly crv: string; readonly x: string; readonly y: string };

/** Fetches the keys of a system and returns the body that registers it as a partner. */
export async function partnerAt(kind: 'province' | 'national', code: string, baseUrl: string): Promise<object> {
  const answer = await fetch(`${baseUrl}${kind === 'national' ? '/v1/keys' : '/v1/exchange/keys'}`);
  const { keys } = (await answer.json()) as { keys: Key[] };
  return {
    ...{ code, kind, baseUrl, name: `演示 ${code}` },
    keys: keys.map(({ kid, kty, crv, x, y }) => ({ kid, jwk: { kty, crv, x, y }, notBefore: '2026-01-01T00:00:00Z' })),
  };
}
