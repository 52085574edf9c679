/** Methods and findings in a report. */
import { expect, it } from 'vitest';
import { findingsBlock, methodBlocks } from '../../../src/recovery/report/methods/blocks.ts';
import type { ReportedMethod } from '../../../src/recovery/report/report.ts';

const METHOD: ReportedMethod = {
  ...{ method: 'comprehensive-recovery', version: 1, title: '综合回收率', inForce: true, status: 'clear' },
  figures: [
    {
      ...{ title: '含酸', value: { numerator: '4', denominator: '5', percent: '80.00' } },
      ...{ uncertainty: { expandedPoints: '0.90' }, missing: null },
    },
    { title: '不含酸', value: null, uncertainty: null, missing: '无投料' },
  ],
  verdicts: [],
  findings: [],
};

it('shows the figures of methods in force, the assessed one marked, and why a figure is missing', () => {
  const blocks = methodBlocks([METHOD, { ...METHOD, method: 'other', inForce: false }], METHOD.method, 'zh');
  expect(blocks).toMatchObject([
    {
      rows: [
        ['综合回收率（v1，本次认定）', '含酸', '80.00', '0.90'],
        ['综合回收率（v1，本次认定）', '不含酸', '无投料', '—'],
      ],
    },
  ]);
  expect(methodBlocks([], null, 'en')).toEqual([]);
});

it('shows the reason of the expert with a flag, and not with a note of the same code', () => {
  const findings = ['flag', 'note'].map((severity) => ({ code: 'A', severity, title: 't', detail: 'd.' }));
  const { notes } = findingsBlock(findings, [{ code: 'A', reason: 'checked' }], 'en') as {
    readonly notes: readonly { readonly text: string }[];
  };
  expect(notes.map(({ text }) => text)).toEqual(['d. Reason of the expert: checked', 'd.']);
});
