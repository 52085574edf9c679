/**
 * Small files that would make their reader work long: many cells name one long format, text or region. Each is refused for the
 * amount that it names, or read because its work is bounded.
 */
import { HEADER, honest, hostile, type Item, ROWS, TABLE } from './item.ts';
import { inline, row, stylesOf, textRows, valued, type WorkbookParts, workbook } from './workbook.ts';

const MB = 1024 * 1024;
const rows = textRows(TABLE);
const packed = (parts: WorkbookParts) => () => workbook({ packing: { deflate: true }, ...parts });
const made = (name: string, refused: RegExp, parts: WorkbookParts): Item =>
  hostile(name, 'xlsx', refused, packed(parts));
const withRows = (name: string, refused: RegExp, make: () => string): Item =>
  hostile(name, 'xlsx', refused, () => workbook({ packing: { deflate: true }, sheets: [{ rows: make() }] }));

const many = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
/** Rows of numbers in a style. */
const numbers = (count: number, style = '') =>
  many(count, (at) =>
    row(
      at + 1,
      many(4, (column) => valued(`${'ABCD'[column]}${at + 1}`, '5', style)),
    ),
  );
const oneColumn = (count: number) => many(count, (at) => row(at + 1, valued(`A${at + 1}`, '5')));
const regions = (ref: string, count: number) => `<mergeCells>${`<mergeCell ref="${ref}"/>`.repeat(count)}</mergeCells>`;
/** Cells that all name the first shared text. */
const naming = (lines: number, columns: number) =>
  many(lines, (at) => row(at + 1, '<c t="s"><v>0</v></c>'.repeat(columns)));

const formats: Item[] = [
  ...[`"${'a'.repeat(30_000)}"0`, `${'\\a'.repeat(15_000)}0`, '0'.repeat(256)].map((code) =>
    made(`a format of ${code.length} characters beginning with ${code.slice(0, 3)}`, /unreadable format-damaged/, {
      styles: stylesOf(code),
      sheets: [{ rows: numbers(10, ' s="1"') }],
    }),
  ),
  made('3 000 formats', /too-large formats/, {
    styles: stylesOf(...Array.from({ length: 3_000 }, () => '0')),
    sheets: [{ rows }],
  }),
  honest(
    '20 000 cells in a format of 250 places',
    'xlsx',
    packed({
      styles: stylesOf(`${'0'.repeat(100)}.${'0'.repeat(149)}`),
      sheets: [{ rows: textRows([HEADER]) + many(20_000, (at) => row(at + 2, valued(`A${at + 2}`, '5', ' s="1"'))) }],
    }),
    [HEADER, ...Array.from({ length: 20_000 }, () => ['5 (disguised)'])],
  ),
];

const columns: Item[] = ['min="100" max="100"', 'min="5" max="16384"'].map((place) =>
  made(`100 000 columns with ${place}`, /too-large columns/, {
    sheets: [{ before: `<cols>${`<col ${place} hidden="1"/>`.repeat(100_000)}</cols>`, rows: numbers(20_000) }],
  }),
);

const merges: Item[] = [
  made('regions over empty cells', /too-large merges/, {
    sheets: [{ rows: oneColumn(20_000), after: regions('C1:D20000', 50_000) }],
  }),
  made('a region of long texts', /too-large text/, {
    sheets: [
      {
        rows: row(1, inline('A1', 'x'.repeat(4_000))) + many(19_999, (at) => row(at + 2, valued(`B${at + 2}`, '5'))),
        after: regions('A1:A20000', 1),
      },
    ],
  }),
  honest(
    'regions beyond the columns of a table',
    'xlsx',
    packed({
      sheets: [
        {
          rows: textRows([HEADER, ...Array.from({ length: 20_000 }, () => ROWS[0])]),
          after: regions('CA1:CB20000', 50_000),
        },
      ],
    }),
    [HEADER, ...Array.from({ length: 20_000 }, () => ROWS[0])],
  ),
];

const texts: Item[] = [
  made('240 000 cells that name 20 MB of blanks', /unreadable empty|too-large unpacked/, {
    shared: `<si><t xml:space="preserve">${' '.repeat(20 * MB)}</t></si>`,
    sheets: [{ rows: naming(4_000, 60) }],
  }),
  made('240 000 cells that name 15 MB of blanks', /unreadable empty/, {
    shared: `<si><t xml:space="preserve">${' '.repeat(15 * MB)}</t></si>`,
    sheets: [{ rows: naming(4_000, 60) }],
  }),
  made('240 000 cells that name 1 MB of codes of characters', /too-large cell/, {
    shared: `<si><t>${'_x0041_'.repeat(150_000)}</t></si>`,
    sheets: [{ rows: naming(4_000, 60) }],
  }),
  made('400 000 cells beyond the table that name codes of blanks', /unreadable empty/, {
    shared: `<si><t>${'_x0020_'.repeat(3_900)}</t></si>`,
    sheets: [{ rows: naming(25, 16_000) }],
  }),
];

const LIGATURES = '\ufdfa'.repeat(4_000);
const ligatures: Item[] = [
  made('2 000 cells that name 4 000 ligatures of 18 letters', /too-large text/, {
    shared: `<si><t>${LIGATURES}</t></si>`,
    sheets: [{ rows: naming(2_000, 1) }],
  }),
  hostile('ligatures of 18 letters', 'csv', /too-large text/, () => Buffer.from(`a\n${`${LIGATURES}\n`.repeat(400)}`)),
];

const marks: Item[] = [
  withRows('40 MB of references to a mark', /too-large cell/, () =>
    row(1, inline('A1', '').replace('></t>', `>${'&lt;'.repeat(10 * MB)}</t>`)),
  ),
  withRows('a million references between elements', /too-large marks/, () => '&#32;<b/>'.repeat(1_100_000)),
  withRows('45 MB of references in an attribute', /too-large cell/, () => `<row r="${'&#49;'.repeat(9 * MB)}"/>`),
  withRows('45 MB in one attribute', /too-large cell/, () => `<row r="${'1'.repeat(45 * MB)}"/>`),
  withRows('45 MB in one name', /too-large cell/, () => `<${'a'.repeat(45 * MB)}/>`),
  withRows('45 MB of comments', /too-large marks/, () => '<!---->'.repeat(6 * MB)),
  withRows('45 MB of instructions', /too-large marks/, () => '<?a?>'.repeat(9 * MB)),
  withRows('45 MB of CDATA sections', /too-large marks/, () => '<![CDATA[]]>'.repeat(3.5 * MB)),
  withRows('45 MB of line ends', /too-large unpacked/, () => '\r\n'.repeat(22 * MB)),
  withRows('six million attributes', /too-large attributes/, () =>
    `<b ${many(99, (at) => `a${at}="" `)}/>`.repeat(60_000),
  ),
  hostile('600 000 relations', 'xlsx', /too-large files/, () =>
    workbook({
      packing: { deflate: true },
      sheets: [{ rows }],
      change: (name, xml) =>
        name === 'xl/_rels/workbook.xml.rels'
          ? xml.replace(
              '<Relationship ',
              `${'<Relationship Id="a" Type="b" Target="c"/>'.repeat(600_000)}<Relationship `,
            )
          : xml,
    }),
  ),
  hostile('600 000 sheets', 'xlsx', /too-large files/, () =>
    workbook({
      packing: { deflate: true },
      sheets: [{ rows }],
      change: (name, xml) =>
        name === 'xl/workbook.xml'
          ? xml.replace('<sheets>', `<sheets>${'<sheet name="a" r:id="b"/>'.repeat(600_000)}`)
          : xml,
    }),
  ),
];

export const HOSTILE_WORK: readonly Item[] = [...formats, ...columns, ...merges, ...texts, ...ligatures, ...marks];
