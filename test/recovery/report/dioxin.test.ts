/** Dioxin in a report: two tables and a sheet, with the same figures. */
import { expect, it } from 'vitest';
import { dioxinBlocks, dioxinSheets } from '../../../src/recovery/report/dioxin.ts';
import type { ReportedDioxin } from '../../../src/recovery/report/report.ts';

const one: ReportedDioxin['items'][number] = {
  ...{ outlet: 'DA003', furnace: '侧吹炉', sampledAt: '2026-10-13T17:30:00.000Z', certificateNumber: 'C1' },
  ...{ nanogramsPerCubicMetre: '0.450000', referenceNanogramsPerCubicMetre: '0.540000', withinLimit: false },
  ...{ measuredGrams: '0.194400000000', microgramsPerTonne: '5.400000', technologyClass: '3' },
  ...{ factorGrams: '0.001800000000', baselineClass: '1', baselineGrams: '2.880000000000' },
};
const DIOXIN: ReportedDioxin = {
  ...{ year: '2026', limitNanograms: '0.500000', items: [one], classes: { 1: '含 PVC 废料', 3: '高效炉窑' } },
  totals: { measuredGrams: '0.194400000000', factorGrams: '0.001800000000', baselineGrams: '2.880000000000' },
};

it('a report without measurements has neither tables nor a sheet', () => {
  for (const none of [null, { ...DIOXIN, items: [] }]) {
    expect([dioxinBlocks(none, 'zh'), dioxinSheets(none, 'zh')]).toEqual([[], []]);
  }
});

it('a report has the concentrations against the limit, and the releases before and after with their sums', () => {
  const [measured, released] = dioxinBlocks(DIOXIN, 'zh');
  expect(measured).toMatchObject({
    rows: [['DA003', '侧吹炉', '2026-10-14', 'C1', '0.450000', '0.540000', '超标']],
  });
  expect(released).toMatchObject({
    rows: [
      ['DA003', '1', '3', '2.880000000000', '0.001800000000', '0.194400000000', '5.400000'],
      ['合计', '', '', '2.880000000000', '0.001800000000', '0.194400000000', ''],
    ],
    sums: [1],
    note: expect.stringContaining('1：含 PVC 废料；3：高效炉窑。'),
  });
});

it('a sheet adds the releases up by formula, and leaves out what is not known', () => {
  const unknown = { ...one, factorGrams: null, baselineGrams: null, microgramsPerTonne: null };
  const [sheet] = dioxinSheets({ ...DIOXIN, items: [one, unknown] }, 'zh');
  expect(sheet?.rows[3]?.slice(9)).toEqual([null, null, 0.1944, null]);
  expect(sheet?.rows[4]?.slice(9)).toEqual([
    { formula: 'SUM(J3:J4)', value: 2.88 },
    { formula: 'SUM(K3:K4)', value: 0.0018 },
    { formula: 'SUM(L3:L4)', value: 0.1944 },
  ]);
});

it('a report names what a person must review about the dioxin, also without a measurement', () => {
  const finding = {
    code: 'DIOXIN_NOT_MEASURED',
    severity: 'flag',
    title: '当年未监测二噁英',
    detail: '没有监测记录。',
  };
  const found = { ...DIOXIN, items: [], findings: [finding] };
  expect(dioxinBlocks(found, 'zh')).toMatchObject([
    {
      ...{ kind: 'notes', title: '二噁英审查事项（2026 年）' },
      notes: [{ label: '提请复核 · 当年未监测二噁英', text: '没有监测记录。' }],
    },
  ]);
  expect(dioxinSheets(found, 'zh')).toMatchObject([
    {
      name: '二噁英审查事项',
      rows: [['二噁英审查事项（2026 年）'], ['提请复核', '当年未监测二噁英', '没有监测记录。']],
    },
  ]);
  expect(
    dioxinBlocks({ ...found, items: [one] }, 'en').map((block) => ('title' in block ? block.title : '')),
  ).toContain('Findings about dioxin of 2026');
});
