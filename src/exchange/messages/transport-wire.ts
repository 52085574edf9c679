/**
 * One request to a partner, with limits on everything that its server decides: address, redirects, coding, size and time
 * of the answer.
 */
import { lookup as resolve } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type AddressRules, faultOfAddress, mayConnect } from '../partners/address-wire.ts';

/** Thrown when the partner is unreachable or answers in an unexpected form. `retryAfterMs` comes from its `Retry-After`. */
export class PartnerFailure extends Error {
  override readonly name = 'PartnerFailure';
  readonly retryAfterMs: number;
  /** True when the partner was not reached at all: nothing is wrong with what it answers. */
  readonly unreachable: boolean;

  constructor(reason: string, { retryAfterMs = 0, unreachable = false, cause }: FailureOptions = {}) {
    super(reason, { cause });
    this.retryAfterMs = retryAfterMs;
    this.unreachable = unreachable;
  }
}

type FailureOptions = {
  readonly retryAfterMs?: number;
  readonly unreachable?: boolean;
  readonly cause?: unknown;
};

/** Maximum bytes of an answer: a hundred receipts take a twentieth of it. */
const ANSWER_MAX_BYTES = 4 * 1024 * 1024;

export type Answer = { readonly status: number; readonly retryAfter: string | null; readonly body: string };

/**
 * Posts JSON and returns the answer of status 200 with its body, or of another status without it. Redirects are not
 * followed: only the registered address belongs to the partner. It ends within `timeoutMs` whatever the other side does.
 * @throws PartnerFailure for a refused address, an answer that is too long or too slow, and a failed connection
 */
export async function postJson(
  url: string,
  body: string,
  { timeoutMs, rules }: { readonly timeoutMs: number; readonly rules: AddressRules },
): Promise<Answer> {
  const fault = faultOfAddress(url, rules);
  if (fault !== undefined) throw new PartnerFailure(`its address is not allowed (${fault})`);
  const sending = send(url, body, checkedLookup(rules));
  const late = Promise.withResolvers<never>();
  // Node forgets a request after some answers, so its own timeouts are not enough.
  const timer = setTimeout(() => {
    late.reject(new PartnerFailure(`no answer within ${timeoutMs} ms`, { unreachable: true }));
  }, timeoutMs);
  try {
    return await Promise.race([read(sending.response), late.promise]);
  } catch (error) {
    sending.abandon();
    if (error instanceof PartnerFailure) throw error;
    throw new PartnerFailure(reasonOf(error), { unreachable: true, cause: error });
  } finally {
    clearTimeout(timer);
  }
}

async function read(answered: Promise<IncomingMessage>): Promise<Answer> {
  const response = await answered;
  const status = response.statusCode ?? 0;
  const retryAfter = response.headers['retry-after'] ?? null;
  if (status !== 200) {
    response.destroy();
    return { status, retryAfter, body: '' };
  }
  return { status, retryAfter, body: await readBody(response) };
}

type Sending = {
  readonly response: Promise<IncomingMessage>;
  /** Closes the connection, in whatever state it is. */
  readonly abandon: () => void;
};

/** Maximum number of interim answers (status 1xx) to one request. */
const INTERIM_MAX = 10;

/** Sends a request. Its answer is settled by every event that ends a request in Node. */
function send(url: string, body: string, lookup: LookupFunction): Sending {
  const begin = url.startsWith('https:') ? requestHttps : requestHttp;
  const { promise: response, resolve: answered, reject: failed } = Promise.withResolvers<IncomingMessage>();
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    accept: 'application/json',
    'accept-encoding': 'identity',
  };
  const request = begin(url, { method: 'POST', headers, lookup, maxHeaderSize: 16_384 });
  let connection: Socket | undefined;
  const abandon = () => {
    request.destroy();
    connection?.destroy();
  };
  const refuse = (reason: string) => {
    failed(new PartnerFailure(reason));
    abandon();
  };
  const refuseSwitch = ({ statusCode }: IncomingMessage, socket: Duplex) => {
    socket.destroy();
    refuse(`answered ${statusCode}`);
  };
  let interim = 0;
  request
    .on('socket', (socket) => {
      connection = socket;
    })
    .on('response', answered)
    .on('information', () => {
      interim += 1;
      if (interim > INTERIM_MAX) refuse(`answered more than ${INTERIM_MAX} times that it goes on`);
    })
    .on('upgrade', refuseSwitch)
    .on('connect', refuseSwitch)
    .on('error', failed)
    // Comes last. After an answer it changes nothing.
    .on('close', () => failed(new Error('closed without an answer')))
    .end(body);
  return { response, abandon };
}

/** Resolves a name, and refuses it when one of its addresses is not allowed. Runs at each new connection. */
function checkedLookup(rules: AddressRules): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => mayConnect(address, rules))) {
        return done(new PartnerFailure('its name leads into an internal network'), '', 0);
      }
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
}

async function readBody(response: IncomingMessage): Promise<string> {
  const coding = response.headers['content-encoding'] ?? 'identity';
  if (coding !== 'identity') {
    response.destroy();
    throw new PartnerFailure('answered in a content coding that was not asked for');
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    // Leaving the loop destroys the connection.
    if (size > ANSWER_MAX_BYTES) throw new PartnerFailure('answered more than 4 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return code === undefined ? 'the connection failed' : `the connection failed (${code})`;
}
