import { describe, expect, it } from 'vitest';
import { codeNames } from '../../../src/core/messages/code-names.ts';
import { isOfBatteries, refuseUnfitMethod, wasteOf } from '../../../src/manifests/wastes/waste.ts';

const FORMS = [{ material: 'lead_paste', wasteCode: '900-052-31', condition: 'paste' }];

describe('the waste of a batch', () => {
  it.each([
    ['batteries', 'battery', '900-052-31', 'whole', { wasteCode: '900-052-31', condition: 'whole' }],
    [
      'other waste that a manifest brought',
      'battery',
      '384-004-31',
      null,
      { wasteCode: '384-004-31', condition: null },
    ],
    ['a residue', 'residue', '321-029-48', null, { wasteCode: '321-029-48', condition: null }],
    [
      'a residue under the code of batteries',
      'residue',
      '900-052-31',
      null,
      { wasteCode: '900-052-31', condition: null },
    ],
    ['bought scrap', 'other_feed', '384-004-31', null, { wasteCode: '384-004-31', condition: null }],
    ['an own intermediate', 'other_feed', 'lead_paste', null, { wasteCode: '900-052-31', condition: 'paste' }],
  ] as const)('is that of %s', (_, kind, material, condition, expected) => {
    expect(wasteOf({ id: 'b', kind, material, condition }, FORMS, '#')).toMatchObject(expected);
  });

  it.each([
    ['product', 'refined_lead'],
    ['product', '900-052-31'],
    ['by_product', 'slag_used'],
    ['other_feed', 'concentrate'],
    ['other_feed', 'work_in_progress'],
    ['transit', '900-052-31'],
  ] as const)('is unknown for a %s of %s, which is refused', (kind, material) => {
    expect(() => wasteOf({ id: 'b', kind, material, condition: null }, FORMS, '#')).toThrow('manifest-batch-not-waste');
  });
});

it('a line of other waste has no kind of battery', () => {
  expect([isOfBatteries({ batteryKind: 'starter' }), isOfBatteries({ batteryKind: null })]).toEqual([true, false]);
});

describe('a treatment method', () => {
  const treatments = [{ wasteCode: '321-029-48', methods: ['R4', 'D1'] }];
  const known = codeNames([{ code: 'R4' }, { code: 'D1' }, { code: 'R9' }]);
  const use = (method: string, wasteCode = '321-029-48') =>
    refuseUnfitMethod({ line: 1, method, wasteCode }, { treatments, known, pointer: '#/body' });

  it('fits the waste by law, and a waste without an entry has no limit', () => {
    expect(() => use('R4')).not.toThrow();
    expect(() => use('R9', '384-004-31')).not.toThrow();
  });

  it('that treats another waste is refused', () => {
    expect(() => use('R9')).toThrow('manifest-method-unfit');
  });
});
