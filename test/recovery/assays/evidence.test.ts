import { describe, expect, it } from 'vitest';
import { closedAt, evidenceFindings, judgeAssays, weaknessesOf } from '../../../src/recovery/assays/evidence.ts';
import { leadIn } from '../../../src/recovery/lead.ts';
import { type LeadRecord, NO_CONTENT } from '../../../src/recovery/lead-records.ts';

const AT = new Date('2026-10-05T00:00:00.000Z');
const LAW = {
  ...{
    flagShareBasisPoints: 500,
    graceDays: 30,
    scatterFactorPercent: 200,
    classPpm: 10_000,
    sampledMassBasisPoints: 200,
  },
  confirmed: true,
  sampled: true,
  classes: { seenShareBasisPoints: 10_000, toleranceBasisPoints: 200 },
  weak: {
    ...{ movableShareBasisPoints: 50, ownWords: ['本厂'] },
    ...{ certificates: 'stored' as const, laboratories: 'external' as const },
  },
  rangeOf: (material: string) =>
    material === 'slag' ? { minPpm: 0, maxPpm: 100_000 } : { minPpm: 400_000, maxPpm: 800_000 },
};
type Assay = Parameters<typeof weaknessesOf>[0];
const GOOD: Assay = {
  ...{ assayId: 'a', basis: 'batch', material: '900-052-31', ppm: 580_000, moisturePpm: 0 },
  ...{ laboratory: '演示检测中心', laboratoryKind: 'external', partyName: '演示冶炼厂' },
  ...{
    hasCertificate: true,
    hasNumber: true,
    hasStoredCertificate: true,
    certificate: 'confirmed',
    sampledByLaboratory: true,
    replaces: false,
    sampledAt: AT,
    recordedAt: AT,
    firstAt: null,
  },
};
const record = (massGrams: number, assayId: string | null = 'a', changes: Partial<LeadRecord> = {}): LeadRecord => ({
  ...{ id: 'r', term: 'received', kind: 'manifest_line', subject: 'manifest:m', batchId: 'b' },
  ...{ material: '900-052-31', massGrams, sign: 1, occurredAt: AT, ...NO_CONTENT, ppm: 1, basis: 'batch', assayId },
  ...changes,
});

describe('an assay', () => {
  it.each<[string, Partial<Assay>, string[]]>([
    ['with a certificate of another laboratory', {}, []],
    ['without the file of its certificate', { hasStoredCertificate: false }, ['ASSAYS_CERTIFICATE_NOT_STORED']],
    ['of a laboratory that is not stated as external', { laboratoryKind: null }, ['ASSAYS_OF_UNKNOWN_LABORATORY']],
    ['of a laboratory with a word of own ones', { laboratory: '本厂 化验室' }, ['ASSAYS_OF_OWN_LABORATORY']],
    ['without a certificate', { hasCertificate: false }, ['ASSAYS_WITHOUT_CERTIFICATE']],
    ['of a laboratory that is stated as own', { laboratoryKind: 'own' }, ['ASSAYS_OF_OWN_LABORATORY']],
    [
      'of a laboratory with the name of the enterprise',
      { laboratory: ' 演示 冶炼厂（化验室）' },
      ['ASSAYS_OF_OWN_LABORATORY'],
    ],
    ['that no laboratory confirmed', { certificate: undefined }, ['ASSAYS_NOT_CONFIRMED']],
    ['whose laboratory took its word back', { certificate: 'withdrawn' }, ['ASSAYS_NOT_CONFIRMED']],
    ['of a sample that was delivered', { sampledByLaboratory: false }, ['ASSAYS_OF_DELIVERED_SAMPLES']],
    ['that its laboratory contradicts', { certificate: 'contradicted' }, ['ASSAYS_CONTRADICTED']],
    ['that its laboratory disowns', { certificate: 'disowned' }, ['ASSAYS_CONTRADICTED']],
    ['whose earlier version its laboratory contradicts', { deniedBefore: true }, ['ASSAYS_CONTRADICTED']],
    ['with the certificate of another sample', { sharesCertificate: true }, ['ASSAYS_SHARE_CERTIFICATE']],
    ['without the number of its certificate', { hasNumber: false }, ['ASSAYS_WITHOUT_CERTIFICATE']],
    ['above what its material can hold', { ppm: 800_001 }, ['ASSAYS_IMPLAUSIBLE']],
    ['below it by its moisture', { ppm: 580_000, moisturePpm: 500_000 }, ['ASSAYS_IMPLAUSIBLE']],
    ['of slag with the lead of a product', { material: 'slag' }, ['ASSAYS_IMPLAUSIBLE']],
    ['sampled before its batch was there', { firstAt: new Date(AT.getTime() + 1) }, ['ASSAYS_SAMPLED_EARLY']],
    ['that corrects another', { replaces: true }, ['ASSAYS_REPLACED']],
  ])('%s has its weaknesses', (_, changes, expected) => {
    expect(weaknessesOf({ ...GOOD, ...changes }, LAW)).toEqual(expected);
  });
});

it('an assay that was not confirmed is weak only where law wants the confirmation; a contradiction is weak everywhere', () => {
  const before = { ...LAW, confirmed: false };
  expect(weaknessesOf({ ...GOOD, certificate: undefined }, before)).toEqual([]);
  expect(weaknessesOf({ ...GOOD, certificate: 'disowned' }, before)).toEqual(['ASSAYS_CONTRADICTED']);
});

describe('the evidence of a rate', () => {
  let available = 10n ** 30n;
  const codes = (records: readonly LeadRecord[], ...assays: Partial<Assay>[]) =>
    evidenceFindings(
      records,
      judgeAssays(
        assays.map((one) => ({ ...GOOD, ...one })),
        LAW,
      ),
      LAW,
      available,
    ).map(({ code, severity }) => `${code} ${severity}`);

  it('is flagged above the share of law, and noted up to it', () => {
    const weak = { assayId: 'w', hasCertificate: false };
    expect(codes([record(95), record(5, 'w')], {}, weak)).toEqual(['ASSAYS_WITHOUT_CERTIFICATE note']);
    expect(codes([record(94), record(6, 'w')], {}, weak)).toEqual(['ASSAYS_WITHOUT_CERTIFICATE flag']);
    expect(codes([record(94), record(6, 'w', { term: 'not_counted' })], {}, weak)).toEqual([]);
  });

  it('finds the scatter of as many records as a large year has', () => {
    const records = Array.from({ length: 200_000 }, (_, at) =>
      record(1, `r${at % 3}`, { scatterPpm: 90_000 + (at % 7) }),
    );
    expect(codes(records)).toEqual(['CLASS_SAMPLES_SCATTER flag']);
  });

  it('blocks for a contradiction, however small', () => {
    const denied = { assayId: 'w', certificate: 'contradicted' as const };
    expect(codes([record(9_999), record(1, 'w')], {}, denied)).toEqual(['ASSAYS_CONTRADICTED block']);
  });

  it('is late when it was recorded after the month of its use was closed, and corrections then are always flagged', () => {
    const closed = closedAt(AT, 30);
    expect(closed.toISOString()).toBe('2026-11-30T16:00:00.000Z');
    const after = new Date(closed.getTime() + 1);
    expect(codes([record(1)], { recordedAt: closed })).toEqual([]);
    expect(codes([record(1)], { recordedAt: after })).toEqual(['ASSAYS_RECORDED_LATE flag']);
    const corrected = { assayId: 'c', recordedAt: after, replaces: true };
    expect(codes([record(999), record(1, 'c')], {}, corrected)).toEqual([
      'ASSAYS_REPLACED note',
      'ASSAYS_REPLACED_LATE flag',
    ]);
  });

  it('scatters when the samples of a class differ by more than their uncertainty allows', () => {
    expect(codes([record(1, 'a', { scatterPpm: 20_000 })], {})).toEqual([]);
    expect(codes([record(1, 'a', { scatterPpm: 20_001 })], {})).toEqual(['CLASS_SAMPLES_SCATTER flag']);
  });

  it('is flagged when weak contents could move the lead available by more than the share of law, whatever their mass', () => {
    const slag = (ppm: number) => record(1, 'w', { term: 'closing_work', material: 'slag', ppm });
    const weak = { assayId: 'w', material: 'slag', ppm: 20_000, hasCertificate: false };
    available = leadIn(4, 1_000_000, 0);
    expect(codes([record(99), slag(20_000)], {}, weak)).toEqual(['ASSAYS_WITHOUT_CERTIFICATE note']);
    expect(codes([record(99), slag(20_001)], {}, weak)).toEqual([
      'ASSAYS_WITHOUT_CERTIFICATE note',
      'WEAK_EVIDENCE_MATTERS flag',
    ]);
    const counted = record(1, null, { term: 'closing_work', material: 'slag', ppm: 20_001, basis: 'count' });
    expect(codes([record(99), counted], {})).toEqual(['WEAK_EVIDENCE_MATTERS flag']);
    available = 10n ** 30n;
  });

  it('is always flagged when a content is implausible', () => {
    const weak = { assayId: 'w', ppm: 800_001 };
    expect(codes([record(999), record(1, 'w')], {}, weak)).toEqual(['ASSAYS_IMPLAUSIBLE flag']);
  });
});
