import { expect, it } from 'vitest';
import { type Acceptance, flowsOf } from '../../src/oversight/flow.ts';

const acceptance: Acceptance = {
  journalIndex: 7,
  manifestId: '01999999-0000-7000-8000-000000000001',
  acceptedAt: new Date('2026-10-31T15:59:59.999Z'),
  wasteCode: '900-052-31',
  from: '450403',
  to: '4401',
  lines: [
    { line: 1, batteryKind: 'starter', acceptedGrams: 900, acceptedPieces: 1 },
    { line: 2, batteryKind: null, acceptedGrams: 0, acceptedPieces: 0 },
    { line: 3, batteryKind: 'traction', acceptedGrams: null, acceptedPieces: null },
  ],
};

it('an acceptance makes one flow for each line of which anything was accepted', () => {
  expect(flowsOf(acceptance)).toEqual([
    {
      journalIndex: 7,
      line: 1,
      manifestId: acceptance.manifestId,
      month: '2026-10',
      fromProvince: '45',
      fromCity: '4504',
      toProvince: '44',
      toCity: '4401',
      wasteCode: '900-052-31',
      batteryKind: 'starter',
      massGrams: 900,
      pieces: 1,
      acceptedAt: acceptance.acceptedAt,
    },
  ]);
});

it('a month begins at midnight in Shanghai', () => {
  const [first] = flowsOf({ ...acceptance, acceptedAt: new Date('2026-10-31T16:00:00.000Z') });
  expect(first?.month).toBe('2026-11');
});

it('a place that names only its province keeps its mass in the figures', () => {
  const [first] = flowsOf({ ...acceptance, from: '45', to: '440000' });
  expect(first).toMatchObject({ fromProvince: '45', fromCity: '4500', toProvince: '44', toCity: '4400' });
});
