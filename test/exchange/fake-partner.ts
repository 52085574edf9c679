/** A partner as a real HTTP server with a real key. The test decides its answers. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Receipt } from '../../src/exchange/messages/message.ts';
import type { KeyPair } from '../../src/platform/auth/index.ts';
import { makeKey, receiptFor } from './keys.ts';

export type FakePartner = {
  readonly url: string;
  readonly key: KeyPair;
  /** The envelopes of every request, in order. */
  readonly requests: string[][];
  /** Answer to the next request; afterwards the partner sends receipts again. */
  readonly next: (answer: Answer) => void;
  /** Content of the next receipts, by message. */
  says: (message: SentMessage) => Partial<Receipt>;
  readonly receipts: (envelopes: readonly string[]) => Promise<string[]>;
  readonly stop: () => Promise<void>;
};

type Answer = (response: ServerResponse, envelopes: string[]) => unknown;

export type SentMessage = {
  readonly messageId: string;
  readonly type: string;
  readonly receiver: string;
  readonly payload: { readonly manifestId: string; readonly version: number };
};

export function readSent(envelope: string): SentMessage {
  return JSON.parse(Buffer.from(envelope.split('.')[1] ?? '', 'base64url').toString());
}

export async function startPartner(code = '44', port = 0): Promise<FakePartner> {
  const key = await makeKey();
  const answers: Answer[] = [];
  const requests: string[][] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { envelopes } = JSON.parse(Buffer.concat(chunks).toString());
    requests.push(envelopes);
    const answer = answers.shift() ?? (async () => giveReceipts(response, await partner.receipts(envelopes)));
    await answer(response, envelopes);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const stop = async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  onTestFinished(stop);
  const partner: FakePartner = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    requests,
    next: (answer) => void answers.push(answer),
    says: () => ({}),
    receipts: (envelopes) =>
      Promise.all(envelopes.map((one) => receiptFor(one, { code, key, now: new Date() }, partner.says(readSent(one))))),
    stop,
  };
  return partner;
}

export function giveReceipts(response: ServerResponse, receipts: readonly string[]): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ receipts }));
}
