import { describe, expect, it } from 'vitest';
import { contentOf, contentOfMade, type GeneralAssay } from '../../../src/recovery/assays/content.ts';

const AT = new Date('2026-10-05T00:00:00.000Z');

const FROM = new Date('2026-09-30T16:00:00.000Z');
const general = (id: string, changes: Partial<GeneralAssay>): GeneralAssay => ({
  id,
  basis: 'supplier_class',
  supplierId: 's',
  batteryKind: null,
  ppm: 1,
  moisturePpm: 0,
  sampledAt: AT,
  recordedAt: AT,
  runId: null,
  material: null,
  ...changes,
});

describe('the lead content of batteries', () => {
  const all = [
    general('stale', { batteryKind: 'starter', sampledAt: new Date(FROM.getTime() - 1) }),
    general('other supplier', { supplierId: 't' }),
    general('class', {}),
    general('class of kind', { batteryKind: 'starter' }),
    general('default', { basis: 'declared_default', supplierId: null }),
    general('default of kind', { basis: 'declared_default', supplierId: null, batteryKind: 'traction' }),
  ];
  const ask = (changes: object) =>
    contentOf({ own: null, supplierId: 's', batteryKind: 'starter', ...changes }, all, AT, 30);

  it.each([
    ['its own assay', { own: { assayId: 'own', ppm: 5, moisturePpm: 0 } }, 'batch', 'own'],
    ['the class of its supplier and kind', {}, 'supplier_class', 'class of kind'],
    ['the class of its supplier', { batteryKind: 'traction' }, 'supplier_class', 'class'],
    ['the default of its kind', { supplierId: 'u', batteryKind: 'traction' }, 'declared_default', 'default of kind'],
    ['the default', { supplierId: 'u', batteryKind: null }, 'declared_default', 'default'],
  ])('is %s', (_, question, basis, assayId) => {
    expect(ask(question)).toMatchObject({ basis, assayId });
  });

  it.each([
    ['the last sample before the record', [25, 4, 2], '4'],
    ['the first sample after it, when none is before', [25, 12], '12'],
    ['no sample of another month', [35, -1], null],
  ])('is %s, and no later sample chooses it', (_, days, expected) => {
    const samples = days.map((day) =>
      general(String(day), { sampledAt: new Date(FROM.getTime() + (day - 1) * 86_400_000) }),
    );
    const record = new Date('2026-10-05T00:00:00.000Z');
    const query = { own: null, supplierId: 's', batteryKind: null };
    expect(contentOf(query, samples, record, 30).assayId).toBe(expected);
  });

  it('is no sample after it that was recorded after the month was closed', () => {
    const query = { own: null, supplierId: 's', batteryKind: null };
    const later = (recordedAt: string, sampledAt = '2026-10-20T00:00:00Z') =>
      contentOf(query, [general('1', { sampledAt: new Date(sampledAt), recordedAt: new Date(recordedAt) })], AT, 30)
        .basis;
    expect(later('2026-11-30T16:00:00Z')).toBe('supplier_class');
    expect(later('2026-11-30T16:00:01Z')).toBe('none');
    expect(later('2026-12-20T00:00:00Z', '2026-10-04T00:00:00Z')).toBe('supplier_class');
  });

  it('has the scatter of the samples of its class in its month, by the mass as weighed', () => {
    const query = { own: null, supplierId: 's', batteryKind: null };
    const samples = [
      general('3', { ppm: 600_000 }),
      general('2', { ppm: 700_000, moisturePpm: 200_000 }),
      general('1', { ppm: 1, sampledAt: new Date(FROM.getTime() - 1) }),
    ];
    expect(contentOf(query, samples, AT, 30)).toMatchObject({ assayId: '3', scatterPpm: 28_285 });
    expect(contentOf(query, samples.slice(0, 1), AT, 30).scatterPpm).toBe(0);
  });

  it('is undefined when it was not recorded', () => {
    expect(contentOf({ own: null, supplierId: null, batteryKind: null }, [], FROM, 30)).toMatchObject({
      basis: 'none',
      ppm: null,
    });
  });
});

describe('the lead content of an output', () => {
  const made = { runId: 'r', material: 'slag', madeAt: AT };
  const product = (id: string, day: number, material = 'slag') => {
    const sampledAt = new Date(FROM.getTime() + (day - 1) * 86_400_000);
    return general(id, { basis: 'product', supplierId: null, material, sampledAt });
  };
  const run = general('run', { basis: 'run', supplierId: null, runId: 'r', material: 'slag' });
  const others = [
    general('other run', { basis: 'run', supplierId: null, runId: 's', material: 'slag' }),
    general('other material', { basis: 'run', supplierId: null, runId: 'r', material: 'dust' }),
    general('default', { basis: 'declared_default', supplierId: null }),
  ];
  const own = { assayId: 'own', ppm: 5, moisturePpm: 0 };

  it.each([
    ['its own assay', own, [run, product('before', 4)], 'batch own'],
    ['that of its run and material', null, [...others, run, product('before', 4)], 'run run'],
    [
      'the last sample of its material before it',
      null,
      [product('after', 9), product('4', 4), product('2', 2)],
      'product 4',
    ],
    ['the first sample after it in its month', null, [product('25', 25), product('9', 9)], 'product 9'],
    [
      'no sample of another month or material',
      null,
      [product('35', 35), product('-1', -1), product('4', 4, 'dust')],
      'none null',
    ],
    ['nothing else', null, others, 'none null'],
  ])('is %s', (_, measured, general, expected) => {
    const { basis, assayId } = contentOfMade({ own: measured, made }, general, 30);
    expect(`${basis} ${assayId}`).toBe(expected);
  });

  it('is unknown of what no run made', () => {
    expect(contentOfMade({ own: null, made: undefined }, [product('4', 4)], 30).ppm).toBeNull();
  });
});
