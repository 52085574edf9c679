import { expect, it } from 'vitest';
import type { FractionMovement } from '../../../src/recovery/fractions/fate.ts';
import { evidenceFindings, gapFindings, sulphurFindings } from '../../../src/recovery/fractions/findings.ts';
import type { BatteryRecord, FractionRecord } from '../../../src/recovery/fractions/fraction-record.ts';

const AT = new Date('2026-10-10T00:00:00Z');
const TO = new Date('2026-11-01T00:00:00Z');
const ACID: FractionRecord = {
  ...{ id: 'r', fraction: 'acid', fate: 'material', kind: 'use', subject: 'disposition:d', batchId: 'b' },
  ...{ material: 'waste_acid_recovered', massGrams: 100, sign: 1, contentPpm: 320_000, factorPpm: 1_000_000 },
  ...{ sulphuricAcidPpm: 1_000_000, basis: 'batch', assayId: 'a', leadPpm: null, leadMoisturePpm: 0, occurredAt: AT },
};
const FED: BatteryRecord = {
  ...{ id: 'f', kind: 'manifest_line', subject: 'manifest:m', batchId: 'b', massGrams: 1_000, sign: 1, occurredAt: AT },
  water: { ppm: 100_000, basis: 'batch', assayId: 'w' },
  sulphuricAcid: { ppm: 90_000, basis: 'batch', assayId: 's' },
};
const MOVED: FractionMovement = {
  ...{
    id: '7',
    kind: 'sale',
    evidence: 'disposition:d',
    batchId: 'b',
    material: 'waste_acid_recovered',
    enters: false,
  },
  ...{ massGrams: 100, occurredAt: AT, ofBatch: {}, ofMaterial: {}, leadPpm: null, leadMoisturePpm: null },
  ...{ dispositionKind: 'use', useFate: 'material', numbered: false, confirmations: [] },
};
const found = (
  records: readonly Partial<FractionRecord>[],
  fed: Partial<BatteryRecord> = {},
  moved: readonly Partial<FractionMovement>[] = [],
) => {
  const all = records.map((one) => ({ ...ACID, ...one }));
  const input = { records: [{ ...FED, ...fed }] };
  const movements = moved.map((one) => ({ ...MOVED, ...one }));
  const composition = { waterMaxPpm: 224_000, sulphurMaxPpm: 130_000 };
  return [
    ...gapFindings(all, input),
    ...sulphurFindings(all, input),
    ...evidenceFindings({ input, movements, composition, to: TO }),
  ].map(({ code, facts }) => [code, facts]);
};

it('names what is missing and what is assumed, and nothing else', () => {
  expect(found([{}])).toEqual([]);
  expect(found([{ basis: 'none', contentPpm: null }])).toEqual([['FRACTION_CONTENT_MISSING', { records: 1 }]]);
  expect(found([{ fate: 'unconfirmed' }])).toEqual([['FRACTIONS_UNCONFIRMED', { records: 1, massGrams: 100 }]]);
  expect(found([], {}, [{ numbered: true }])).toEqual([['CONFIRMATION_WITHOUT_FILE', { records: 1, massGrams: 100 }]]);
  const said = { byReceiver: true, confirmedOn: '2026-10-10' };
  const later = { id: 'c', fate: 'material' as const, massGrams: 100, ...said, recordedAt: TO };
  expect(found([], {}, [{ confirmations: [later, { ...later, recordedAt: AT }] }])).toEqual([
    ['CONFIRMED_LATER', { records: 1 }],
  ]);
  expect(found([], { water: { ppm: 96_000, basis: 'assumed', assayId: null } })).toEqual([
    ['SHARES_ASSUMED', { massGrams: 1_000 }],
  ]);
});

it('blocks water that no battery holds, and flags sulphur that did not come with batteries', () => {
  expect(found([], { water: { ppm: 224_001, basis: 'batch', assayId: 'w' } })).toEqual([
    ['COMPOSITION_IMPLAUSIBLE', { records: 1, massGrams: 1_000 }],
  ]);
  expect(found([{ massGrams: 282, contentPpm: 320_000 }])).toEqual([['SULPHUR_LIMITED', {}]]);
  expect(found([{ massGrams: 281 }])).toEqual([]);
  expect(found([{ massGrams: 1_000, fate: 'fuel' }])).toEqual([]);
});
