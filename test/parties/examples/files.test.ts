import { describe, expect, it } from 'vitest';
import {
  EXPORTS,
  importAnswers,
  importFiles,
  importProblemFacts,
  TEMPLATES,
} from '../../../src/parties/examples/files.ts';
import { COLUMNS, EXPORT_KINDS, IMPORT_KINDS } from '../../../src/parties/imports/columns.ts';
import { readHeader, refuseHeader } from '../../../src/parties/imports/file/header.ts';
import { ImportReport, StoredImportResponse } from '../../../src/parties/imports/schemas.ts';

describe.each(IMPORT_KINDS)('the examples of an import of %s', (kind) => {
  it('are files with all columns that the header must have, and a value in each', () => {
    const files = Object.values(importFiles(kind));
    expect(files.length).toBe(2);
    for (const [header = [], ...rows] of files) {
      const read = readHeader(
        kind,
        header.map((text) => ({ text, letters: '' })),
      );
      expect(() => refuseHeader(read, 1)).not.toThrow();
      expect(rows.flat().filter((cell) => cell === '')).toEqual([]);
      expect(rows.map(({ length }) => length)).toEqual([header.length]);
    }
  });

  it('are answers with the kind of the file', () => {
    const { 200: reports = {}, 202: stored = {} } = importAnswers(kind);
    const read = [
      ...Object.values(reports).map((one) => ImportReport.parse(one)),
      ...Object.values(stored).map((one) => StoredImportResponse.parse(one)),
    ];
    expect(read.map((one) => one.kind)).toEqual([kind, kind, kind]);
  });

  it('are problems that name columns of the kind', () => {
    const [[, header], [, refused]] = importProblemFacts(kind) as [[string, never], [string, never]];
    const fields = COLUMNS[kind].map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining((header as { missing: string[] }).missing));
    expect(ImportReport.parse((refused as { report: object }).report)).toMatchObject({ kind, applied: false });
  });
});

it('examples of templates and exports are there for every kind', () => {
  expect(Object.keys(TEMPLATES).length).toBe(2 * IMPORT_KINDS.length);
  expect(Object.keys(EXPORTS).length).toBe(EXPORT_KINDS.length);
  expect(Object.values({ ...TEMPLATES, ...EXPORTS }).filter((rows) => rows.length !== 2)).toEqual([]);
});
