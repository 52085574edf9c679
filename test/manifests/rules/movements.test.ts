import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/manifests/rules/command.ts';
import type { ManifestDocument } from '../../../src/manifests/rules/document.ts';
import { type Books, moveLoad } from '../../../src/manifests/rules/movements.ts';
import type { ManifestStep } from '../../../src/manifests/rules/step.ts';
import { AT, codeOf, home, ID, KNOWN, kept, lacking, NOW, STOCK } from '../taking/decisions.ts';
import { draft, inState, walk } from './documents.ts';

const move = (step: ManifestStep, document: ManifestDocument, books: Partial<Books> = {}, kept_?: Partial<Manifest>) =>
  moveLoad({ step, at: AT, manifest: kept(document, kept_) }, { ...KNOWN, ...books });
const rejected = walk(['submit', 'number', 'hand_over', 'depart', 'arrive', 'reject', 'close']);

describe('a step that moves no mass', () => {
  it.each<[ManifestStep, ManifestDocument]>([
    ['submit', inState('submitted')],
    ['depart', inState('in_transit')],
    ['reject', inState('rejected')],
  ])('leaves the manifest as it is: %s', (step, document) => {
    const manifest = kept(document);
    const moved = moveLoad({ step, at: AT, manifest }, { ...KNOWN, drawn: lacking('recycling') });
    expect(moved).toEqual({ manifest, opened: [], movements: [] });
  });
});

describe('an opened batch', () => {
  const accepted = home(inState('accepted'));

  it.each<[string, ManifestStep, ManifestDocument, object]>([
    [
      'in transit stays with the consignor at no site',
      'hand_over',
      inState('handed_over'),
      {
        kind: 'transit',
        partyId: 'consignor',
        siteId: null,
        supplierName: null,
      },
    ],
    [
      'that is accepted lies with the receiver and names its supplier',
      'accept',
      accepted,
      {
        kind: 'battery',
        partyId: 'receiver',
        siteId: 'works',
        supplierName: '演示收集',
      },
    ],
    [
      'that is returned lies with the consignor again',
      'close',
      rejected,
      {
        kind: 'battery',
        partyId: 'consignor',
        siteId: 'point',
        supplierName: null,
      },
    ],
  ])('%s', (_, step, document, owner) => {
    const { opened } = move(step, document);
    expect(opened.map(({ batch }) => batch)).toMatchObject([owner, owner]);
  });

  it('takes its id, codes, mass and instants from its line, the step and the clock', () => {
    const [first] = move('hand_over', inState('handed_over')).opened;
    expect(first?.batch).toMatchObject({
      ...{ id: ID(31), material: '900-052-31', batteryKind: 'starter', riskClass: 'I', condition: 'whole' },
      ...{ massGrams: 1_600_000, pieces: 100, evidence: `manifest:${draft.id}`, sourceType: null },
      ...{ occurredAt: new Date(AT), recordedAt: NOW },
    });
  });

  it('has no code that is unknown here', () => {
    const lines = draft.lines.map((line) => ({ ...line, batteryKind: 'x', riskClass: 'IX', condition: 'wet' }));
    const [first] = move('hand_over', { ...inState('handed_over'), lines }).opened;
    expect(first?.batch).toMatchObject({ batteryKind: null, riskClass: null, condition: null });
  });

  it.each<[ManifestStep, ManifestDocument, string, (string | null)[]]>([
    ['hand_over', inState('handed_over'), 'transitBatchId', [ID(11), ID(12)]],
    ['accept', accepted, 'receivedBatchId', [ID(21), ID(22)]],
    ['close', rejected, 'returnedBatchId', [ID(21), ID(22)]],
  ])('of %s is noted on its line, with the batch that it comes from', (step, document, column, sources) => {
    const { manifest, opened } = move(step, document);
    expect(manifest.accounts).toMatchObject([{ [column]: ID(31) }, { [column]: ID(32) }]);
    expect(opened.map(({ fromBatchId }) => fromBatchId)).toEqual(sources);
  });

  it('keeps the source that law keeps apart through the whole load, and no other one', () => {
    const of = (sourceType: string) => STOCK.map((batch) => ({ ...batch, sourceType }));
    const sourcesOf = (...given: Parameters<typeof move>) => move(...given).opened.map(({ batch }) => batch.sourceType);
    for (const [sourceType, kept_] of [
      ['warranty-return', 'warranty-return'],
      ['repair-shop', null],
    ] as const) {
      const byId = (...ids: string[]) => new Map(of(sourceType).map((batch, at) => [ids[at] ?? '', batch]));
      expect(sourcesOf('hand_over', inState('handed_over'), { drawn: of(sourceType) })).toEqual([kept_, kept_]);
      expect(sourcesOf('accept', accepted, { sources: byId(ID(21), ID(22)) })).toEqual([kept_, kept_]);
      expect(sourcesOf('close', rejected, { sources: byId(ID(11), ID(12)) })).toEqual([kept_, kept_]);
    }
    expect(sourcesOf('accept', inState('accepted'), { province: '44' })).toEqual([null, null]);
  });

  it('that is returned is what it was before the load', () => {
    const source = { ...STOCK[0], kind: 'other_feed', material: 'lead_paste', batteryKind: null, condition: null };
    const sources = new Map([[ID(11), source]]) as unknown as Books['sources'];
    const [first, second] = move('close', rejected, { sources }).opened;
    expect(first?.batch).toMatchObject({
      ...{
        kind: 'other_feed',
        material: 'lead_paste',
        batteryKind: null,
        riskClass: STOCK[0]?.riskClass,
        condition: null,
      },
      ...{ partyId: 'consignor', siteId: 'point', evidence: `manifest:${draft.id}`, massGrams: 1_600_000 },
    });
    expect(second?.batch).toMatchObject({ kind: 'battery', material: '900-052-31' });
  });

  it('from another province comes from no batch here', () => {
    const { opened, movements } = move('accept', inState('accepted'), { province: '44' });
    expect(opened.map(({ fromBatchId }) => fromBatchId)).toEqual([null, null]);
    expect(movements.map(({ from }) => from)).toEqual([{ boundary: 'elsewhere' }, { boundary: 'elsewhere' }]);
  });
});

describe('a hand-over', () => {
  const handOver = (drawn: Books['drawn']) => move('hand_over', inState('handed_over'), { drawn });
  const one = (change: object) => [{ ...STOCK[0], ...change }, STOCK[1]] as typeof STOCK;

  it.each<[string, Books['drawn']]>([
    ['licence-missing', lacking('recycling')],
    ['batch-mass-exceeded', one({ massGrams: 1_599_999 })],
    ['batch-pieces-exceeded', one({ pieces: 99 })],
    ['batch-mass-exceeded', [0, 1].map(() => ({ ...STOCK[0], massGrams: 1_669_999 })) as unknown as typeof STOCK],
    ['batch-pieces-exceeded', [0, 1].map(() => ({ ...STOCK[0], pieces: 109 })) as unknown as typeof STOCK],
  ])('is refused: %s', (code, drawn) => {
    expect(codeOf(() => handOver(drawn))).toBe(code);
  });

  it('may draw all that the batches hold', () => {
    expect(handOver(one({ massGrams: 1_600_000, pieces: 100, occurredAt: new Date(AT) })).movements).toHaveLength(2);
  });
});

describe('the site of the receiver', () => {
  const near = { id: 'near', kind: 'recycler', name: '广州工厂', divisionCode: '440100' };
  const accept = (receiverSiteId: string | null, sites: readonly object[]) =>
    move('accept', home(inState('accepted')), { receiverSites: sites as never }, { receiverSiteId });

  it('is found where the manifest names none, and kept where it does', () => {
    expect(accept(null, [near]).manifest.receiverSiteId).toBe('near');
    expect(accept(null, [near]).opened[0]?.batch.siteId).toBe('near');
    expect(accept('works', [near]).manifest.receiverSiteId).toBe('works');
  });

  it('must be known when accepted mass comes to it, and only then', () => {
    expect(codeOf(() => accept(null, []))).toBe('manifest-receiver-site-unknown');
    const foreign = move('accept', inState('accepted'), {}, { receiverSiteId: null });
    expect(foreign.manifest.receiverSiteId).toBeNull();
  });
});

describe('a difference in weighing', () => {
  it.each([
    ['missing', 1_599_000, { from: { batchId: ID(21) }, to: { boundary: 'adjustment' } }],
    ['surplus', 1_601_000, { from: { boundary: 'adjustment' }, to: { batchId: ID(21) } }],
  ])('moves the mass that is %s, and opens no batch', (_, acceptedGrams, ends) => {
    const { lines, ...accepted } = home(inState('accepted'));
    const weighed = lines.map((line) => (line.line === 1 ? { ...line, acceptedGrams } : line));
    const { opened, movements } = move('accept', { ...accepted, lines: weighed });
    expect(opened.map(({ batch }) => batch.massGrams)).toEqual([acceptedGrams, 70_000]);
    expect(movements[0]).toEqual({
      ...{ kind: 'weighing_difference', ...ends, massGrams: 1_000, pieces: 0 },
      ...{ evidence: `manifest:${draft.id}`, occurredAt: new Date(AT), recordedAt: NOW },
    });
  });
});
