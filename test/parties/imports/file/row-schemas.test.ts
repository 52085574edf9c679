import { describe, expect, it } from 'vitest';
import { COLUMNS, IMPORT_KINDS } from '../../../../src/parties/imports/columns.ts';
import { exampleRow } from '../../../../src/parties/imports/file/cell.ts';
import { readHeader } from '../../../../src/parties/imports/file/header.ts';
import { createRowCheck } from '../../../../src/parties/imports/file/row-schemas.ts';

/** Faults of a row in which one field has another text than the example of its column. */
function faultsOf(kind: (typeof IMPORT_KINDS)[number], field: string, text: string) {
  const columns = COLUMNS[kind];
  const header = readHeader(
    kind,
    columns.map((column) => ({ text: column.field, letters: 'A' })),
  );
  const cells = exampleRow(columns, 'en').map((example, at) => ({
    text: columns[at]?.field === field ? text : example,
    form: 'text' as const,
  }));
  const checked = createRowCheck(kind, header).check({ line: 2, cells });
  return 'faults' in checked ? checked.faults : [];
}

describe('the remedy of a fault in a row', () => {
  const cases = IMPORT_KINDS.flatMap((kind) =>
    COLUMNS[kind]
      .filter(({ example, required, kind: form }) => example !== '' && required && form !== 'flag')
      .map(({ field, example }) => [kind, field, '', example] as const),
  );

  it.each([
    ...cases,
    ['licences', 'issuer', '*', '演示主管部门'],
    ['licences', 'wasteCodes', '900-052-31 900-052-31', '900-052-31'],
    ['licences', 'number', '2026/1/5', '0450100001'],
  ] as const)('in %s shows an example of %s where it is "%s"', (kind, field, text, example) => {
    const faults = faultsOf(kind, field, text);
    expect(faults.map((fault) => fault.field)).toEqual([field]);
    for (const language of ['en', 'zh'] as const) {
      const { detail, remedy } = faults[0]?.words[language] ?? { detail: '', remedy: '' };
      expect(detail + remedy).toMatch(/such as|An example is|例如/);
      if (text !== '') expect(detail + remedy).toContain(example);
    }
  });
});
