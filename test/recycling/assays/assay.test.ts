import { describe, expect, it } from 'vitest';
import { type Assay, refuseEarly, refuseOtherSubject } from '../../../src/recycling/assays/assay.ts';
import { codeOf, problemOf } from '../../batches/examples.ts';

const AT = new Date('2026-10-05T00:00:00.000Z');
const assay = (changes: Partial<Assay> = {}): Assay => ({
  id: 'assay',
  partyId: 'party',
  basis: 'supplier_class',
  batchId: null,
  runId: null,
  material: null,
  supplierId: 'supplier',
  batteryKind: 'starter',
  substance: 'lead',
  ppm: 580_000,
  wetBasis: true,
  moisturePpm: 0,
  method: 'XRF',
  laboratory: '演示检测中心',
  laboratoryKind: null,
  laboratoryId: null,
  sampleMark: null,
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
    ['run', { runId: 'run' }],
    ['material', { material: 'slag' }],
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

describe('a sample', () => {
  const at = (seconds: number) => new Date(AT.getTime() + 1_000 * seconds);
  it.each([
    ['after its first instant', at(1), AT, undefined],
    ['within the tolerance of clocks', at(-300), AT, undefined],
    ['before it', at(-301), AT, 'assay-sampled-early'],
    ['of bought feed', at(-9_999), null, undefined],
  ])('%s is taken or refused', (_, sampledAt, firstAt, code) => {
    expect(codeOf(() => refuseEarly(sampledAt, firstAt, 300))).toBe(code);
  });
});
