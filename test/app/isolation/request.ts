/** Requests in the name of a person, each answer searched for values that the person must not see. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Person } from './actors.ts';
import { sees } from './oracle.ts';
import type { Kept, Noun } from './records.ts';
import type { Route } from './rows/row.ts';
import type { Scene } from './scene.ts';

export type Call = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'HEAD';
  readonly url: string;
  /** A text is sent as it is, everything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

export type Answer = {
  readonly status: number;
  readonly code: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes are looked into here
  readonly json: any;
};

/** Sends a request, and fails when the answer holds a secret kept from the person that the request did not hold. */
export async function request(
  { app, secrets }: Scene,
  person: Person,
  { method, url, body, headers }: Call,
  { except = () => false }: { readonly except?: (secret: string) => boolean } = {},
): Promise<Answer> {
  const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await app.http.inject({
    ...{ method, url },
    ...(payload !== undefined && { payload }),
    headers: {
      authorization: `Bearer ${person.token}`,
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...((method === 'POST' || method === 'PATCH') && { 'idempotency-key': randomUUID() }),
      ...headers,
    },
  });
  const text = answer.body;
  const sent = `${url} ${payload ?? ''}`;
  const leaked = isAuthority(person) ? [] : secrets.leakedTo(person, text);
  const betrayed = leaked.filter((secret) => !sent.includes(secret) && !except(secret));
  expect(betrayed, `${person.title} was shown this by ${method} ${url}`).toEqual([]);
  const json = /json/.test(String(answer.headers['content-type'])) && text !== '' ? answer.json() : undefined;
  return { status: answer.statusCode, code: json?.code, headers: answer.headers, text, json };
}

/** Checks that a person acts for the whole province: only scopes limit what it may read. */
export const isAuthority = ({ partyId, division }: Person) => partyId === undefined && division === undefined;

/** Removes what differs in every answer: the ids of the record and its organisation, and the id and the time of the request. */
export function faceless({ status, headers, text }: Answer, id: string, owner = id): unknown {
  const { date: _, 'x-request-id': __, ...lasting } = headers;
  const plain = (value: string) =>
    value
      .replaceAll(id, '<id>')
      .replaceAll(owner, '<id>')
      .replace(/urn:request:[\w-]+/g, '<request>');
  return [status, plain(JSON.stringify(lasting)), plain(text)];
}

/** One record of a noun for each kind of owner. */
export function kindsOf(records: readonly Kept[], noun: Noun): Kept[] {
  const kinds = new Map<string, Kept>();
  for (const record of records) {
    const { parties, divisions, provinces, draftOf, heldBy, fields } = record;
    if (record.noun === noun)
      kinds.set(JSON.stringify([parties, divisions, provinces, draftOf, heldBy, fields.kind]), record);
  }
  return [...kinds.values()];
}

/** All that a person sees of a noun. */
export const seenOf = (records: readonly Kept[], noun: Noun, person: Person, scope: Parameters<typeof sees>[1]) =>
  records.filter((record) => record.noun === noun && sees(person, scope, record));

/** Two names at one place are printed together: the first ends an address there, the second goes on. */
const onlyName = (address: string) =>
  address.replace(/:(\w+)\|:(\w+)(?=(\/?))/g, (_, ends, goes, on) => `:${on ? goes : ends}`);

/** Every address that the router knows, HEAD left out: it is the GET of the same address. */
export function routesOf(drawn: string): Route[] {
  const above: string[] = [];
  return drawn.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^([│ ]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    if (part === '') return [];
    above.splice(indent.length / 4, above.length, part);
    return methods
      .split(', ')
      .filter((method) => !['', 'HEAD', 'OPTIONS'].includes(method))
      .map((method) => `${method} ${onlyName(above.join(''))}` as Route);
  });
}
