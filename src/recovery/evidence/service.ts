/** Use cases: signing a frozen evaluation, and reading the journal entries behind it. */
import { createHash } from 'node:crypto';
import { CompactSign } from 'jose';
import { canonicalJson } from '../../core/canonical.ts';
import { asService, type RequestTx, readAs, type Viewer } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { readSubjects, type SealedEntry } from '../../platform/journal/index.ts';
import { assessmentProblem } from '../assessments/problems.ts';
import { type Frozen, isDisposition, manifestOf, type PublicKey, sha256Of } from './snapshot.ts';
import type { Signed } from './store.ts';

type Key = {
  readonly kid: string;
  readonly privateKey: Parameters<CompactSign['sign']>[0];
  readonly publicJwk: PublicKey;
};
export type EvidenceDeps = Pick<RequestDeps, 'db'> & { readonly exchangeKey: Key };

/** Subjects whose entries are read together. */
const CHUNK = 200;

/** Reads the sealed entries of subjects up to an index, by subject and number, as lines of canonical JSON. */
export async function* journalLines(
  { db }: Pick<RequestDeps, 'db'>,
  viewer: Viewer,
  subjects: readonly string[],
  upTo: number,
): AsyncGenerator<string> {
  const sorted = [...new Set(subjects)].toSorted();
  for (let at = 0; at < sorted.length; at += CHUNK) {
    const some = sorted.slice(at, at + CHUNK);
    const entries = await readAs(db, viewer, (tx) => entriesOf(tx, some, upTo));
    const found = new Set(entries.map(({ subject }) => subject));
    const missing = some.find((subject) => !found.has(subject) && !isDisposition(subject));
    if (missing !== undefined) throw assessmentProblem('assessment-journal-behind', { subject: missing });
    yield entries.map(lineOf).join('');
  }
}

function entriesOf(tx: RequestTx, subjects: readonly string[], upTo: number): Promise<SealedEntry[]> {
  return asService(tx, 'the entries of a certified figure are for all who may see the figure', () =>
    readSubjects(tx, subjects, upTo),
  );
}

const lineOf = ({ occurredAt, recordedAt, ...entry }: SealedEntry): string =>
  `${canonicalJson({ ...entry, occurredAt: occurredAt.toISOString(), recordedAt: recordedAt.toISOString() })}\n`;

/** Lists every file of the evidence with its SHA-256, and signs the list. @throws Problem `assessment-journal-behind` */
export async function sign(
  deps: EvidenceDeps,
  viewer: Viewer,
  frozen: Frozen,
  subjects: readonly string[],
): Promise<Frozen & Signed> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const part of journalLines(deps, viewer, subjects, frozen.journalIndex)) {
    hash.update(part);
    sizeBytes += Buffer.byteLength(part);
  }
  const manifest = manifestOf(frozen, { sha256: hash.digest('hex'), sizeBytes });
  const { kid, privateKey, publicJwk } = deps.exchangeKey;
  const payload = canonicalJson({ manifestSha256: sha256Of(manifest) });
  const signature = await new CompactSign(Buffer.from(payload))
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'leadloop-evidence+jws' })
    .sign(privateKey);
  return { ...frozen, manifest, signature, publicKey: publicJwk };
}
