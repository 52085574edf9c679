import { describe, expect, it } from 'vitest';
import type { CertificateOutcome } from '../../../src/recovery/assays/certificate.ts';
import { analysesOf, analysisFindings } from '../../../src/recovery/fractions/analysis-evidence.ts';
import type { BatteryRecord, FractionRecord } from '../../../src/recovery/fractions/fraction-record.ts';

const AT = new Date('2026-10-05T00:00:00.000Z');
const plastics = (
  massGrams: number,
  assayId: string | null,
  fate: FractionRecord['fate'] = 'material',
): FractionRecord => ({
  ...{ id: 'f', fraction: 'plastics', fate, kind: 'use', subject: 's', batchId: 'b', material: 'plastics_light' },
  ...{ massGrams, sign: 1, contentPpm: 1_000_000, factorPpm: 1_000_000, sulphuricAcidPpm: 0, basis: 'batch', assayId },
  ...{ leadPpm: null, leadMoisturePpm: 0, occurredAt: AT },
});
const batteries = (massGrams: number, waterPpm: number, assayId: string | null): BatteryRecord => ({
  ...{ id: 'b', kind: 'manifest_line', subject: 's', batchId: 'b', massGrams, sign: 1, occurredAt: AT },
  water: { ppm: waterPpm, basis: assayId === null ? 'assumed' : 'batch', assayId },
  sulphuricAcid: { ppm: 90_000, basis: 'assumed', assayId: null },
});
const RULES = { confirmed: true, sampled: true, movableShareBasisPoints: 50 };
const codes = (
  records: readonly FractionRecord[],
  fed: readonly BatteryRecord[],
  outcomes: Readonly<Record<string, CertificateOutcome>> = {},
  rules = RULES,
  {
    own = [],
    shared = [],
    deniedBefore = [],
    delivered = [],
  }: { own?: string[]; shared?: string[]; deniedBefore?: string[]; delivered?: string[] } = {},
) =>
  analysisFindings(
    records,
    { records: fed },
    {
      own: new Set(own),
      outcomes: new Map(Object.entries(outcomes)),
      sampledByLaboratory: new Set(Object.keys(outcomes).filter((id) => !delivered.includes(id))),
      shared: new Set(shared),
      deniedBefore: new Set(deniedBefore),
    },
    rules,
  ).map(({ code, severity }) => `${code} ${severity}`);

describe('an analysis that no laboratory confirmed', () => {
  const fed = [batteries(1_000, 0, null)];

  it('is noted up to the share of law, and flagged above it', () => {
    expect(codes([plastics(5, 'a')], fed)).toEqual(['ANALYSES_NOT_CONFIRMED note']);
    expect(codes([plastics(6, 'a')], fed)).toEqual(['ANALYSES_NOT_CONFIRMED flag']);
    expect(codes([plastics(6, 'a')], fed, { a: 'withdrawn' })).toEqual(['ANALYSES_NOT_CONFIRMED flag']);
  });

  it('needs nothing when it is confirmed, does not count, or comes from before the law', () => {
    expect(codes([plastics(60, 'a')], fed, { a: 'confirmed' })).toEqual([]);
    expect(codes([plastics(60, 'a', 'stock'), plastics(60, null)], fed)).toEqual([]);
    expect(codes([plastics(60, 'a')], fed, {}, { ...RULES, confirmed: false })).toEqual([]);
  });

  it('of sulphur counts by the acid that it lets through the limit', () => {
    const of = (ppm: number, assayId: string | null): BatteryRecord => ({
      ...batteries(500, 0, null),
      sulphuricAcid: { ppm, basis: assayId === null ? 'assumed' : 'batch', assayId },
    });
    const acid = (massGrams: number): FractionRecord => ({
      ...{ ...plastics(massGrams, 'a'), fraction: 'acid', sulphuricAcidPpm: 1_000_000 },
    });
    const confirmed = { a: 'confirmed' } as const;
    // 50 g by assumption of law, and 100 g by the analysis.
    const input = [of(100_000, null), of(200_000, 's')];
    expect(codes([acid(55)], input, confirmed)).toEqual(['ANALYSES_NOT_CONFIRMED note']);
    expect(codes([acid(56)], input, confirmed)).toEqual(['ANALYSES_NOT_CONFIRMED flag']);
    expect(codes([acid(2)], [of(200_000, 's')], confirmed)).toEqual(['ANALYSES_NOT_CONFIRMED note']);
    expect(codes([acid(56)], input, { ...confirmed, s: 'confirmed' })).toEqual([]);
  });

  it('of water takes as much out of the base as it states', () => {
    expect(codes([], [batteries(1_000, 4_000, 'w')])).toEqual(['ANALYSES_NOT_CONFIRMED note']);
    expect(codes([], [batteries(1_000, 100_000, 'w')])).toEqual(['ANALYSES_NOT_CONFIRMED flag']);
  });
});

it('an analysis with the certificate of another sample is weighed with those that are not confirmed', () => {
  const fed = [batteries(1_000, 0, null)];
  const shared = { shared: ['a'] };
  expect(codes([plastics(5, 'a')], fed, { a: 'confirmed' }, RULES, shared)).toEqual([
    'ANALYSES_SHARE_CERTIFICATE note',
  ]);
  expect(codes([plastics(6, 'a')], fed, { a: 'confirmed' }, RULES, shared)).toEqual([
    'ANALYSES_SHARE_CERTIFICATE flag',
  ]);
  expect(codes([plastics(3, 'a'), plastics(3, 'b')], fed, { a: 'confirmed' }, RULES, shared)).toEqual([
    'ANALYSES_NOT_CONFIRMED note',
    'ANALYSES_SHARE_CERTIFICATE flag',
  ]);
});

it('an analysis that hides an earlier contradiction blocks', () => {
  const before = { deniedBefore: ['a'] };
  expect(codes([plastics(1, 'a')], [batteries(1_000_000, 0, null)], { a: 'confirmed' }, RULES, before)).toEqual([
    'ANALYSES_CONTRADICTED block',
  ]);
});

it('an analysis of the own laboratory is weak, also when it is confirmed or from before the law', () => {
  const fed = [batteries(1_000, 0, null)];
  const [small, large] = [[plastics(5, 'a')], [plastics(6, 'a')]];
  expect(codes(small, fed, {}, RULES, { own: ['a'] })).toEqual(['ANALYSES_OF_OWN_LABORATORY note']);
  expect(codes(large, fed, { a: 'confirmed' }, RULES, { own: ['a'] })).toEqual(['ANALYSES_OF_OWN_LABORATORY flag']);
  expect(codes(large, fed, {}, { ...RULES, confirmed: false }, { own: ['a'] })).toEqual([
    'ANALYSES_OF_OWN_LABORATORY flag',
  ]);
  // Weak in two ways, they add up.
  expect(codes([...small, plastics(5, 'x')], fed, {}, RULES, { own: ['a'] })).toEqual([
    'ANALYSES_NOT_CONFIRMED flag',
    'ANALYSES_OF_OWN_LABORATORY flag',
  ]);
});

it('an analysis that its laboratory contradicts or disowns blocks, however small', () => {
  const fed = [batteries(1_000_000, 0, null)];
  for (const outcome of ['contradicted', 'disowned'] as const) {
    expect(codes([plastics(1, 'a')], fed, { a: outcome })).toEqual(['ANALYSES_CONTRADICTED block']);
  }
});

it('analyses are those of fractions that count and of batteries, each once', () => {
  const records = [plastics(1, 'a'), plastics(1, 'a'), plastics(1, 'x', 'fuel')];
  expect(analysesOf(records, { records: [batteries(1, 1, 'w'), batteries(1, 1, 'w')] })).toEqual(['a', 'w']);
});

it('an analysis of a delivered sample is weighed with those that are not confirmed, from the day of the law on', () => {
  const fed = [batteries(1_000, 0, null)];
  const delivered = { delivered: ['a'] };
  expect(codes([plastics(5, 'a')], fed, { a: 'confirmed' }, RULES, delivered)).toEqual([
    'ANALYSES_OF_DELIVERED_SAMPLES note',
  ]);
  expect(codes([plastics(3, 'a'), plastics(3, 'b')], fed, { a: 'confirmed' }, RULES, delivered)).toEqual([
    'ANALYSES_NOT_CONFIRMED flag',
    'ANALYSES_OF_DELIVERED_SAMPLES flag',
  ]);
  expect(codes([plastics(60, 'a')], fed, { a: 'confirmed' }, { ...RULES, sampled: false }, delivered)).toEqual([]);
});
