/** Finds values of records in answers to callers that see none of these records, in any byte of the answer. */
import type { Scope } from '../../../src/core/access/scopes.ts';
import type { Db } from '../../../src/platform/database/db.ts';
import { type Bearer, sees } from '../../app/isolation/oracle.ts';
import { type Kept, type Noun, readRecords } from '../../app/isolation/records.ts';
import type { Answer } from '../sending.ts';
import type { Draft } from '../valid.ts';

/**
 * Seeded words (`货主第12号`), telephone numbers, plates, digests, numbers of nine digits and more, and identifiers. Masses are
 * shorter: sums of what this run records come to each of them some time. `test/app/isolation/reads.int` looks for masses,
 * where nothing else is recorded.
 */
const TOKENS =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|第\d+号|[桂粤][a-z]\d{5}|\d{9,}/g;

/**
 * Scopes that show the values of a record. Manifests name the batches of their lines, and recovery rates are opened down
 * to what a recycler has recorded.
 */
const SHOWN_BY: Readonly<Record<Noun, readonly Scope[]>> = {
  ...{
    batch: ['batches:read', 'manifests:read', 'recovery:read', 'recycling:read'],
    manifest: ['manifests:read', 'batches:read', 'exchange:read', 'approvals:read'],
    duty: ['manifests:read'],
    approval: ['approvals:read'],
    coveredTransfer: ['approvals:read'],
    paperNumbers: ['manifests:read'],
  },
  ...{ run: ['recycling:read', 'recovery:read'], supply: ['recycling:read', 'recovery:read', 'batches:read'] },
  ...{ assay: ['recycling:read', 'recovery:read'], disposition: ['recycling:read', 'recovery:read', 'batches:read'] },
  ...{ stockCount: ['recycling:read', 'recovery:read'], emission: ['recycling:read', 'recovery:read'] },
  outputDelivery: ['recycling:read', 'recovery:read', 'batches:read'],
  stockObservation: ['recycling:read', 'recovery:read'],
  stockAdjustment: ['recycling:read', 'recovery:read', 'batches:read'],
  dioxin: ['recycling:read', 'recovery:read'],
  ...{ analysis: ['recycling:read', 'recovery:read'], useConfirmation: ['recycling:read', 'recovery:read'] },
  certificateConfirmation: ['recycling:read', 'recovery:read'],
  file: ['files:read', 'recycling:read', 'manifests:read'],
  assessment: ['assessments:read'],
  ...{
    correction: ['batches:read'],
    party: ['parties:read', 'people:read'],
    site: ['parties:read', 'manifests:read'],
    licence: ['parties:read', 'manifests:read'],
    vehicle: ['parties:read', 'manifests:read'],
  },
  ...{ person: ['people:read'], stock: ['batches:read', 'manifests:read', 'recovery:read'] },
};

const READING: readonly Scope[] = [...new Set(Object.values(SHOWN_BY).flat())];

const NOBODY: Bearer = { roles: [], scopes: [] };

type Holders = ReadonlyMap<string, readonly Kept[]>;

export type LeakDetector = {
  /** Values in the answer that its caller may not see and has not sent, each with the text around it. */
  readonly leaksIn: (draft: Draft, answer: Answer) => Promise<string[]>;
  readonly markers: () => number;
};

export function detectLeaks(db: Db, records: readonly Kept[]): LeakDetector {
  // The run changes who sees a record, and a draft that was submitted is its receiver's too. It marks no new values.
  const marked = new Set(records.flatMap(({ secrets }) => secrets.flatMap(tokensIn)));
  let holders = holdersOf(records);
  const found = ({ person, operation, ...draft }: Draft, answer: Answer): string[] => {
    const bearer = person ?? NOBODY;
    const shown = tokensIn(everythingIn(answer)).filter((token) => marked.has(token));
    const hidden = [...new Set(shown)].filter((token) => !mayKnow(bearer, holders.get(token) ?? []));
    if (hidden.length === 0) return [];
    const sent = new Set(tokensIn(everythingSent(draft)));
    return hidden.filter((token) => !sent.has(token) && !isNamed(operation.path, token));
  };
  return {
    leaksIn: async (draft, answer) => {
      if (found(draft, answer).length === 0) return [];
      // A value that has changed stays a value of its record.
      holders = holdersOf([...records, ...(await readRecords(db))]);
      const text = everythingIn(answer);
      return found(draft, answer).map((token) => `${token} in …${around(text, token)}…`);
    },
    markers: () => marked.size,
  };
}

function holdersOf(records: readonly Kept[]): Holders {
  const holders = new Map<string, Kept[]>();
  for (const record of records) {
    for (const token of record.secrets.flatMap(tokensIn)) {
      const others = holders.get(token);
      if (others) others.push(record);
      else holders.set(token, [record]);
    }
  }
  return holders;
}

/** An authority of the province sees all records, so that only its scopes limit it. Others know what is theirs. */
function mayKnow(bearer: Bearer, records: readonly Kept[]): boolean {
  const authority = bearer.partyId === undefined && bearer.division === undefined;
  return records.some((record) =>
    (authority ? SHOWN_BY[record.noun] : READING).some((scope) => sees(bearer, scope, record)),
  );
}

/** Traces name batches of others by their identifiers; figures of the process are not of records. */
const isNamed = (path: string, token: string): boolean =>
  (path.endsWith('/trace') && token.length === 36) || (path === '/metrics' && /^\d+$/.test(token));

const AROUND = 80;

function around(text: string, token: string): string {
  const at = text.toLowerCase().indexOf(token);
  return text.slice(Math.max(0, at - AROUND), at + token.length + AROUND);
}

const tokensIn = (text: string): string[] => text.toLowerCase().match(TOKENS) ?? [];

/** Body and headers, also as they read without escapes, and the places in lists that they hold. */
function everythingIn({ headers, text }: Answer): string {
  const { date: _, 'x-request-id': __, 'content-length': ___, ...lasting } = headers;
  const all = `${text}\n${JSON.stringify(lasting)}`.replaceAll(/urn:request:[\w-]+/g, '');
  const plain = all.replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const places = [...all.matchAll(/"nextCursor":"([\w-]+)"/g)].map(([, place = '']) =>
    Buffer.from(place, 'base64url').toString(),
  );
  return [plain, ...places, ...decodedParts(headers.location ?? ''), ...decodedParts(headers.link ?? '')].join('\n');
}

/** Everything that the caller has sent, in every spelling that the service reads as one. */
function everythingSent({ url, headers, body = '' }: Pick<Draft, 'url' | 'headers' | 'body'>): string {
  const sent = [url, body.toString(), ...headers.map(([, value]) => value)];
  const cursors = [...url.matchAll(/cursor=([\w-]+)/g)].map(([, place = '']) =>
    Buffer.from(place, 'base64url').toString(),
  );
  const plain = [...sent, ...sent.flatMap(decodedParts), ...cursors].join('\n');
  const unescaped = plain.replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return `${unescaped}\n${unescaped.normalize('NFKC').replaceAll(/[\p{Cf}\p{Cc}\s{}]/gu, '')}`;
}

function decodedParts(text: string): string[] {
  try {
    return [decodeURIComponent(text)];
  } catch {
    return [];
  }
}
