import { describe, expect, it } from 'vitest';
import { type Assay, refuseOtherSubject } from '../../../src/recycling/assays/assay.ts';
import { codeOf, problemOf } from '../../batches/examples.ts';

const AT = new Date('2026-10-05T00:00:00.000Z');
const assay = (changes: Partial<Assay> = {}): Assay => ({
  id: 'assay',
  partyId: 'party',
  basis: 'supplier_class',
  batchId: null,
  supplierId: 'supplier',
  batteryKind: 'starter',
  substance: 'lead',
  ppm: 580_000,
  wetBasis: true,
  moisturePpm: 0,
  method: 'XRF',
  laboratory: '演示检测中心',
  certificateNumber: null,
  certificateSha256: null,
  certificateFileId: null,
  sampledAt: AT,
  replacesId: null,
  recordedAt: AT,
  ...changes,
});

describe('a correction of an assay', () => {
  it('may change the result, the method and the time', () => {
    const corrected = assay({ id: 'later', ppm: 1, method: 'ICP-OES', sampledAt: new Date(0) });
    expect(codeOf(() => refuseOtherSubject(corrected, assay()))).toBeUndefined();
  });

  it.each<[string, Partial<Assay>]>([
    ['organisation', { partyId: 'other' }],
    ['basis', { basis: 'declared_default' }],
    ['batch', { batchId: 'batch' }],
    ['supplier', { supplierId: 'other' }],
    ['use of batteries', { batteryKind: null }],
  ])('must not change the %s', (_, changes) => {
    const problem = problemOf(() => refuseOtherSubject(assay(changes), assay({ id: 'first' })));
    expect([problem?.code, problem?.facts]).toEqual([
      'assay-not-its-correction',
      { replacesId: 'first', pointer: '#/body/replacesId' },
    ]);
  });
});
