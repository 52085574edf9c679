/** A proxy between Guangxi, which sends, and Guangdong, which receives. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import canonicalize from 'canonicalize';
import { and, eq } from 'drizzle-orm';
import { onTestFinished } from 'vitest';
import { deliverTo } from '../../src/exchange/deliveries/sending-service.ts';
import { assignNumbers } from '../../src/exchange/numbers/service.ts';
import { deliveries } from '../../src/exchange/tables.ts';
import type { ManifestDocument } from '../../src/manifests/index.ts';
import { NOW, type TestApp } from '../app/fixture.ts';
import { type Authorities, addressOf, post, type Route, submit } from './authorities.ts';
import { readSent } from './fake-partner.ts';
import { sign } from './keys.ts';

type Receipt = { outcome: string; problem: { code: string } | null; digest: string | null };
export const read = (receipt: string): Receipt =>
  JSON.parse(Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString());
export const outcomes = (receipts: readonly string[]) => receipts.map((receipt) => read(receipt).outcome);
export const refusals = (receipts: readonly string[]) => receipts.map((receipt) => read(receipt).problem?.code);

export type Sent = ReturnType<typeof readSent> & { payload: Record<string, unknown> & { document: ManifestDocument } };

/** Posts envelopes to Guangdong and returns its receipts. */
export const giveTo = ({ guangdong }: Authorities, envelopes: readonly string[]): Promise<string[]> =>
  postTo(guangdong, envelopes);

/** Posts envelopes to a province and returns its receipts. */
export async function postTo(to: TestApp, envelopes: readonly string[]): Promise<string[]> {
  return (await post(`${addressOf(to.http)}/v1/exchange/messages`, { envelopes })).receipts;
}

/**
 * Starts a proxy between Guangxi and Guangdong until the test ends. `answer` decides what Guangxi gets for each
 * request: no answer, or an answer made of the receipts. For receipts the proxy forwards the envelopes.
 */
export async function standBetween(
  authorities: Authorities,
  answer: (pass: () => Promise<string[]>, count: number) => Promise<string[] | undefined>,
) {
  const { guangxi, guangdong } = authorities;
  const requests: string[][] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { envelopes } = JSON.parse(Buffer.concat(chunks).toString());
    requests.push(envelopes);
    const receipts = await answer(() => giveTo(authorities, envelopes), requests.length);
    if (receipts === undefined) response.destroy();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ receipts }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { publicJwk } = guangdong.deps.exchangeKey;
  onTestFinished(async () => {
    await authorities.connect(guangxi, '44', addressOf(guangdong.http), publicJwk);
    server.closeAllConnections();
    server.close();
  });
  await authorities.connect(guangxi, '44', `http://127.0.0.1:${(server.address() as AddressInfo).port}`, publicJwk);
  return { of: (id: string) => requests.flat().filter((one) => readSent(one).payload.manifestId === id) };
}

/** Submits a manifest, has it numbered, and returns the two envelopes that Guangdong did not get. */
export async function submitUnheard(
  authorities: Authorities,
  route: Route,
): Promise<{ id: string; envelopes: string[] }> {
  const { guangxi } = authorities;
  await standBetween(authorities, async () => undefined);
  const id = await submit(route);
  for (const code of ['national', '44']) {
    await guangxi.follow();
    await deliverTo(guangxi.deps, code);
    await assignNumbers(guangxi.deps);
  }
  const rows = await guangxi.deps.db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.manifestId, id), eq(deliveries.partnerCode, '44')))
    .orderBy(deliveries.entryIndex);
  return { id, envelopes: rows.map(({ envelope }) => envelope ?? '') };
}

/** A message of Guangxi as its own key signs it, changed in one way. */
export async function forge(
  { guangxi }: Authorities,
  envelope: string,
  change: (message: Sent) => object,
  header: object = {},
): Promise<string> {
  return signedBy(guangxi, change(readSent(envelope) as Sent) as Sent, { aud: '44', ...header });
}

/** Signs a message with the key of a province. */
export function signedBy({ deps }: TestApp, message: Sent, header: object = {}): Promise<string> {
  const { messageId: jti, receiver: aud } = message;
  const iat = NOW.getTime() / 1_000;
  const head = { typ: 'leadloop-message+jws', iss: deps.province, aud, jti, iat, ...header };
  return sign(deps.exchangeKey, head, canonicalize(message) ?? '');
}
