/** Every movement that the books can hold at a recycling site has a term, or a reason for which it needs none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BATCH_KINDS } from '../../../src/batches/codes.ts';
import { BOUNDARIES, MOVEMENT_KINDS } from '../../../src/batches/movement.ts';
import { type Moved, placeOf, uncountedMoves } from '../../../src/recovery/terms/place.ts';
import { LEAD_MOVEMENTS } from '../../../src/recycling/lead/movement-queries.ts';
import { ENDS, type End } from './ends.ts';

type Kind = (typeof MOVEMENT_KINDS)[number];

/** Kinds of batches for which the tables below say what happens. */
const STATED = ['battery', 'transit', 'process', 'product', 'by_product', 'residue', 'other_feed'];
const STOCK = ['battery', 'other_feed', 'product', 'by_product', 'residue'] as const;
const on = (kind: Kind, kinds: readonly string[], place: string) => kinds.map((one) => [`${kind} ${one}`, place]);

/** Terms of movements into (+) and out of (-) batches by kind, with the sign in the term. */
const TERMS: Readonly<Record<string, string>> = Object.fromEntries([
  ['+ generation battery', '+without_manifest'],
  ['- dispatch battery', '+forwarded'],
  ['- dispatch own', '+forwarded'],
  ['- dispatch by_product', '+loss_slag'],
  ['- dispatch residue', '+loss_slag'],
  ['+ return battery', '-forwarded'],
  ['+ return own', '-forwarded'],
  ['+ return by_product', '-loss_slag'],
  ['+ return residue', '-loss_slag'],
  ['- feed product', '-products'],
  ['- feed other_feed', '+other_feed'],
  ['+ output product', '+products'],
  ['- sale by_product', '+loss_slag'],
  ['- sale residue', '+loss_slag'],
  ['- disposal by_product', '+loss_slag'],
  ['- disposal residue', '+loss_slag'],
  ...on('stock_adjustment', BATCH_KINDS, '+found_work').map(([cell, place]) => [`+ ${cell}`, place]),
  ...on('stock_adjustment', BATCH_KINDS, '+loss_stock').map(([cell, place]) => [`- ${cell}`, place]),
]);

/** Movements that use cases make, and the reasons for which they have no term. */
const REASONS: Readonly<Record<string, string>> = Object.fromEntries([
  ...BATCH_KINDS.flatMap((kind) =>
    ['+', '-'].flatMap((way) => [
      [`${way} split ${kind}`, 'inside'],
      [`${way} merge ${kind}`, 'inside'],
      [`${way} correction ${kind}`, 'original'],
      [`${way} departure ${kind}`, 'load'],
      [`${way} weighing_difference ${kind}`, 'load'],
      [`${way} process_difference ${kind}`, 'unknown_lead'],
    ]),
  ),
  ['+ arrival battery', 'line'],
  ['+ supply other_feed', 'when_fed'],
  ['- dispatch other_feed', 'when_fed'],
  ['+ return other_feed', 'when_fed'],
  ...BATCH_KINDS.filter((kind) => kind !== 'product' && kind !== 'other_feed').map((kind) => [
    `- feed ${kind}`,
    'bought',
  ]),
  ...BATCH_KINDS.filter((kind) => kind !== 'product').map((kind) => [`+ output ${kind}`, 'inside']),
  ['- sale product', 'when_made'],
]);

const MOVED = { loss: 'slag', confirmed: false, countedTerm: 'work', forDisposal: false } as const;
const moved = (kind: Kind, batchKind: string, enters: boolean): Moved => ({
  ...{ ...MOVED, kind, batchKind, enters, supplyKind: batchKind === 'other_feed' ? 'crude_lead' : null },
});

const cells = MOVEMENT_KINDS.flatMap((kind) =>
  BATCH_KINDS.flatMap((batchKind) => [true, false].map((enters) => ({ kind, batchKind, enters }))),
);
const nameOf = ({ kind, batchKind, enters }: (typeof cells)[number]) => `${enters ? '+' : '-'} ${kind} ${batchKind}`;

describe('a movement at a recycling site', () => {
  it.each(cells.map((cell) => [nameOf(cell), cell] as const))(
    '%s has its term, or its reason for none',
    (name, cell) => {
      const place = placeOf(moved(cell.kind, cell.batchKind, cell.enters));
      const shown = 'term' in place ? `${place.sign < 0 ? '-' : '+'}${place.term}` : place.reason;
      const expected = TERMS[name] ?? (REASONS[name] === 'bought' ? 'inside' : REASONS[name]) ?? 'never';
      expect(shown).toBe(expected);
    },
  );

  it.each([
    ['dispatch', false],
    ['return', true],
  ] as const)('%s of an own intermediate takes lead of batteries with it, or brings it back', (kind, enters) => {
    const place = placeOf({ ...moved(kind, 'other_feed', enters), supplyKind: null });
    const shown = 'term' in place ? `${place.sign < 0 ? '-' : '+'}${place.term}` : place.reason;
    expect(shown).toBe(TERMS[`${enters ? '+' : '-'} ${kind} own`]);
  });

  it('has tables that name every kind of batch', () => {
    expect(BATCH_KINDS).toEqual(STATED);
  });

  it.each(MOVEMENT_KINDS.flatMap((kind) => [...BOUNDARIES, 'batch' as const].map((end) => [kind, end] as const)))(
    '%s over the account %s has a term, a reason, or is made by no use case',
    (kind, end: End) => {
      const made = [true, false].filter((enters) => {
        const [far, near] = enters ? [ENDS[kind].from, ENDS[kind].to] : [ENDS[kind].to, ENDS[kind].from];
        return far.includes(end) && near.includes('batch');
      });
      const places = made.flatMap((enters) => BATCH_KINDS.map((batchKind) => placeOf(moved(kind, batchKind, enters))));
      const reasons = places.flatMap((place) => ('reason' in place ? place.reason : []));
      if (made.length > 0) expect(reasons.filter((reason) => reason === 'never').length).toBeLessThan(places.length);
      // Mass that crosses the boundary of the books is never said to stay inside.
      if (end !== 'batch') expect(reasons).not.toContain('inside');
    },
  );

  it('touches every boundary account', () => {
    const kinds = MOVEMENT_KINDS.filter((kind) => kind !== 'correction');
    const ends = new Set(kinds.flatMap((kind) => [...ENDS[kind].from, ...ENDS[kind].to]));
    expect(BOUNDARIES.filter((one) => !ends.has(one))).toEqual([]);
  });

  it('that is not read has no term, whatever else is known of it', () => {
    const uncounted = uncountedMoves(BATCH_KINDS);
    expect(uncounted).toContain('sale product');
    const others = fc.record({
      ...{ enters: fc.boolean(), confirmed: fc.boolean(), forDisposal: fc.boolean() },
      loss: fc.constantFrom(null, 'slag', 'other'),
      supplyKind: fc.constantFrom(null, 'crude_lead'),
      countedTerm: fc.constantFrom(null, 'battery_stock' as const, 'work' as const, 'outside' as const),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...MOVEMENT_KINDS),
        fc.constantFrom(...BATCH_KINDS),
        others,
        (kind, batchKind, other) => {
          if (uncounted.includes(`${kind} ${batchKind}`))
            expect(placeOf({ kind, batchKind, ...other })).toHaveProperty('reason');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('with a term is read from the books', () => {
    for (const { kind, batchKind, enters } of cells) {
      if (!('term' in placeOf(moved(kind, batchKind, enters)))) continue;
      expect(LEAD_MOVEMENTS[enters ? 'into' : 'outOf']).toContain(kind);
    }
  });

  it.each([
    ['a feed', 'feed', false, { term: 'disposal_fed', sign: 1 }],
    ['a load', 'dispatch', false, { term: 'for_disposal', sign: -1 }],
    ['a return', 'return', true, { term: 'for_disposal', sign: 1 }],
  ] as const)('%s of batteries for disposal takes nothing out of what was received', (_, kind, enters, place) => {
    expect(placeOf({ ...moved(kind, 'battery', enters), forDisposal: true })).toEqual(place);
  });

  it('into use counts as recovered only when the receiver has confirmed it', () => {
    const used = moved('sale', 'by_product', false);
    expect(placeOf({ ...used, confirmed: true })).toEqual({ term: 'by_products', sign: 1 });
  });

  it.each(STOCK)('of stock of %s that a count finds or misses has a term by the item of the count', (batchKind) => {
    const places = (['battery_stock', 'work', 'outside'] as const).flatMap((countedTerm) =>
      [true, false].map((enters) => placeOf({ ...moved('stock_adjustment', batchKind, enters), countedTerm })),
    );
    expect(places.map((place) => 'term' in place && `${place.sign} ${place.term}`)).toEqual([
      ...['1 found_stock', '1 loss_stock', '1 found_work', '1 loss_stock', '1 outside_balance', '-1 outside_balance'],
    ]);
  });
});
