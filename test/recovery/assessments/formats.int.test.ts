/** Evidence that was signed in an earlier format: the service still packs it, and the verifier still checks it. */
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { and, eq } from 'drizzle-orm';
import { CompactSign } from 'jose';
import { beforeAll, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/core/canonical.ts';
import { newId } from '../../../src/platform/ids.ts';
import {
  type Chains,
  chainCollector,
  type FractionLine,
  firstChainCollector,
  type Naming,
  namingOf,
} from '../../../src/recovery/evidence/chains.ts';
import { journalLines } from '../../../src/recovery/evidence/service.ts';
import { sha256Of } from '../../../src/recovery/evidence/snapshot.ts';
import { assessmentSnapshots } from '../../../src/recovery/evidence/tables.ts';
import { changeJson, forged, otherForm, repacked } from './forging.ts';
import { useProcedure } from './procedure.ts';

const { app, smelter, reach } = useProcedure();
const VERIFIER = fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url));

type Checked = { readonly subjects: number; readonly records: number; readonly findings: number | null };
type Row = typeof assessmentSnapshots.$inferSelect;
type Files = Record<string, string>;

let check: (archive: Buffer, thumbprint?: string) => Checked;
let id: string;
let token: string;
let present: Row;

const viewer = { visibility: { of: 'all' } } as const;
const linesOf = (packed: Buffer | null): unknown[] =>
  packed === null
    ? []
    : gunzipSync(packed)
        .toString()
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line));

/** Earlier formats are of days before the present one came into use. */
const TAKEN = { takenAt: '2026-11-03T02:00:00.000Z' };

/** Files of the first format: one snapshot with the evaluation alone. */
function firstFiles(files: Files): Files {
  const {
    methods: _,
    fractions: __,
    dioxin: ___,
    enterprise: ____,
    review: _____,
    ...kept
  } = JSON.parse(files['snapshot.json'] ?? '');
  const { 'grounds.json': ______, 'snapshot.en.json': _______, ...others } = files;
  return { ...others, 'snapshot.json': canonicalJson({ ...kept, ...TAKEN, format: 'leadloop-assessment-snapshot/1' }) };
}

/** Files of the second format: all but the grounds of findings and the findings about dioxin. */
function secondFiles(files: Files): Files {
  const { 'grounds.json': _, ...others } = files;
  const { dioxin: __, ...english } = JSON.parse(files['snapshot.en.json'] ?? '');
  const snapshot = { ...JSON.parse(files['snapshot.json'] ?? ''), ...TAKEN, dioxin: null };
  return { ...others, 'snapshot.json': canonicalJson(snapshot), 'snapshot.en.json': canonicalJson(english) };
}

/** Keeps what is certified again, as a round of its own, in the form of an earlier release. */
async function keepAs(format: string, round: number, files: Files, fractions: Buffer | null, chains: Chains) {
  const listed = (path: string, text: string, optional = false) => ({
    ...{ path, sha256: sha256Of(text), sizeBytes: Buffer.byteLength(text), optional },
  });
  const all = [
    ...Object.entries(files).map(([path, text]) => listed(path, text)),
    listed('records.ndjson', gunzipSync(present.records).toString()),
    ...(fractions === null ? [] : [listed('fractions.ndjson', gunzipSync(fractions).toString())]),
  ];
  for (const { path, ...chain } of chains) {
    let text = '';
    for await (const part of journalLines(app.deps, viewer, chain, present.journalIndex)) text += part;
    all.push(listed(path, text, true));
  }
  const manifest = canonicalJson({ format, files: all.toSorted((a, b) => (a.path < b.path ? -1 : 1)) });
  const { kid, privateKey } = app.deps.exchangeKey;
  const signature = await new CompactSign(Buffer.from(canonicalJson({ manifestSha256: sha256Of(manifest) })))
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'leadloop-evidence+jws' })
    .sign(privateKey);
  const kept = { ...present, id: newId(), round, files, fractions, manifest, signature };
  await app.database.db.insert(assessmentSnapshots).values(kept);
}

async function download(round: number): Promise<Buffer> {
  const headers = { authorization: `Bearer ${token}` };
  const { statusCode, rawPayload } = await app.http.inject({
    ...{ url: `/v1/assessments/${id}/evidence?round=${round}`, headers },
  });
  expect(statusCode).toBe(200);
  return rawPayload;
}

beforeAll(async () => {
  ({ check } = await import(VERIFIER));
  const of = await smelter({ certificate: 'lead content' });
  id = await reach(of, 'certify');
  token = of.who.token;
  const { assessmentId, purpose } = assessmentSnapshots;
  const [row] = await app.database.db
    .select()
    .from(assessmentSnapshots)
    .where(and(eq(assessmentId, id), eq(purpose, 'certification')));
  present = row as Row;
  const records = linesOf(present.records) as Naming[];
  const first = firstChainCollector();
  records.forEach(first.add);
  await keepAs('leadloop-evidence/1', 8, firstFiles(present.files), null, first.chains());
  const second = chainCollector();
  records.forEach(second.add);
  for (const one of linesOf(present.fractions) as FractionLine[]) second.add(namingOf(one));
  await keepAs('leadloop-evidence/2', 9, secondFiles(present.files), present.fractions, second.chains());
}, 120_000);

it.each([
  [8, 'first'],
  [9, 'second'],
])('evidence of round %i, in the %s format, is packed and checked with the key of the province', async (round) => {
  const archive = await download(round);
  const found = check(archive, String(app.deps.exchangeKey.kid));
  expect(found).toMatchObject({ records: linesOf(present.records).length, findings: null });
  expect(found.subjects).toBeGreaterThan(1);
  expect(await download(round)).toEqual(archive);
});

it.each([8, 9])('evidence of round %i may have either form of its signature, as it always could', async (round) => {
  const archive = await download(round);
  expect(check(await repacked(archive, { sign: otherForm }))).toMatchObject({ findings: null });
  const turned = await repacked(archive, { order: (paths) => paths.toReversed() });
  expect(() => check(turned)).toThrow('the files of the archive are in another order');
});

it('evidence of the first format has one file of entries, and the present one has several', async () => {
  const [first, own] = [await download(8), await download(present.round)];
  expect(check(first).subjects).toBeLessThan(check(own).subjects);
  const named = (archive: Buffer) => archive.includes('"path":"assays.ndjson"');
  expect([named(first), named(own)]).toEqual([false, true]);
});

it('a changed entry or figure of the first format is found', async () => {
  const archive = await download(8);
  const entry = await forged(archive, (files) => {
    const text = Buffer.from(files['journal.ndjson'] ?? []).toString();
    files['journal.ndjson'] = Buffer.from(text.replace('"massGrams":1', '"massGrams":2'));
  });
  expect(() => check(entry)).toThrow(/^an entry of \S+ was changed/);
  const figure = await forged(archive, (files) =>
    changeJson(files, 'snapshot.json', ({ evaluation }) => Object.assign(evaluation.rates.headline, { percent: '99' })),
  );
  expect(() => check(figure)).toThrow('the rate headline');
});
