/** The workbook of methods side by side. */
import { expect, it } from 'vitest';
import { type ComparedMethod, comparisonSheets } from '../../../src/recovery/methods/comparison.ts';

const METHOD: ComparedMethod = {
  ...{ method: 'comprehensive-recovery', version: 1, title: '废铅蓄电池综合回收率', inForce: true, status: 'flagged' },
  figures: [
    {
      title: '综合回收率（含酸）',
      value: { numerator: '2', denominator: '3', percent: '66.67' },
      uncertainty: { expandedPoints: '0.40' },
      missing: null,
    },
    { title: '综合回收率（不含酸）', value: null, uncertainty: null, missing: 'nothing_fed' },
  ],
  verdicts: [
    {
      ...{ title: '目标', comparison: 'at_least', limitPercent: '98.00', value: null },
      ...{ verdict: 'not_decidable', undecided: 'no_figure' },
    },
  ],
  findings: [{ severity: 'flag', title: '=1+1', detail: '说明' }],
};

it('a workbook has figures, verdicts and findings of each method, with the rounding as the only formula', () => {
  const [figures, verdicts, findings] = comparisonSheets([METHOD], (code) => `(${code})`, 'zh');
  expect(figures?.rows[1]).toEqual([
    ...['废铅蓄电池综合回收率', 1, '是', '需人工复核', '综合回收率（含酸）'],
    ...[{ formula: expect.stringContaining('G2'), value: 66.67 }, 2 / 3, 0.4, '2', '3', null],
  ]);
  expect(figures?.rows[2]?.slice(5)).toEqual([null, null, null, null, null, '(nothing_fed)']);
  expect(verdicts?.rows[1]?.slice(1)).toEqual(['目标', '不低于 98.00 %', null, '无法判定', '该指标无法计算']);
  expect(findings?.rows[1]).toEqual(['废铅蓄电池综合回收率', '提请复核', '=1+1', '说明']);
});
