import { describe, expect, it } from 'vitest';
import { type LeadRecord, NO_CONTENT, termsOf } from '../../../src/recovery/lead-records.ts';
import { emissionFindings, residueFindings } from '../../../src/recovery/terms/residue.ts';

const SLAG: LeadRecord = {
  ...{ id: 'r', term: 'loss_slag', kind: 'sale', subject: 'disposition:d', batchId: 'b', material: '321-016-48' },
  ...{ massGrams: 10, sign: 1, ...NO_CONTENT, occurredAt: new Date(0) },
};
const found = (...records: LeadRecord[]) =>
  residueFindings(records, { use: 'flag', disposal: 'note' }).map(
    ({ code, severity, facts }) => `${severity} ${code} ${facts.massGrams}`,
  );

it('hazardous residues that leave without a manifest are named, by the way in which they left', () => {
  expect(found(SLAG, { ...SLAG, term: 'by_products' })).toEqual(['flag RESIDUES_WITHOUT_MANIFEST 20']);
  expect(found({ ...SLAG, kind: 'disposal' })).toEqual(['note RESIDUES_WITHOUT_MANIFEST 10']);
});

it('residues that leave on a manifest, and other materials, are not', () => {
  expect(found({ ...SLAG, kind: 'dispatch', subject: 'manifest:m' })).toEqual([]);
  expect(found({ ...SLAG, material: 'plastics_light' })).toEqual([]);
});

describe('lead in emissions', () => {
  const codes = (air: bigint, water: bigint, fed = 10_000n) => {
    const terms = { ...termsOf([]), received: fed, loss_air: air, loss_water: water };
    return emissionFindings(terms, { shareBasisPoints: 5 }).map(({ code, severity }) => `${severity} ${code}`);
  };

  it('needs a review beyond the share of the lead fed, air and water together', () => {
    expect(codes(3n, 2n)).toEqual([]);
    expect(codes(3n, 3n)).toEqual(['flag EMISSIONS_HIGH']);
    expect(codes(0n, 0n)).toEqual([]);
  });
});
