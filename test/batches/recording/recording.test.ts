import { describe, expect, it } from 'vitest';
import { type BatchDeclaration, decideBatch } from '../../../src/batches/recording/recording.ts';
import { codeNames } from '../../../src/core/messages/code-names.ts';
import { codeOf, PIECE_MASS } from '../examples.ts';

const NOW = new Date('2026-10-15T00:00:00.000Z');
const LIMITS = {
  ...{ skewSeconds: 300, lateHours: 72, sourceTypes: codeNames([{ code: 'repair-shop' }]) },
  recordedWastes: ['900-052-31', '384-004-31'],
  pieceMass: PIECE_MASS,
  collecting: () =>
    ({ effect: 'refused', offlineMinutes: 15, sites: [{ kind: 'generator', modes: [] }], exemptions: [] }) as const,
};
const ago = (ms: number) => new Date(NOW.getTime() - ms);

const declaration: BatchDeclaration = {
  origin: 'collected',
  siteId: 'site',
  wasteCode: '900-052-31',
  batteryKind: 'starter',
  riskClass: 'I',
  condition: 'whole',
  sourceType: 'repair-shop',
  supplierName: null,
  massGrams: 12_345,
  pieces: 3,
  occurredAt: ago(3_600_000),
};
const decide = (changes: Partial<BatchDeclaration> = {}) =>
  decideBatch({ ...declaration, ...changes }, { id: 'batch', partyId: 'party', now: NOW }, LIMITS);

describe('a declared batch', () => {
  it('is recorded with the id, the organisation and the time given', () => {
    const { origin: _, wasteCode: __, ...declared } = declaration;
    expect(decide()).toEqual({
      batch: {
        ...declared,
        ...{ id: 'batch', partyId: 'party', kind: 'battery', material: '900-052-31', evidence: null },
        ...{ occurredAt: '2026-10-14T23:00:00.000Z', recordedAt: '2026-10-15T00:00:00.000Z' },
      },
      lateEntry: false,
      needed: { on: '2026-10-15', modes: { generator: [] }, refused: false },
    });
  });

  it.each<[string, Partial<BatchDeclaration>, string]>([
    [
      'a contradiction first',
      { riskClass: 'I', condition: 'acid', sourceType: 'x' },
      'batch-class-contradicts-condition',
    ],
    ['batteries that nobody counted', { pieces: 0, sourceType: 'x' }, 'batch-pieces-missing'],
    ['kilograms entered as grams', { massGrams: 60, pieces: 3 }, 'batch-piece-mass-impossible'],
    ['an unknown source before a future time', { sourceType: 'x', occurredAt: ago(-300_001) }, 'code-unknown'],
    ['a time in the future', { occurredAt: ago(-300_001) }, 'instant-in-future'],
  ])('is refused for %s', (_, changes, code) => expect(codeOf(() => decide(changes))).toBe(code));

  it('needs licences when it was collected only', () => {
    expect(decide({ origin: 'generated' }).needed).toBeNull();
  });

  it('needs no pieces, if it is paste', () => {
    expect(decide({ riskClass: 'II', condition: 'paste', pieces: 0 }).batch.pieces).toBe(0);
  });

  describe('of another waste', () => {
    const BARE = { batteryKind: null, riskClass: null, condition: null, pieces: 0, massGrams: 900_000 } as const;
    const other = (changes: Partial<BatchDeclaration> = {}) =>
      decide({ wasteCode: '384-004-31', origin: 'generated', sourceType: null, ...BARE, ...changes });

    it('is an account of its code that is weighed only', () => {
      expect(other().batch).toMatchObject({ ...BARE, kind: 'battery', material: '384-004-31' });
    });

    it.each<[string, Partial<BatchDeclaration>, string]>([
      ['a kind of battery', { batteryKind: 'starter' }, 'batch-not-batteries'],
      ['a condition', { condition: 'paste' }, 'batch-not-batteries'],
      ['pieces', { pieces: 1 }, 'batch-not-batteries'],
      ['a code that runs yield', { wasteCode: '321-029-48' }, 'code-unknown'],
    ])('is refused with %s', (_, changes, code) => expect(codeOf(() => other(changes))).toBe(code));
  });

  it('is a late entry after 72 hours, and not before', () => {
    expect(decide({ occurredAt: ago(72 * 3_600_000) }).lateEntry).toBe(false);
    expect(decide({ occurredAt: ago(72 * 3_600_000 + 1) }).lateEntry).toBe(true);
  });
});
