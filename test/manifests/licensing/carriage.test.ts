import { describe, expect, it } from 'vitest';
import { findDescribedSite, receivingModes, transportModeOf } from '../../../src/manifests/licensing/carriage.ts';

describe('the exemption of unbroken batteries', () => {
  const exemption = { wasteCodes: ['900-052-31'], conditions: ['whole'], riskClasses: ['I'] };
  const whole = { condition: 'whole', riskClass: 'I' };
  it.each([
    [[whole, whole], 'exempt_unbroken'],
    [[whole, { ...whole, riskClass: 'II' }], 'hazardous'],
    [[{ ...whole, condition: 'broken' }], 'hazardous'],
    [[whole, { condition: null, riskClass: null }], 'hazardous'],
  ])('of %j: %s', (lines, mode) => expect(transportModeOf('900-052-31', lines, exemption)).toBe(mode));

  it('covers no other waste, and nothing when it is not in force', () => {
    expect(transportModeOf('384-004-31', [whole], exemption)).toBe('hazardous');
    expect(transportModeOf('900-052-31', [whole], undefined)).toBe('hazardous');
  });
});

describe('the receiving site', () => {
  it.each([
    ['recycler', ['recycling']],
    ['transfer_point', ['collection']],
    ['collection_point', ['collection']],
    ['producer', ['recycling']],
    [null, ['recycling', 'collection']],
  ])('of kind %s needs a licence for one of %j', (kind, modes) => expect(receivingModes(kind)).toEqual(modes));

  const sites = [
    { id: 'a', kind: 'transfer_point', name: '中转', divisionCode: '4401' },
    { id: 'b', kind: 'recycler', name: '工厂', divisionCode: '440103' },
    { id: 'c', kind: 'recycler', name: '工厂', divisionCode: '440300' },
  ];
  it.each([
    ['中转', '440103', 'a'],
    ['工厂', '4401', 'b'],
    ['别处', '4401', 'b'],
    ['工厂', '4403', 'c'],
    ['工厂', '4404', undefined],
  ])('that a document calls %s in %s is %s', (name, divisionCode, id) => {
    expect(findDescribedSite(sites, { name, divisionCode, address: null })?.id).toBe(id);
  });
});
