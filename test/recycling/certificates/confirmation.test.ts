import { describe, expect, it } from 'vitest';
import {
  type Certified,
  type Compared,
  DIFFERENCES,
  judgeStatement,
  refuseOutOfOrder,
  type Statement,
} from '../../../src/recycling/certificates/confirmation.ts';
import { codeOf } from '../../batches/examples.ts';

const HASH = 'a'.repeat(64);
const AT = new Date('2026-10-05T00:00:00.000Z');
const SAMPLED: Compared = {
  ...{ manifestNumbers: ['45-1', '45-2'], fittingLoads: 1, toleranceBasisPoints: 200 },
  material: '900-052-31',
  wasteCode: '900-052-31',
  massGrams: 1_000_000,
  supplierName: '供货方',
};
const RECORD: Certified = {
  ...{ batchId: 'batch', sampleMark: 'S-1' },
  ...{ kind: 'assay', id: 'assay', partyId: 'recycler', laboratoryId: 'laboratory', certificateFileId: null },
  ...{ certificateNumber: '1', certificateSha256: HASH, ppm: 600_000, moisturePpm: 20_000 },
  ...{ sampledAt: AT, recordedAt: AT },
};
const STATEMENT: Statement = {
  ...{ answer: 'issued', certificateNumber: '1', certificateSha256: HASH, ppm: 600_000, moisturePpm: 20_000 },
  ...{ sampleMaterial: '900-052-31', sampleMark: 'S-1', sampledOn: '2026-10-05', replacesId: null },
  ...{ sampling: 'by_laboratory', seenMassGrams: 1_000_000, seenManifestNumber: '45-1' },
};
const judge = (statement: Statement, record = RECORD) => judgeStatement(statement, record, SAMPLED);

describe('a statement on a certificate', () => {
  it('confirms a record that it equals in every member', () => {
    expect(judge(STATEMENT)).toEqual({
      ...{ outcome: 'confirmed', differences: [], sampleDifferences: [], seenDifferences: [] },
    });
  });

  const OTHERS = {
    ...{ ppm: 599_999, moisturePpm: null, certificateNumber: '2', certificateSha256: 'b'.repeat(64) },
    ...{ sampleMaterial: 'slag', sampleMark: 'S-2', sampledOn: '2026-10-06' },
    ...{ seenMassGrams: 1_020_001, seenManifestNumber: '45-3' },
  };
  it.each(DIFFERENCES)('contradicts a record that differs in %s', (member) => {
    const statement = { ...STATEMENT, [member]: OTHERS[member] };
    const { outcome, differences, sampleDifferences, seenDifferences } = judge(statement);
    expect([outcome, ...differences, ...sampleDifferences, ...seenDifferences]).toEqual(['contradicted', member]);
  });

  it('adds what a record does not state', () => {
    const bare = { ...RECORD, certificateNumber: null, certificateSha256: null };
    expect(judge(STATEMENT, bare).outcome).toBe('confirmed');
  });

  it('needs the hash when the file is stored', () => {
    const stored = { ...RECORD, certificateFileId: 'file' };
    expect(codeOf(() => judge({ ...STATEMENT, certificateSha256: null }, stored))).toBe('certificate-hash-missing');
    expect(judge(STATEMENT, stored).outcome).toBe('confirmed');
  });

  it('of a batch without a mark compares the number of the batch, and of a class without one nothing', () => {
    const unmarked = { ...RECORD, sampleMark: null };
    expect(judge(STATEMENT, unmarked).sampleDifferences).toEqual(['sampleMark']);
    expect(judge({ ...STATEMENT, sampleMark: ' Batch' }, unmarked).outcome).toBe('confirmed');
    expect(codeOf(() => judge(STATEMENT, { ...unmarked, batchId: null }))).toBe('sample-mark-missing');
  });

  it('compares the batch that the laboratory saw: its mass within the tolerance, and one of its manifests', () => {
    const seen = (changes: Partial<Statement>, compared = SAMPLED) =>
      judgeStatement({ ...STATEMENT, ...changes }, RECORD, compared).seenDifferences;
    expect(seen({ seenMassGrams: 980_000, seenManifestNumber: '45-2 ' })).toEqual([]);
    expect(seen({ seenMassGrams: 979_999 })).toEqual(['seenMassGrams']);
    expect(seen({}, { ...SAMPLED, manifestNumbers: [] })).toEqual(['seenManifestNumber']);
    const alone = { seenManifestNumber: null };
    expect(codeOf(() => seen(alone))).toBe('seen-manifest-missing');
    expect(seen(alone, { ...SAMPLED, manifestNumbers: [] })).toEqual([]);
  });

  it('compares no mass of a class, and asks for no papers of one', () => {
    const ofClass = { ...RECORD, batchId: null };
    const compared = { ...SAMPLED, massGrams: null };
    const statement = { ...STATEMENT, seenMassGrams: 1, seenManifestNumber: null };
    expect(judgeStatement(statement, ofClass, compared).outcome).toBe('confirmed');
  });

  it('compares nothing of the batch when the sample was delivered, or when it is not said', () => {
    for (const sampling of ['delivered', undefined] as const) {
      const statement = { ...STATEMENT, sampling, seenMassGrams: undefined, seenManifestNumber: undefined };
      expect(judge(statement).outcome).toBe('confirmed');
    }
  });

  it('takes moisture that is left out as none', () => {
    const wet = { ...RECORD, moisturePpm: 0 };
    expect(judge({ ...STATEMENT, moisturePpm: null }, wet).outcome).toBe('confirmed');
  });

  it.each([
    ['not_issued', 'disowned'],
    ['withdrawn', 'withdrawn'],
  ] as const)('of %s leads to %s, whatever else it states', (answer, outcome) => {
    const none = { differences: [], sampleDifferences: [], seenDifferences: [] };
    expect(judge({ ...STATEMENT, answer, ppm: 1 })).toEqual({ outcome, ...none });
  });
});

describe('the order of statements', () => {
  const next = (changes: Partial<Statement>, valid?: { id: string }) =>
    codeOf(() => refuseOutOfOrder({ ...STATEMENT, ...changes }, valid));

  it('needs nothing for a first one, and the valid one for a later one', () => {
    expect(() => refuseOutOfOrder(STATEMENT, undefined)).not.toThrow();
    expect(() => refuseOutOfOrder({ ...STATEMENT, replacesId: 'first' }, { id: 'first' })).not.toThrow();
  });

  it('refuses a second first one, a wrong name, and the withdrawal of nothing', () => {
    expect(next({}, { id: 'first' })).toBe('certificate-confirmed-already');
    expect(next({ replacesId: 'other' }, { id: 'first' })).toBe('certificate-confirmation-not-valid');
    expect(next({ replacesId: 'other' })).toBe('certificate-confirmation-not-valid');
    expect(next({ answer: 'withdrawn' })).toBe('certificate-confirmation-not-valid');
  });
});
