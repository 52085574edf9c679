import { describe, expect, it } from 'vitest';
import { type Analysis, refuseOtherAnalysis } from '../../../src/recycling/analyses/analysis.ts';
import { codeOf } from '../../batches/examples.ts';

const AT = new Date('2026-10-05T00:00:00.000Z');
const ANALYSIS: Analysis = {
  ...{ id: 'analysis', partyId: 'party', basis: 'material', batchId: null, material: 'waste_acid_recovered' },
  ...{ supplierId: null, batteryKind: null, substance: 'sulphuric_acid', ppm: 320_000, method: '滴定' },
  ...{
    laboratory: '演示检测中心',
    laboratoryId: null,
    sampleMark: null,
    certificateNumber: null,
    certificateSha256: null,
    certificateFileId: null,
  },
  ...{ sampledAt: AT, replacesId: null, recordedAt: AT },
};

describe('a correction of an analysis', () => {
  it('may change the content, the method and the time', () => {
    const later: Analysis = { ...ANALYSIS, id: 'later', ppm: 1, method: '密度', sampledAt: new Date(0) };
    expect(() => refuseOtherAnalysis(later, ANALYSIS)).not.toThrow();
  });

  it.each<Partial<Analysis>>([
    { substance: 'water' },
    { material: 'sodium_sulphate' },
    { basis: 'declared_default' },
    { partyId: 'other' },
    { batteryKind: 'starter' },
  ])('is of the same substance and subject: %o', (changes) => {
    const other = () => refuseOtherAnalysis({ ...ANALYSIS, ...changes }, ANALYSIS);
    expect(codeOf(other)).toBe('analysis-not-its-correction');
  });
});
