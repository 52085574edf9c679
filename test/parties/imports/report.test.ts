import { expect, it } from 'vitest';
import { readHeader } from '../../../src/parties/imports/file/header.ts';
import { importProblem } from '../../../src/parties/imports/problems.ts';
import { cellAt, FAULTS_MAX, fieldAt, findingsOf, inLanguages, reportOf } from '../../../src/parties/imports/report.ts';

const header = readHeader('parties', [
  { text: '单位名称 ', letters: 'A' },
  { text: '', letters: 'B' },
  { text: 'divisionCode', letters: 'C' },
]);
const words = inLanguages(() => ({ detail: 'd', remedy: 'r' }));
const formFault = { ...cellAt(header, 5, 1), rule: 'row-too-long', words };
const file = {
  ...({ kind: 'parties', header, faults: [formFault], faultsTotal: 1, broken: [5] } as const),
};
const problem = importProblem('row-repeated', { otherLine: 2 });
const verdicts = [
  { line: 2, outcome: 'registered', id: 'a' },
  { line: 3, outcome: 'refused', id: null, field: 'name', problem },
  { line: 4, outcome: 'unchanged', id: 'b' },
] as const;
const HOW = { dryRun: false, mode: 'rows', applied: true, language: 'zh' } as const;

it('places a fault by line, column, letters and names', () => {
  expect(fieldAt(header, 3, 'divisionCode')).toEqual({
    ...{ sheet: null, line: 3, column: 3, letters: 'C', name: 'divisionCode', field: 'divisionCode' },
  });
  expect(cellAt(header, 3, 0)).toMatchObject({ column: 1, letters: 'A', name: '单位名称', field: 'name' });
  expect(cellAt(header, 3, 1)).toMatchObject({ column: 2, letters: 'B', name: null, field: null });
  expect(fieldAt(header, 3, 'uscc')).toEqual({
    sheet: null,
    line: 3,
    column: null,
    letters: null,
    name: null,
    field: 'uscc',
  });
});

it('reports rows and faults in the order of the file, in the language of the reader', () => {
  const report = reportOf(file, findingsOf(file, verdicts), HOW);
  expect(report.counts).toEqual({ rows: 4, registered: 1, unchanged: 1, refused: 2 });
  expect(report.rows.map(({ line, outcome, id }) => [line, outcome, id])).toEqual([
    [2, 'registered', 'a'],
    [3, 'refused', null],
    [4, 'unchanged', 'b'],
    [5, 'refused', null],
  ]);
  expect(report.faults.map(({ line, rule, detail }) => [line, rule, detail])).toEqual([
    [3, 'row-repeated', '与第 2 行重复。'],
    [5, 'row-too-long', 'd'],
  ]);
});

it('shows no ids of rows that were not written', () => {
  const { rows } = reportOf(file, findingsOf(file, verdicts), { ...HOW, applied: false });
  expect(rows.map(({ id }) => id)).toEqual([null, null, 'b', null]);
});

it('counts all refused rows and faults, and lists faults up to a maximum', () => {
  const listed = Array.from({ length: FAULTS_MAX + 1 }, () => formFault);
  const many = { ...file, faults: listed, faultsTotal: 9_000 };
  const report = reportOf(many, findingsOf(many, verdicts), HOW);
  expect([report.faultsTotal, report.faults.length, report.counts.refused]).toEqual([9_001, FAULTS_MAX, 2]);
});
