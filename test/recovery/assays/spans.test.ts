/** Spans in which the same samples apply: the content at any two instants of one span and month is one. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { monthOf } from '../../../src/core/calendar.ts';
import { contentOf, contentOfMade, type GeneralAssay } from '../../../src/recovery/assays/content.ts';
import { outputSpans, supplierSpans } from '../../../src/recovery/assays/spans.ts';

const START = Date.parse('2026-09-20T00:00:00Z');
const instant = fc.integer({ min: 0, max: 60 * 24 }).map((hour) => new Date(START + hour * 3_600_000));
const general: fc.Arbitrary<GeneralAssay> = fc
  .record({
    id: fc.uuid(),
    basis: fc.constantFrom('supplier_class', 'declared_default', 'product', 'run'),
    supplierId: fc.constantFrom('one', 'other'),
    batteryKind: fc.constantFrom(null, 'starter'),
    ppm: fc.integer({ min: 1, max: 900_000 }),
    sampledAt: instant,
    recordedAt: instant,
  })
  .map((one) => ({
    ...{ ...one, moisturePpm: 0, runId: one.basis === 'run' ? 'r' : null },
    material: one.basis === 'product' || one.basis === 'run' ? 'slag' : null,
  }));
const samples = fc
  .array(general, { maxLength: 12 })
  .map((all) => all.toSorted((a, b) => b.sampledAt.getTime() - a.sampledAt.getTime()));
/** Place of an instant among those that begin spans, as the database finds it. */
const placeIn = (from: readonly string[], at: Date) => from.filter((one) => Date.parse(one) <= at.getTime()).length;
const GRACE_DAYS = 15;

it('a load has one content in a span of its supplier and month', () => {
  fc.assert(
    fc.property(samples, instant, instant, fc.constantFrom('one', 'other', 'none'), (all, a, b, supplierId) => {
      const { spans, otherSpans } = supplierSpans(all);
      const from = spans.find(({ consignorId }) => consignorId === supplierId)?.from ?? otherSpans;
      fc.pre(placeIn(from, a) === placeIn(from, b) && monthOf(a).period === monthOf(b).period);
      const at = (when: Date) => contentOf({ own: null, supplierId, batteryKind: 'starter' }, all, when, GRACE_DAYS);
      expect(at(a)).toEqual(at(b));
    }),
  );
});

it('an output has one content in a span of its material and month, unless its run was assayed', () => {
  fc.assert(
    fc.property(samples, instant, instant, fc.constantFrom<string>('r', 's'), (all, a, b, runId) => {
      const { spans, assayedRuns } = outputSpans(all);
      const from = spans.find(({ material }) => material === 'slag')?.from ?? [];
      fc.pre(placeIn(from, a) === placeIn(from, b) && monthOf(a).period === monthOf(b).period);
      const at = (madeAt: Date, run = runId) =>
        contentOfMade({ own: null, made: { runId: run, material: 'slag', madeAt } }, all, GRACE_DAYS);
      expect(at(a)).toEqual(at(b));
      if (!assayedRuns.includes(runId)) expect(at(a)).toEqual(at(a, 'any other'));
    }),
  );
});
