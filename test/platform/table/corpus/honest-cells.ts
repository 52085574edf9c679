/** Honest cells: every number format, type, flag and error value. */
import { honest, type Item, TABLE } from './item.ts';
import { inline, row, stylesOf, textRows, valued, type WorkbookParts, workbook } from './workbook.ts';

const made = (name: string, parts: WorkbookParts, shown: readonly (readonly string[])[] = TABLE) =>
  honest(name, 'xlsx', () => workbook(parts), shown);

/** One row with a cell of its own. */
const cellShown = (name: string, cell: string, shown: string, parts: WorkbookParts = {}) =>
  made(
    name,
    {
      ...parts,
      sheets: [{ rows: row(1, inline('A1', 'name') + inline('B1', 'b')) + row(2, inline('A2', 'x') + cell) }],
    },
    [
      ['name', 'b'],
      ['x', shown],
    ],
  );

const flags: Item[] = ['1', 'true', 'TRUE', '0', 'false'].flatMap((spelled) => [
  cellShown(
    `date1904="${spelled}"`,
    valued('B2', '100', ' s="1"'),
    /1|true/i.test(spelled) ? '1904-04-10 (day)' : '1900-04-09 (day)',
    { workbookPr: `date1904="${spelled}"`, styles: stylesOf(14) },
  ),
  cellShown(`a flag ${spelled}`, valued('B2', spelled, ' t="b"'), `${/1|true/i.test(spelled)} (flag)`),
  made(
    `hidden="${spelled}" on a row`,
    {
      sheets: [
        {
          rows: textRows(TABLE.slice(0, 2)) + textRows(TABLE.slice(2), 3).replace('<row ', `<row hidden="${spelled}" `),
        },
      ],
    },
    [...TABLE.slice(0, 2), [...(TABLE[2] ?? []), ...(/1|true/i.test(spelled) ? ['(hidden)'] : [])]],
  ),
]);

const FORMATS: readonly (readonly [string | number, string, string])[] = [
  ...[14, 15, 27, 31, 57].map((code) => [code, '46027', '2026-01-05 (day)'] as const),
  ...[22, 'yyyy/m/d h:mm'].map((code) => [code, '46027.354166667', '2026-01-05 08:30:00 (day)'] as const),
  ...['yyyy-mm-dd', 'yyyy"年"m"月"d"日"', '[$-804]yyyy/m/d;@', '[DBNum1]yyyy"年"m"月"', 'm/d/yy', 'dddd'].map(
    (code) => [code, '46027', '2026-01-05 (day)'] as const,
  ),
  ...[
    'General',
    '0',
    '0.00',
    '#,##0',
    '@',
    '0000000000',
    '[Red]0',
    '[<1000]0;0,',
    '0.0E+00',
    '0_);(0)',
    '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    3,
    37,
    43,
    '#,##0.00_ ',
    '0;-0',
    0,
    1,
    4,
    49,
  ].map((code) => [code, '5', '5 (number)'] as const),
  ...['0%', '0.0%', '#,##0,', '0.0,,', ';;;', '"1"0', '"见附件"', 9, 10].map(
    (code) => [code, '5', '5 (disguised)'] as const,
  ),
  ...[
    '"约"0',
    '0"件"',
    '0"万"',
    '0"吨"',
    'General"0000"',
    'G/通用格式"万"',
    '@"万"',
    '(0)',
    '[$¥-804]0',
    '[DBNum2]0',
  ].map((code) => [code, '5', '5 (disguised)'] as const),
  ...['[=5]0"0";0', '[>9]0;[>1]"5"0;0', '0;0;0', '*90', '# ?/?', '0!0', 5, 12, 'yyyy-mm-d"9"'].map(
    (code) => [code, '5', code === '0;0;0' ? '5 (number)' : '5 (disguised)'] as const,
  ),
  ...['[<1000]0;0,', '0\\.0,"万"', '00-00', '0.0E+0', '0,', 11].map(
    (code) => [code, '51234', '51234 (disguised)'] as const,
  ),
  ...['0.0;0.0', '0;0', '(0.0)', '0.0_);(0.0)', '0.0;', '[>0]0.0;0.0', '0', 37].map(
    (code) => [code, '-22.8', '-22.8 (disguised)'] as const,
  ),
  ...['0.0', '0.00;-0.00', '#,##0.0;[Red]-#,##0.0', 'General'].map(
    (code) => [code, '-22.8', '-22.8 (number)'] as const,
  ),
  ...['0.00', '0.###', '#,##0.00'].map((code) => [code, '22.81', '22.81 (number)'] as const),
  ...['0', '0.0', '#,##0.0', 1].map((code) => [code, '22.81', '22.81 (disguised)'] as const),
];

const NUMBERS: readonly (readonly [string, string])[] = [
  ['450100', '450100'],
  ['450100.0', '450100'],
  ['4.501E5', '450100'],
  ['1E3', '1000'],
  ['22.81', '22.81'],
  ['914501000000000195', '914501000000000195'],
  ['-1', '-1'],
  ['.5', '.5'],
];

const cells: Item[] = [
  ...FORMATS.map(([code, value, shown]) =>
    cellShown(
      `the ${typeof code === 'number' ? 'built-in ' : ''}format ${code} of ${value}`,
      valued('B2', value, ' s="1"'),
      shown,
      { styles: stylesOf(code) },
    ),
  ),
  ...NUMBERS.map(([written, shown]) => cellShown(`the number ${written}`, valued('B2', written), `${shown} (number)`)),
  ...['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!'].map((value) =>
    cellShown(`the error ${value}`, valued('B2', value, ' t="e"'), `${value} (error)`),
  ),
  ...['', '<v/>', '<v></v>', '<v> </v>'].map((inner) =>
    cellShown(`an error written as "${inner}"`, `<c r="B2" t="e">${inner}</c>`, '#ERROR! (error)'),
  ),
  ...['@"万"', '"约"@', '@@', '0;0;0;@"0"'].map((code) =>
    cellShown(`a text in the format ${code}`, inline('B2', '5', ' s="1"'), '5 (disguised)', { styles: stylesOf(code) }),
  ),
  ...['@', '0;0;0;@', '0_ ;_ @_ ', '0"万"'].map((code) =>
    cellShown(`a text in the format ${code}`, inline('B2', '5', ' s="1"'), '5', { styles: stylesOf(code) }),
  ),
  cellShown('a day in its own type', valued('B2', '2026-01-05T00:00:00', ' t="d"'), '2026-01-05 (day)'),
  cellShown('codes of characters', inline('B2', 'a_x000D__x005F_x0041_b'), 'a\r_x0041_b'),
  cellShown('a text hidden by its format', inline('B2', 'a', ' s="1"'), 'a (disguised)', {
    styles: stylesOf('0;0;0;'),
  }),
];

export const HONEST_CELLS: readonly Item[] = [...flags, ...cells];
