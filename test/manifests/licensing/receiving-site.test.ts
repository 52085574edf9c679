import { describe, expect, it } from 'vitest';
import {
  findDescribedSite,
  receivingKind,
  receivingModes,
  refuseSameSite,
  refuseUnfitReceiver,
} from '../../../src/manifests/licensing/receiving-site.ts';
import { codeOf, RECEIVING } from '../taking/decisions.ts';

describe('the receiving site', () => {
  it.each([
    ['recycler', ['recycling']],
    ['collection_point', ['collection']],
    ['generator', []],
    ['of a later release', ['recycling', 'collection']],
    [null, ['recycling', 'collection']],
  ])('of kind %s needs a licence for one of %j', (kind, modes) =>
    expect(receivingModes(kind, RECEIVING)).toEqual(modes),
  );

  it('is of a kind that receives, or of an unknown one', () => {
    expect(codeOf(() => refuseUnfitReceiver('generator', RECEIVING))).toBe('manifest-site-receives-nothing');
    for (const kind of ['recycler', null]) expect(() => refuseUnfitReceiver(kind, RECEIVING)).not.toThrow();
  });

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

  it('has the registered kind, else that of the described site, else none', () => {
    const described = (divisionCode: string) => ({ name: '中转', divisionCode, address: null });
    expect(receivingKind('generator', sites, described('4401'))).toBe('generator');
    expect(receivingKind(null, sites, described('4401'))).toBe('transfer_point');
    expect(receivingKind(null, sites, described('4409'))).toBeNull();
  });

  it('is another one than that from which the load leaves', () => {
    const from = (receiverSiteId: string | null) => () =>
      refuseSameSite({ consignorSiteId: 'a', receiverSiteId }, '#/body/receiverSiteId');
    expect(from('a')).toThrow(expect.objectContaining({ code: 'manifest-same-site' }));
    expect(from('b')).not.toThrow();
    expect(from(null)).not.toThrow();
    expect(() => refuseSameSite({ consignorSiteId: null, receiverSiteId: null }, '#/body')).not.toThrow();
  });
});
