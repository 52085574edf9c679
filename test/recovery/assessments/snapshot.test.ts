/** Frozen evaluations: equal content has one hash, whenever it is read, and the manifest lists every file. */

import { CompactSign, compactVerify, generateKeyPair } from 'jose';
import { expect, it } from 'vitest';
import { type Freezing, freeze, manifestOf, sha256Of, withLowS } from '../../../src/recovery/evidence/snapshot.ts';
import { otherForm } from './forging.ts';

const WHAT: Freezing = {
  assessment: { id: 'a', partyId: 'p', period: '2026-09', method: 'lead-recovery' },
  ...{ takenAt: new Date('2026-11-03T02:00:00Z'), journalIndex: 7, method: null, dioxin: null, fractions: [], fed: [] },
  answers: { zh: { evaluation: { rates: null }, methods: [] }, en: { evaluation: {}, methods: [], dioxin: null } },
  enterprise: { name: '演示企业', uscc: null },
  records: [
    {
      ...{ id: 'r', term: 'received', kind: 'manifest_line', subject: 'manifest:m', batchId: null, material: 'x' },
      ...{ massGrams: 2, sign: -1, ppm: 3, moisturePpm: 0, basis: 'batch', assayId: null },
      occurredAt: new Date('2026-09-01T00:00:00Z'),
    },
  ],
  law: [],
  certificates: [],
  grounds: {
    ...{ assays: [], classes: [], months: [] },
    circumstances: { gates: [], withoutManifestGrams: 0, oldGrams: 0, loneManifests: 0 },
    stock: { missingCounts: [], productGrams: 0, runs: [], counts: [] },
    dioxin: {
      ...{ measurements: [], produced: [], operated: [], year: '2026', isOver: false },
      law: {
        ...{ factors: [], limitFemtograms: 1, referenceCubicMetres: 1 },
        evidence: {
          ...{ productShareBasisPoints: 1, hoursShareBasisPoints: 1, exhaustShareBasisPoints: 1, recordDays: 1 },
          unseparatedClasses: [],
        },
      },
    },
    fractions: { numbered: { records: 0, massGrams: 0 }, late: 0, analyses: [] },
  },
  ...{ replaces: null, review: null },
};

it('have one hash whenever they are read, and another for other records, law or figures', () => {
  const { contentSha256, records } = freeze(WHAT);
  expect(freeze({ ...WHAT, takenAt: new Date(0), journalIndex: 9 }).contentSha256).toBe(contentSha256);
  expect(JSON.parse(records)).toMatchObject({ massGrams: 2, leadPicograms: '-6000000' });
  const law = [{ key: 'k', validFrom: '2020-01-01', validTo: null, value: 1, source: 's' }];
  for (const other of [
    { records: [] },
    { law },
    { answers: { ...WHAT.answers, zh: { evaluation: { rates: 1 }, methods: [] } } },
    { method: 'm' },
  ]) {
    expect(freeze({ ...WHAT, ...other }).contentSha256).not.toBe(contentSha256);
  }
});

it('have the figures and fractions of a method by mass in their hash, and of a method of lead not', () => {
  const hashOf = (method: string, value: number) =>
    freeze({
      ...{ ...WHAT, assessment: { ...WHAT.assessment, method } },
      answers: { ...WHAT.answers, zh: { evaluation: {}, methods: [{ method, ...{ value } }] } },
    }).contentSha256;
  expect(hashOf('lead-recovery', 1)).toBe(hashOf('lead-recovery', 2));
  expect(hashOf('eu-2025-606', 1)).not.toBe(hashOf('eu-2025-606', 2));
});

it('list every file by its path, with its hash and size', () => {
  const frozen = freeze(WHAT);
  const { files } = JSON.parse(manifestOf(frozen, [{ path: 'journal.ndjson', sha256: 'j', sizeBytes: 5 }]));
  expect(files.map(({ path }: { path: string }) => path)).toEqual(
    ['fractions.ndjson', 'journal.ndjson', 'records.ndjson', ...Object.keys(frozen.files)].toSorted((a, b) =>
      a < b ? -1 : 1,
    ),
  );
  expect(files).toContainEqual({
    ...{ path: 'records.ndjson', sha256: sha256Of(frozen.records), optional: false },
    sizeBytes: Buffer.byteLength(frozen.records),
  });
  expect(files).toContainEqual({ path: 'journal.ndjson', sha256: 'j', sizeBytes: 5, optional: true });
});

it('have signatures in one form: the other one becomes it, and is as good', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const forms = await Promise.all(
    Array.from({ length: 40 }, async (_, at) => {
      const jws = await new CompactSign(Buffer.from(String(at))).setProtectedHeader({ alg: 'ES256' }).sign(privateKey);
      await compactVerify(withLowS(jws), publicKey);
      expect(withLowS(withLowS(jws))).toBe(withLowS(jws));
      expect(withLowS(otherForm(jws))).toBe(withLowS(jws));
      return withLowS(jws) === jws;
    }),
  );
  expect(new Set(forms)).toEqual(new Set([true, false]));
});
