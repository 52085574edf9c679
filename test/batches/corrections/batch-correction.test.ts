import { describe, expect, it } from 'vitest';
import {
  type BatchToCorrect,
  decideBatchCorrection,
  type StatedBatch,
} from '../../../src/batches/corrections/batch-correction.ts';
import type { NetMovement } from '../../../src/batches/corrections/counter-entry.ts';
import { type Dependant, dependantsIn } from '../../../src/core/dependant.ts';
import { toGrams } from '../../../src/core/mass.ts';
import { codeOf, exampleBatch, PIECE_MASS, problemOf } from '../examples.ts';

const AT = new Date('2026-10-05T00:00:00.000Z');
const LATER = new Date('2026-10-06T00:00:00.000Z');
const NOW = new Date('2026-10-20T00:00:00.000Z');
const when = { occurredAt: AT, recordedAt: AT };
const origin: NetMovement = {
  ...{ id: 1, kind: 'generation', from: { boundary: 'generation' }, to: { batchId: 'batch' }, evidence: null },
  ...{ massGrams: toGrams(1_000), pieces: 10, ...when, recorded: { massGrams: 1_000, pieces: 10 } },
};
const split: NetMovement = {
  ...{ ...origin, id: 2, kind: 'split', from: { batchId: 'batch' }, to: { batchId: 'part' } },
  ...{ massGrams: toGrams(400), pieces: 4, occurredAt: LATER, recordedAt: LATER },
};
const names = new Map([['repair-shop', { en: 'repair shop', zh: '维修店' }]]);

/** A batch of 1 000 g and 10 pieces that still holds all of it. */
const whole = (changes: Partial<BatchToCorrect> = {}): BatchToCorrect => ({
  ...{ batch: exampleBatch(), moved: [origin], dependants: dependantsIn([]), sourceTypes: names },
  ...{ postings: [{ massGrams: 1_000, pieces: 10, ...when }], mergedInto: [], broughtBy: null, pieceMass: PIECE_MASS },
  ...changes,
});
/** A batch of 1 000 g after 400 g and 4 pieces were split off. */
const parted = (changes: Partial<BatchToCorrect> = {}): BatchToCorrect =>
  whole({
    ...{ batch: exampleBatch({ massGrams: toGrams(600), pieces: 6 }), moved: [origin, split] },
    postings: [
      { massGrams: 1_000, pieces: 10, ...when },
      { massGrams: -400, pieces: -4, occurredAt: LATER, recordedAt: LATER },
    ],
    ...changes,
  });
const manifest = (keeps: Dependant['keeps']): Dependant => ({
  ...{ kind: 'manifest', id: 'm', state: 'submitted', figures: {}, keeps },
});
const decide = (known: BatchToCorrect, stated: StatedBatch) => decideBatchCorrection(known, stated, NOW);

it('corrects mass and pieces by a counter-entry to the account that the batch came from', () => {
  const { before, after, entries, batch } = decide(parted(), { massGrams: toGrams(500), pieces: 5 });
  expect([before, after]).toEqual([
    { massGrams: 1_000, pieces: 10 },
    { massGrams: 500, pieces: 5 },
  ]);
  expect(entries).toMatchObject([
    { from: { batchId: 'batch' }, to: { boundary: 'generation' }, massGrams: 500, pieces: 5 },
  ]);
  expect([batch.massGrams, batch.pieces]).toEqual([600, 6]);
});

it('corrects the description of a batch that is all there, without an entry', () => {
  const { entries, batch, after } = decide(whole(), { riskClass: 'II', condition: 'broken', batteryKind: 'traction' });
  expect([entries, batch.condition, after]).toEqual([
    [],
    'broken',
    { batteryKind: 'traction', riskClass: 'II', condition: 'broken' },
  ]);
});

it('holds the new description to the rules of a record', () => {
  expect(codeOf(() => decide(whole(), { condition: 'broken' }))).toBe('batch-class-contradicts-condition');
  expect(codeOf(() => decide(whole(), { pieces: 0 }))).toBe('batch-pieces-missing');
  expect(codeOf(() => decide(whole(), { massGrams: toGrams(0), pieces: 0 }))).toBeUndefined();
  expect(codeOf(() => decide(whole(), { sourceType: 'moon' }))).toBe('code-unknown');
});

it('refuses less than has left, and a rest with only one of mass and pieces', () => {
  expect(problemOf(() => decide(parted(), { massGrams: toGrams(399), pieces: 4 }))?.facts).toMatchObject({
    ...{ missingGrams: 1, missingPieces: 0 },
  });
  expect(
    codeOf(() => decide(parted({ pieceMass: { ...PIECE_MASS, fromGrams: 1 } }), { massGrams: toGrams(400) })),
  ).toBe('correction-quantities-apart');
  expect(codeOf(() => decide(parted(), { massGrams: toGrams(400), pieces: 4 }))).toBeUndefined();
});

it('refuses to take what a submitted manifest promises, and lets the rest be corrected', () => {
  const known = whole({ dependants: dependantsIn([manifest({ massGrams: 700, pieces: 7 })]) });
  expect(problemOf(() => decide(known, { massGrams: toGrams(699), pieces: 7 }))?.facts).toMatchObject({
    ...{ promisedGrams: 700, restGrams: 699, manifests: ['m'] },
  });
  expect(codeOf(() => decide(known, { massGrams: toGrams(700), pieces: 7 }))).toBeUndefined();
});

it('refuses a new description after mass has left or a manifest has copied it', () => {
  const stated = { riskClass: 'II' } as const;
  expect(problemOf(() => decide(parted(), stated))?.facts).toMatchObject({ fields: ['riskClass'], leftGrams: 400 });
  const drafted = whole({ dependants: dependantsIn([manifest({})]) });
  expect(problemOf(() => decide(drafted, stated))?.facts).toMatchObject({ manifests: ['m'], leftGrams: 0 });
  expect(codeOf(() => decide(drafted, { supplierName: '乙' }))).toBeUndefined();
});

it('refuses the mass of a batch that another record made, and lets the description of an own part be corrected', () => {
  const part = whole({ moved: [{ ...split, to: { batchId: 'batch' }, from: { batchId: 'other' } }] });
  expect(codeOf(() => decide(part, { massGrams: toGrams(900) }))).toBe('correction-elsewhere');
  expect(codeOf(() => decide(part, { riskClass: 'II' }))).toBeUndefined();
  const received = whole({ moved: [{ ...origin, kind: 'arrival' }], broughtBy: 'm' });
  expect(problemOf(() => decide(received, { riskClass: 'II' }))).toMatchObject({
    ...{ code: 'correction-description-received', facts: { manifest: 'm', fields: ['riskClass'] } },
  });
  const parted = { ...part, broughtBy: 'm' };
  expect(codeOf(() => decide(parted, { condition: 'broken', riskClass: 'II' }))).toBe(
    'correction-description-received',
  );
  expect(codeOf(() => decide(parted, { supplierName: '乙' }))).toBeUndefined();
  for (const stated of [{ massGrams: toGrams(900) }, { pieces: 9 }, { riskClass: 'II', pieces: 9 }] as const) {
    expect(codeOf(() => decide(received, stated))).toBe('correction-elsewhere');
  }
  expect(codeOf(() => decide(whole({ moved: [] }), { riskClass: 'II' }))).toBe('correction-elsewhere');
});

it.each(['en', 'zh'] as const)('says in %s what can be done about a batch that a manifest has brought', (language) => {
  const received = whole({ moved: [{ ...origin, kind: 'arrival' }] });
  const remedy = problemOf(() => decide(received, { massGrams: toGrams(900) }))?.text(language).remedy;
  for (const path of ['stock-counts', 'stock-counts/…/adjustments', 'manifests/…/dispute']) {
    expect(remedy).toContain(`POST /v1/${path}`);
  }
});

describe('the mass of a piece', () => {
  it('is that of a battery after a correction, in what was recorded and in what is left', () => {
    expect(codeOf(() => decide(whole(), { massGrams: toGrams(10) }))).toBe('batch-piece-mass-impossible');
    expect(codeOf(() => decide(whole(), { pieces: 41 }))).toBe('batch-piece-mass-impossible');
    expect(codeOf(() => decide(whole(), { pieces: 40 }))).toBeUndefined();
    // 600 g and 6 pieces are left of 1 000 g and 10 pieces.
    expect(codeOf(() => decide(parted(), { massGrams: toGrams(549) }))).toBe('correction-piece-mass-impossible');
    expect(codeOf(() => decide(parted(), { massGrams: toGrams(550) }))).toBeUndefined();
  });

  it('is judged where plates turn out to be batteries, too', () => {
    const plates = exampleBatch({ riskClass: 'II', condition: 'plates', pieces: 100 });
    const postings = [{ massGrams: 1_000, pieces: 100, ...when }];
    const known = whole({ batch: plates, moved: [{ ...origin, pieces: 100 }], postings });
    expect(codeOf(() => decide(known, { condition: 'broken' }))).toBe('batch-piece-mass-impossible');
    expect(codeOf(() => decide(known, { condition: 'broken', pieces: 10 }))).toBeUndefined();
  });

  it('that was impossible before may be mended step by step', () => {
    const postings = [{ massGrams: 1_000, pieces: 100, ...when }];
    const known = whole({ batch: exampleBatch({ pieces: 100 }), moved: [{ ...origin, pieces: 100 }], postings });
    expect(codeOf(() => decide(known, { pieces: 90 }))).toBeUndefined();
  });

  it('may stay what it was where only the description is corrected', () => {
    const strict = { ...PIECE_MASS, fromGrams: 200 };
    expect(codeOf(() => decide(whole({ pieceMass: strict }), { batteryKind: 'traction' }))).toBeUndefined();
  });
});
