/** Use cases: signing a frozen evaluation, and reading the journal entries behind it. */
import { createHash } from 'node:crypto';
import { CompactSign } from 'jose';
import { canonicalJson } from '../../core/canonical.ts';
import { asService, type RequestTx, readAs, type Viewer } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { listPending, readSubjects, type SealedEntry } from '../../platform/journal/index.ts';
import { assessmentProblem } from '../assessments/problems.ts';
import type { Chains } from './chains.ts';
import { type ChainFile, type Frozen, manifestOf, type PublicKey, sha256Of, withLowS } from './snapshot.ts';
import type { Signed } from './store.ts';

type Key = {
  readonly kid: string;
  readonly privateKey: Parameters<CompactSign['sign']>[0];
  readonly publicJwk: PublicKey;
};
export type EvidenceDeps = Pick<RequestDeps, 'db'> & { readonly exchangeKey: Key };

/** Subjects whose entries are read together. */
const CHUNK = 500;

type Chain = Pick<Chains[number], 'subjects' | 'required'>;

/**
 * Reads the sealed entries of subjects up to an index, by subject and number, as lines of canonical JSON.
 * @throws Problem `assessment-journal-behind` when one that is required has none yet
 */
export async function* journalLines(
  { db }: Pick<RequestDeps, 'db'>,
  viewer: Viewer,
  { subjects, required }: Chain,
  upTo: number,
): AsyncGenerator<string> {
  for (let at = 0; at < subjects.length; at += CHUNK) {
    const some = subjects.slice(at, at + CHUNK);
    const entries = await readAs(db, viewer, (tx) => entriesOf(tx, some, upTo));
    const found = new Set(entries.map(({ subject }) => subject));
    const missing = required ? some.find((subject) => !found.has(subject)) : undefined;
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

function pendingOf(tx: RequestTx, upTo: number, until: Date): Promise<string[]> {
  return asService(tx, 'what is not sealed yet is told of subjects of the figure alone', () =>
    listPending(tx, upTo, until),
  );
}

/** Requires that the journal has everything of these subjects that was recorded when the figure was read. */
async function refuseBehind(
  { db }: Pick<RequestDeps, 'db'>,
  viewer: Viewer,
  { journalIndex, takenAt }: Frozen,
  chains: Chains,
): Promise<void> {
  const pending = await readAs(db, viewer, (tx) => pendingOf(tx, journalIndex, takenAt));
  const behind = new Set(pending);
  const subject = chains.flatMap(({ subjects }) => subjects).find((one) => behind.has(one));
  if (subject !== undefined) throw assessmentProblem('assessment-journal-behind', { subject });
}

/** Lists every file of the evidence with its SHA-256, and signs the list. @throws Problem `assessment-journal-behind` */
export async function sign(
  deps: EvidenceDeps,
  viewer: Viewer,
  frozen: Frozen,
  chains: Chains,
): Promise<Frozen & Signed> {
  await refuseBehind(deps, viewer, frozen, chains);
  const files: ChainFile[] = [];
  for (const { path, ...chain } of chains) {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    for await (const part of journalLines(deps, viewer, chain, frozen.journalIndex)) {
      hash.update(part);
      sizeBytes += Buffer.byteLength(part);
    }
    files.push({ path, sha256: hash.digest('hex'), sizeBytes });
  }
  const manifest = manifestOf(frozen, files);
  const { kid, privateKey, publicJwk } = deps.exchangeKey;
  const payload = canonicalJson({ manifestSha256: sha256Of(manifest) });
  const signature = await new CompactSign(Buffer.from(payload))
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'leadloop-evidence+jws' })
    .sign(privateKey);
  return { ...frozen, manifest, signature: withLowS(signature), publicKey: publicJwk };
}
