import { describe, expect, it } from 'vitest';
import type { CodeList, ManifestLaw } from '../../../src/manifests/law/manifest-law.ts';
import { manifestLaw } from '../../../src/manifests/law/queries.ts';
import { inForceOn, type LawRow, readValue, valueOn } from '../../../src/platform/law/law.ts';
import { codeOf } from '../taking/decisions.ts';

const [BEFORE, OLD, NEW] = ['2025-12-31', '2026-06-30', '2026-07-01'];
const calendar = { years: new Set([2026]), exceptions: new Map() };

/** The law of rows that are in force from 2026 on, and of those that follow in July. */
function lawOf(old: Record<string, unknown>, successor: Record<string, unknown> = {}): Promise<ManifestLaw> {
  const rowsFrom = (validFrom: string, values: Record<string, unknown>): LawRow[] =>
    Object.entries(values).map(([key, value]) => ({ key, value, validFrom, validTo: null }));
  const rows = [...rowsFrom('2026-01-01', old), ...rowsFrom(NEW, successor)];
  return manifestLaw({
    law: async () => ({
      at: (key, day, schema) => valueOn(rows, { key, day }, schema),
      find: (key, day, schema) => {
        const row = inForceOn(
          rows.filter((one) => one.key === key),
          day,
        );
        return row && readValue(row, { key, day }, schema);
      },
      ...{ calendar, fingerprint: '' },
    }),
  });
}

const limit = (shareBasisPoints: number) => ({ shareBasisPoints, floorGrams: 7 });
const pieces = (floorPieces: number) => ({ shareBasisPoints: 200, floorPieces, undeclaredPieces: 0 });
const exemption = (code: string) => ({ wasteCodes: [code], conditions: ['whole'], riskClasses: ['I'] });
const codes = (list: CodeList) => (law: ManifestLaw, on: string) => [...law.codes(list, on).keys()];

type Read = (law: ManifestLaw, on: string) => unknown;

describe('the law of manifests on a day', () => {
  it.each<[string, Read, [unknown, unknown], [unknown, unknown]]>([
    ['clock.future-skew', (law, on) => law.skewSeconds(on), [{ seconds: 1 }, { seconds: 2 }], [1, 2]],
    ['acts.late-entry', (law, on) => law.lateHours(on), [{ hours: 72 }, { hours: 48 }], [72, 48]],
    ['codes.packaging', codes('packaging'), [[{ code: 'a' }], [{ code: 'b' }]], [['a'], ['b']]],
    ['codes.treatment-methods', codes('treatment-methods'), [[{ code: 'a' }], [{ code: 'b' }]], [['a'], ['b']]],
    ['codes.discrepancy-kinds', codes('discrepancy-kinds'), [[{ code: 'a' }], [{ code: 'b' }]], [['a'], ['b']]],
    [
      'manifests.confirmation-deadline',
      (law, on) => law.confirmation(on),
      [{ workingDays: 5 }, { workingDays: 6 }],
      [
        { workingDays: 5, calendar },
        { workingDays: 6, calendar },
      ],
    ],
    [
      'manifests.paper-backfill-deadline',
      (law, on) => law.backfill(on),
      [{ workingDays: 10 }, { workingDays: 9 }],
      [
        { workingDays: 10, calendar },
        { workingDays: 9, calendar },
      ],
    ],
    [
      'manifests.discrepancy-threshold',
      (law, on) => law.discrepancyThreshold(on),
      [limit(1), limit(2)],
      [limit(1), limit(2)],
    ],
    ['manifests.pieces-limit', (law, on) => law.piecesLimit(on), [pieces(1), pieces(2)], [pieces(1), pieces(2)]],
    ['manifests.weighing-limit', (law, on) => law.weighingLimit(on), [limit(3), limit(4)], [limit(3), limit(4)]],
  ])('is the rule in force on it: %s', async (key, read, [old, successor], [first, second]) => {
    const law = await lawOf({ [key]: old }, { [key]: successor });
    expect([read(law, OLD), read(law, NEW)]).toEqual([first, second]);
    expect(codeOf(() => read(law, BEFORE))).toBe('law-not-yet-in-force');
    const none = await lawOf({});
    expect(codeOf(() => read(none, OLD))).toBe('law-missing');
    const unreadable = await lawOf({ [key]: 'text' });
    expect(codeOf(() => read(unreadable, OLD))).toBe('law-unreadable');
  });

  it('exempts unbroken batteries only while an exemption is in force', async () => {
    const key = 'manifests.unbroken-transport-exemption';
    const law = await lawOf({ [key]: exemption('900-052-31') }, { [key]: exemption('900-053-31') });
    expect([BEFORE, OLD, NEW].map((on) => law.unbrokenExemption(on)?.wasteCodes)).toEqual([
      undefined,
      ['900-052-31'],
      ['900-053-31'],
    ]);
  });

  it('warns of an annual scale at the early shares and at the share of the scale itself', async () => {
    const scale = { 'licences.annual-scale': { warnBasisPoints: 10_000, blockBasisPoints: 12_000 } };
    const law = await lawOf({ ...scale, 'licences.scale-early-warning': { basisPoints: [8_000, 9_000] } });
    expect(law.annualScale(OLD)).toEqual({ warnBasisPoints: [8_000, 9_000, 10_000], blockBasisPoints: 12_000 });
    const ended = { 'licences.annual-scale': { warnBasisPoints: 12_001, blockBasisPoints: 12_000 } };
    const wrong = await lawOf({ ...ended, 'licences.scale-early-warning': { basisPoints: [] } });
    expect(codeOf(() => wrong.annualScale(OLD))).toBe('law-unreadable');
  });

  it('limits the storage of a kind of site, where there is a rule for it', async () => {
    const rows = { 'storage.collection-point': { massGrams: 9 }, 'storage.alert-shares': { basisPoints: [8_000] } };
    const law = await lawOf(rows);
    expect(law.storage('collection_point', OLD)).toEqual({ massGrams: 9, alertShares: [8_000] });
    expect(law.storage('recycler', OLD)).toEqual({ massGrams: null, alertShares: [8_000] });
    expect(law.storage('collection_point', BEFORE)).toEqual({ massGrams: null, alertShares: [] });
  });
});
