/** Hostile and broken files: each is refused, and never by the limit on time or memory alone. */
import { hostile, type Item, TABLE } from './item.ts';
import { pack } from './pack.ts';
import { inline, partsOf, row, textRows, valued, type WorkbookParts, workbook } from './workbook.ts';

const MB = 1024 * 1024;
const rows = textRows(TABLE);
const whole = () => workbook({ sheets: [{ rows }], packing: { deflate: true } });
const made = (name: string, refused: RegExp, parts: () => WorkbookParts): Item =>
  hostile(name, 'xlsx', refused, () => workbook({ packing: { deflate: true }, ...parts() }));
const withRows = (name: string, refused: RegExp, make: () => string) =>
  made(name, refused, () => ({ sheets: [{ rows: make() }] }));

const PARTS = [
  '_rels/.rels',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
  'xl/sharedStrings.xml',
  'xl/worksheets/sheet1.xml',
];
const damage = (name: string, part: string, refused: RegExp, change: (xml: string) => string) =>
  made(`${name} in ${part}`, refused, () => ({
    sheets: [{ rows }],
    change: (at, xml) => (at === part ? change(xml) : xml),
  }));

const inParts: Item[] = PARTS.flatMap((part) => [
  damage('a document type', part, /unreadable entities/, (xml) =>
    xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'),
  ),
  damage('an unknown entity', part, /unreadable damaged/, (xml) => xml.replace(/<\/(\w+)>$/, '&b;</$1>')),
  damage('a tag left open', part, /unreadable damaged/, (xml) => xml.replace(/<\/\w+>$/, '')),
  damage('bytes after the end', part, /unreadable damaged/, (xml) => `${xml}<a/>`),
  damage('50 MB of blanks at the end', part, /too-large unpacked/, (xml) => xml + ' '.repeat(50 * MB)),
  damage('300 000 attributes', part, /too-large attributes/, (xml) =>
    xml.replace(/<\/(\w+)>$/, `<b ${Array.from({ length: 300_000 }, (_, at) => `a${at}=""`).join(' ')}/></$1>`),
  ),
  damage('300 000 elements inside each other', part, /too-large depth/, (xml) =>
    xml.replace(/<\/(\w+)>$/, `${'<b>'.repeat(300_000)}</$1>`),
  ),
  damage('two million elements', part, /too-large (elements|unpacked)/, (xml) =>
    xml.replace(/<\/(\w+)>$/, `${'<b/>'.repeat(2_000_000)}</$1>`),
  ),
]);

const cuts: Item[] = Array.from({ length: 40 }, (_, at) =>
  hostile(`cut at ${at + 1} of 41`, 'xlsx', /unreadable (archive|not-xlsx)/, () => {
    const bytes = whole();
    return bytes.subarray(0, Math.floor((bytes.length * (at + 1)) / 41));
  }),
);

/** A changed byte is found by the checksums, or it has no meaning. */
const flips: Item[] = Array.from({ length: 60 }, (_, at) => ({
  name: `byte ${at + 1} of 61 changed`,
  format: 'xlsx' as const,
  make: () => {
    const bytes = Buffer.from(whole());
    const place = Math.floor((bytes.length * (at + 1)) / 61);
    bytes[place] = (bytes[place] ?? 0) ^ 0x55;
    return bytes;
  },
  expected: { refused: /table-(unreadable|too-large)/ },
  mayBeRead: true as const,
}));

const cell = (place: string, value: string, more = '') => row(1, valued(place, value, more));
const shared = (count: number) => '<si><t>a</t></si>'.repeat(count);

const workbooks: Item[] = [
  withRows('46 MB of blanks among the rows', /too-large unpacked/, () => ' '.repeat(46 * MB)),
  withRows('12 MB of blanks among the rows', /unreadable empty/, () => ' '.repeat(12 * MB)),
  withRows('60 MB of blanks among the rows', /too-large unpacked/, () => ' '.repeat(60 * MB)),
  withRows('40 MB of references to characters', /too-large cell/, () =>
    row(1, inline('A1', '').replace('></t>', `>${'&#65;'.repeat(8 * MB)}</t>`)),
  ),
  made('2.6 million shared texts', /too-large elements/, () => ({ sheets: [{ rows }], shared: shared(2_600_000) })),
  made('a long shared text in 20 000 cells', /too-large text/, () => ({
    shared: `<si><t>${'x'.repeat(4_000)}</t></si>`,
    sheets: [
      { rows: Array.from({ length: 20_000 }, (_, at) => row(at + 1, valued(`A${at + 1}`, '0', ' t="s"'))).join('') },
    ],
  })),
  withRows('a text of 4 001 characters', /too-large cell/, () => row(1, inline('A1', 'x'.repeat(4_001)))),
  withRows('20 002 rows', /too-large rows/, () => textRows(Array.from({ length: 20_002 }, () => ['a']))),
  withRows('200 000 rows', /too-large rows/, () => textRows(Array.from({ length: 200_000 }, () => ['a']))),
  withRows('a value in the last column', /too-large columns/, () => cell('XFD1', '2')),
  withRows('a column beyond the last', /unreadable place-damaged/, () => cell('XFE1', '2')),
  withRows('a column of four letters', /unreadable place-damaged/, () => cell('AAAA1', '2')),
  withRows('a row beyond the last', /unreadable place-damaged/, () => row(1_048_577, valued('A1048577', '2'))),
  withRows('a row 0', /unreadable place-damaged/, () => row(0, valued('A0', '2'))),
  withRows('a row of words', /unreadable place-damaged/, () => '<row r="one"><c r="A1"><v>1</v></c></row>'),
  withRows(
    'rows out of order',
    /unreadable place-damaged/,
    () => row(2, valued('A2', '1')) + row(1, valued('A1', '1')),
  ),
  withRows('a row twice', /unreadable place-damaged/, () => row(2, valued('A2', '1')) + row(2, valued('B2', '1'))),
  withRows('a cell twice', /unreadable place-damaged/, () => row(1, valued('A1', '1') + valued('A1', '2'))),
  withRows('cells out of order', /unreadable place-damaged/, () => row(1, valued('B1', '1') + valued('A1', '2'))),
  withRows('a cell of another row', /unreadable place-damaged/, () => row(1, valued('A2', '1'))),
  withRows(
    'a place with a reference',
    /too-large columns/,
    () => '<row r="1"><c r="&#88;FD1"><v>2</v></c><c r="A1"/></row>',
  ),
  ...['A', '1', 'a1', 'A-1', '$A$1', ' ', 'A1:B2'].map((place) =>
    withRows(`the place "${place}"`, /unreadable place-damaged/, () => cell(place, '1')),
  ),
  ...['99', '-1', '1.5', 'x', '1e0'].map((index) =>
    withRows(`the shared text ${index}`, /unreadable cell-damaged/, () => cell('A1', index, ' t="s"')),
  ),
  ...['x', '1,5', '0x10', 'NaN', 'Infinity', '1 2', '１'].map((value) =>
    withRows(`the number ${value}`, /unreadable cell-damaged/, () => cell('A1', value)),
  ),
  withRows('an unknown type of cell', /unreadable cell-damaged/, () => cell('A1', '1', ' t="z"')),
  ...[
    '<f>1+1</f><v>2</v>',
    '<f/>',
    '<f t="shared" si="0"/><v>2</v>',
    '<f t="array" ref="A1">1</f>',
    '<v>2</v><f>1</f>',
    '<f>HYPERLINK("http://x","y")</f><v>y</v>',
  ].map((formula) =>
    withRows(`the formula ${formula}`, /has-formulas formulas/, () => row(1, `<c r="A1">${formula}</c>`)),
  ),
  ...['xl/vbaProject.bin', 'XL/VBAPROJECT.BIN', 'xl\\vbaProject.bin'].map((name) =>
    made(`macros as ${name}`, /has-formulas macros/, () => ({ sheets: [{ rows }], more: [[name, Buffer.from('x')]] })),
  ),
  made('a macro sheet', /has-formulas macros/, () => ({ sheets: [{ rows }, { kind: 'xlMacrosheet' }] })),
  ...['hidden', 'veryHidden', 'VERYHIDDEN'].map((state) =>
    made(`only a ${state} sheet`, /unreadable sheet-hidden/, () => ({
      sheets: [{ rows, attributes: `state="${state}"` }],
    })),
  ),
  made('only a chart sheet', /unreadable sheet-hidden/, () => ({ sheets: [{ kind: 'chartsheet' }] })),
  made('no sheet', /unreadable sheet-hidden/, () => ({ sheets: [] })),
  ...['hidden="1"', 'hidden="true"', 'width="0"', 'width="0.1"'].map((hidden) =>
    made(`values in a column with ${hidden}`, /unreadable column-hidden/, () => ({
      sheets: [{ rows, before: `<cols><col min="2" max="2" ${hidden}/></cols>` }],
    })),
  ),
  ...['hidden="1"', 'hidden="true"', 'ht="0" customHeight="1"', 'ht="0.5" customHeight="1"'].map((hidden) =>
    withRows(`a header with ${hidden}`, /unreadable header-hidden/, () => rows.replace('<row ', `<row ${hidden} `)),
  ),
  made('a region that is no place', /unreadable merge-damaged/, () => ({
    sheets: [{ rows, after: '<mergeCells><mergeCell ref="A1"/></mergeCells>' }],
  })),
  made('60 000 regions', /too-large merges/, () => ({
    sheets: [{ rows, after: `<mergeCells>${'<mergeCell ref="A2:B2"/>'.repeat(60_000)}</mergeCells>` }],
  })),
  made('regions over each other', /too-large merges/, () => ({
    sheets: [
      {
        rows: textRows(Array.from({ length: 5_000 }, () => ['a', 'b'])),
        after: `<mergeCells>${'<mergeCell ref="A1:B5000"/>'.repeat(40_000)}</mergeCells>`,
      },
    ],
  })),
  made('a sheet that the archive lacks', /unreadable damaged/, () => ({
    sheets: [{ rows }],
    rename: (name) => name.replace('sheet1.xml', 'sheet9.xml'),
  })),
  made('a workbook outside the archive', /unreadable not-xlsx/, () => ({
    sheets: [{ rows }],
    change: (name, xml) => (name === '_rels/.rels' ? xml.replace('xl/workbook.xml', '../../etc/passwd') : xml),
  })),
  made('a binary workbook', /unreadable xlsb/, () => ({
    sheets: [{ rows }],
    change: (name, xml) => (name === '_rels/.rels' ? xml.replace('workbook.xml', 'workbook.bin') : xml),
  })),
];

const entries = (more: [string, Buffer][] = []) => [
  ...partsOf({ sheets: [{ rows }] }).map(([name, content]) => [name, Buffer.from(content)] as const),
  ...more,
];

const archives: Item[] = [
  hostile('nothing', 'xlsx', /unreadable not-xlsx/, () => Buffer.alloc(0)),
  hostile('random bytes', 'xlsx', /unreadable not-xlsx/, () => Buffer.from('8a1f9c770001fffe', 'hex')),
  hostile('a text', 'xlsx', /unreadable not-xlsx/, () => Buffer.from('name,divisionCode\n')),
  hostile('an older workbook', 'xlsx', /unreadable encrypted-or-xls/, () => Buffer.from('d0cf11e0a1b11ae10000', 'hex')),
  hostile('only the mark of an archive', 'xlsx', /unreadable archive/, () => Buffer.from('504b0304', 'hex')),
  hostile('an archive of texts', 'xlsx', /unreadable not-xlsx/, () => pack([['a.txt', Buffer.from('x')]])),
  hostile('a document of another program', 'xlsx', /unreadable not-xlsx/, () =>
    pack([
      ['mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet')],
      ['content.xml', Buffer.from('<a/>')],
    ]),
  ),
  hostile('a name twice', 'xlsx', /unreadable archive-name-repeated/, () =>
    pack(entries([['xl/workbook.xml', Buffer.from('<a/>')]])),
  ),
  hostile('a name twice in other letters', 'xlsx', /unreadable archive-name-repeated/, () =>
    pack(entries([['XL/Workbook.xml', Buffer.from('<a/>')]])),
  ),
  hostile('3 000 files', 'xlsx', /too-large files/, () =>
    pack(entries(Array.from({ length: 3_000 }, (_, at) => [`x${at}`, Buffer.alloc(0)]))),
  ),
  hostile('encrypted files', 'xlsx', /unreadable encrypted/, () =>
    pack(entries(), {
      lie: (_, said) => {
        said.flags |= 1;
      },
    }),
  ),
  hostile('an unknown way of packing', 'xlsx', /unreadable archive-packing/, () =>
    pack(entries(), {
      lie: (_, said) => {
        said.method = 99;
      },
    }),
  ),
  hostile('text that claims to be packed', 'xlsx', /unreadable archive/, () =>
    pack(entries(), {
      lie: (_, said) => {
        said.method = 8;
      },
    }),
  ),
  hostile('a size that is too small', 'xlsx', /unreadable archive/, () =>
    pack(entries(), {
      deflate: true,
      lie: (_, said) => {
        said.size = 10;
      },
    }),
  ),
  hostile('a packed size beyond the end', 'xlsx', /unreadable archive/, () =>
    pack(entries(), {
      lie: (_, said) => {
        said.packed = 0x7fffffff;
      },
    }),
  ),
  hostile('a wrong checksum', 'xlsx', /unreadable archive/, () =>
    pack(entries(), {
      deflate: true,
      lie: (_, said) => {
        said.crc ^= 1;
        said.crc >>>= 0;
      },
    }),
  ),
  hostile('200 MB of blanks that claim to be 10 bytes', 'xlsx', /too-large unpacked/, () =>
    workbook({
      sheets: [{ rows: ' '.repeat(200 * MB) }],
      packing: {
        deflate: true,
        lie: (_, said) => {
          if (said.size > MB) said.size = 10;
        },
      },
    }),
  ),
];

const csv = (name: string, refused: RegExp, make: () => string | Buffer) =>
  hostile(name, 'csv', refused, () => Buffer.from(make()));

const texts: Item[] = [
  csv('nothing', /unreadable empty/, () => ''),
  csv('only a mark', /unreadable empty/, () => '\ufeff'),
  csv('only blanks', /unreadable empty/, () => ' \n , \r\n'),
  ...[0.25, 1, 16].map((size) =>
    csv(`${size} MB of LF`, size > 1 ? /too-large rows/ : /unreadable empty/, () => Buffer.alloc(size * MB, 10)),
  ),
  csv('16 MB of CR', /too-large rows/, () => Buffer.alloc(16 * MB, 13)),
  csv('16 MB of commas', /too-large record/, () => Buffer.alloc(16 * MB, 44)),
  csv('16 MB of quotes', /too-large record/, () => Buffer.alloc(16 * MB, 34)),
  csv('16 MB of blanks', /too-large record/, () => Buffer.alloc(16 * MB, 32)),
  csv('16 MB of one letter', /too-large record/, () => Buffer.alloc(16 * MB, 97)),
  csv('16 MB of commas and line ends', /too-large rows/, () => ',\n'.repeat(8 * MB)),
  csv('16 MB of rows', /too-large rows/, () => 'a\n'.repeat(8 * MB)),
  csv('16 MB of quoted rows', /too-large rows/, () => '"a"\r\n'.repeat(3 * MB)),
  csv('16 MB of quotes and line ends', /too-large rows/, () => '"""\n"\n'.repeat(2 * MB)),
  csv('16 MB in an open quote', /unreadable quotes-open/, () => `a\n"${'b\n'.repeat(8 * MB)}`),
  csv('16 MB of zero bytes', /too-large record/, () => Buffer.alloc(16 * MB)),
  csv('a quote that stays open', /unreadable quotes-open/, () => 'a\n"b'),
  csv('text after a quote', /unreadable quotes /, () => 'a\n"b"c'),
  csv('a quote after a quote', /unreadable quotes-open/, () => 'a\n"b"",c'),
  csv('20 001 rows', /too-large rows/, () => `a${'\n1'.repeat(20_001)}`),
  csv('a cell of 4 001 characters', /too-large cell/, () => `a\n${'x'.repeat(4_001)}`),
  csv('a value in the 65th column', /too-large columns/, () => `a\n${','.repeat(64)}x`),
  csv('9 million characters', /too-large text/, () => `a\n${`${'x'.repeat(3_000)}\n`.repeat(3_000)}`),
  ...['ff80ff00ff', '8affff770001fffe', 'fffe00', 'feffd800', 'fffe00dc0000'].map((bytes) =>
    csv(`the bytes ${bytes}`, /unreadable bytes/, () => Buffer.from(bytes, 'hex')),
  ),
];

export const HOSTILE: readonly Item[] = [...inParts, ...cuts, ...flips, ...workbooks, ...archives, ...texts];
