/** Honest workbooks: the forms in which spreadsheet programs and libraries write the same table. */
import { HEADER, honest, type Item, ROWS, TABLE } from './item.ts';
import type { Packing } from './pack.ts';
import { escapeXml, inline, row, textRows, valued, type WorkbookParts, workbook } from './workbook.ts';

const letter = (at: number) => String.fromCharCode(65 + at);
const all = TABLE.flat();

type Storage = { readonly cell: (place: string, text: string) => string; readonly shared?: string };
const sharedOf = (write: (text: string) => string) => all.map((text) => `<si>${write(text)}</si>`).join('');
const number = (place: string, text: string) => valued(place, String(all.indexOf(text)), ' t="s"');
const t = (text: string) => `<t xml:space="preserve">${escapeXml(text)}</t>`;

const STORAGES: Readonly<Record<string, Storage>> = {
  'inline text': { cell: inline },
  'inline rich text': {
    cell: (place, text) =>
      `<c r="${place}" t="inlineStr"><is><r><rPr><b/></rPr>${t(text.slice(0, 1))}</r><r>${t(text.slice(1))}</r></is></c>`.replace(
        ' r=""',
        '',
      ),
  },
  'shared text': { cell: number, shared: sharedOf(t) },
  'shared rich text': {
    cell: number,
    shared: sharedOf((text) => `<r>${t(text.slice(0, 2))}</r><r><rPr><sz val="9"/></rPr>${t(text.slice(2))}</r>`),
  },
  'shared text with readings': {
    cell: number,
    shared: sharedOf((text) => `${t(text)}<rPh sb="0" eb="1"><t>yǎn</t></rPh><phoneticPr fontId="1"/>`),
  },
  'shared text as CDATA': { cell: number, shared: sharedOf((text) => `<t><![CDATA[${text}]]></t>`) },
  'shared text as character references': {
    cell: number,
    shared: sharedOf(
      (text) => `<t xml:space="preserve">${[...text].map((one) => `&#${one.codePointAt(0)};`).join('')}</t>`,
    ),
  },
  'text of a formula pasted as value': {
    cell: (place, text) => `<c r="${place}" t="str"><v>${escapeXml(text)}</v></c>`.replace(' r=""', ''),
  },
};

const PLACES: Readonly<Record<string, { readonly cell: boolean; readonly row: boolean }>> = {
  'places everywhere': { cell: true, row: true },
  'cells without places': { cell: false, row: true },
  'no places': { cell: false, row: false },
};

const storages: Item[] = Object.entries(STORAGES).flatMap(([storage, { cell, shared = '' }]) =>
  Object.entries(PLACES).map(([places, has]) =>
    honest(`${storage}, ${places}`, 'xlsx', () => {
      const rows = TABLE.map((cells, at) => {
        const inner = cells.map((text, column) => cell(has.cell ? `${letter(column)}${at + 1}` : '', text)).join('');
        return has.row ? row(at + 1, inner) : `<row>${inner}</row>`;
      }).join('');
      return workbook({ sheets: [{ rows }], shared });
    }),
  ),
);

const PACKINGS: Readonly<Record<string, { readonly packing?: Packing; readonly rename?: (name: string) => string }>> = {
  stored: {},
  deflated: { packing: { deflate: true } },
  'with 64-bit sizes': { packing: { deflate: true, long: true } },
  'with a comment': { packing: { comment: 'made by a program' } },
  'with backslashes': { rename: (name) => name.replaceAll('/', '\\') },
  'with other letters': { rename: (name) => name.toUpperCase() },
  'with slashes before': { rename: (name) => `/${name}` },
};

const prefixed = (xml: string) => xml.replace(/<(\/?)(?![?!])(\w+)/g, '<$1x:$2').replaceAll('xmlns=', 'xmlns:x=');
const FLAVOURS: Readonly<Record<string, (name: string, xml: string) => string | Buffer>> = {
  'as Excel writes': (_, xml) => xml,
  'with prefixes': (name, xml) => (name.endsWith('.rels') ? xml : prefixed(xml)),
  strict: (_, xml) =>
    xml
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      )
      .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006', 'http://purl.oclc.org/ooxml/officeDocument'),
  'in UTF-16': (_, xml) => Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
  'with a mark': (_, xml) => `\ufeff${xml}`,
  'with comments and blanks': (_, xml) =>
    xml.replaceAll('<row', '\r\n  <!-- row -->\r\n  <row').replaceAll('<c ', '\n    <c '),
  'with absolute targets': (_, xml) =>
    xml.replaceAll('Target="worksheets', 'Target="/xl/worksheets').replaceAll('Target="s', 'Target="./s'),
};

const rows = textRows(TABLE);
const packings: Item[] = Object.entries(PACKINGS).flatMap(([packing, how]) =>
  Object.entries(FLAVOURS).map(([flavour, change]) =>
    honest(`${packing}, ${flavour}`, 'xlsx', () => workbook({ sheets: [{ rows }], change, ...how })),
  ),
);

const made = (name: string, parts: WorkbookParts, shown: readonly (readonly string[])[] = TABLE) =>
  honest(name, 'xlsx', () => workbook(parts), shown);
const other = textRows([['note'], ['x']]);

const sheets: Item[] = [
  ...['hidden', 'veryHidden'].map((state) =>
    made(`a ${state} sheet first`, { sheets: [{ rows: other, attributes: `state="${state}"` }, { rows }] }),
  ),
  ...['chartsheet', 'dialogsheet'].map((kind) =>
    made(`a ${kind} first`, { sheets: [{ kind: kind as 'chartsheet' }, { rows }] }),
  ),
  made('the state visible, written out', { sheets: [{ rows, attributes: 'state="visible"' }, { rows: other }] }),
  made('three sheets', { sheets: [{ rows }, { rows: other }, { rows: other }] }),
];

const drop =
  '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="urn:x14"><x14:dataValidations xmlns:xm="urn:xm"><x14:dataValidation type="list"><x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
const merged = (...refs: string[]) =>
  `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
const covered: Item[] = [
  made(
    'a region over rows',
    { sheets: [{ rows: textRows([HEADER, ROWS[0], ['', '450200', '个体', 'b']]), after: merged('A2:A3') }] },
    [HEADER, ROWS[0], ['演示甲 (from-above)', '450200', '个体', 'b']],
  ),
  made(
    'a region over columns',
    { sheets: [{ rows: textRows([HEADER, ['演示甲', '450100', '个体', '']]), after: merged('C2:D2') }] },
    [HEADER, ['演示甲', '450100', '个体', '个体 (from-side)']],
  ),
  made(
    'a region of errors',
    {
      sheets: [
        {
          rows:
            textRows([HEADER]) +
            row(2, `${inline('A2', 'a')}${valued('B2', '#N/A', ' t="e"')}`) +
            row(3, inline('A3', 'b')),
          after: merged('B2:B3'),
        },
      ],
    },
    [HEADER, ['a', '#N/A (error)'], ['b', '#N/A (error) (from-above)']],
  ),
  ...['D2:D3', 'D3:D2'].map((region) =>
    made(
      `a value that the empty region ${region} hides`,
      {
        sheets: [
          {
            rows: textRows([HEADER, ['甲', '450100', '个体', ''], ['乙', '450200', '个体', '77']]),
            after: merged(region),
          },
        ],
      },
      [HEADER, ['甲', '450100', '个体'], ['乙', '450200', '个体', '77 (unseen)']],
    ),
  ),
  made(
    'a value that an empty region hides beside it',
    { sheets: [{ rows: textRows([HEADER, ['甲', '450100', '', '77']]), after: merged('C2:D2') }] },
    [HEADER, ['甲', '450100', '', '77 (unseen)']],
  ),
  made(
    'a value that a region from an empty row hides',
    {
      sheets: [
        { rows: textRows([HEADER, ROWS[0]]) + textRows([['乙', '450200', '个体', '77']], 4), after: merged('D3:D4') },
      ],
    },
    [HEADER, ROWS[0], ['乙', '450200', '个体', '77 (unseen)']],
  ),
  made(
    'a value that a filled region hides',
    { sheets: [{ rows: textRows([HEADER, ROWS[0], ['乙', '450200', '个体', '77']]), after: merged('D2:D3') }] },
    [HEADER, ROWS[0], ['乙', '450200', '个体', '南宁市 1 号 (from-above)']],
  ),
  made('a row of hidden values only', {
    sheets: [
      { rows: textRows([...TABLE, ['', '', '', '77']]) + textRows([['', '', '', '78']], 6), after: merged('A4:D6') },
    ],
  }),
  made('an empty region', { sheets: [{ rows: textRows(TABLE), after: merged('F2:G9') }] }),
  made('a region below the table', { sheets: [{ rows: textRows(TABLE), after: merged('A3:A1048576') }] }),
  made('a drop-down in an extension', { sheets: [{ rows, after: drop }] }),
  made('a drop-down', {
    sheets: [
      {
        rows,
        after:
          '<dataValidations><dataValidation type="list" sqref="B2"><formula1>$Z$1:$Z$3</formula1></dataValidation></dataValidations>',
      },
    ],
  }),
  made('a conditional format', {
    sheets: [
      {
        rows,
        after:
          '<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>A1=1</formula></cfRule></conditionalFormatting>',
      },
    ],
  }),
  made('a formula on another sheet', { sheets: [{ rows }, { rows: row(1, '<c r="A1"><f>1+1</f><v>2</v></c>') }] }),
  made('printer settings', {
    sheets: [{ rows }],
    more: [['xl/printerSettings/printerSettings1.bin', Buffer.from('x')]],
  }),
  made('a custom property', { sheets: [{ rows }], more: [['xl/customProperty1.bin', Buffer.from('x')]] }),
  made('a formatted cell in the last column', {
    sheets: [{ rows: textRows(TABLE).replace('</row>', '<c r="XFD1" s="0"/></row>') }],
  }),
  made('formatted rows below', {
    sheets: [
      { rows: rows + Array.from({ length: 30_000 }, (_, at) => row(4 + at, '', ' s="1" customFormat="1"')).join('') },
    ],
  }),
  made('formatted cells below', {
    sheets: [
      {
        rows:
          rows +
          Array.from({ length: 5_000 }, (_, at) =>
            row(
              4 + at,
              'ABCDEFGH'.replace(/./g, (one) => `<c r="${one}${4 + at}" s="0"/>`),
            ),
          ).join(''),
      },
    ],
  }),
  made('a hidden empty column', {
    sheets: [{ rows, before: '<cols><col min="9" max="16384" width="0" hidden="1"/></cols>' }],
  }),
  made('rows without cells hidden by default', {
    sheets: [{ rows, before: '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>' }],
  }),
  ...['<sheetFormatPr defaultRowHeight="0.5" customHeight="1"/>', ''].map((before) =>
    made(
      `a row without height ${before}`,
      {
        sheets: [
          {
            before,
            rows:
              textRows(TABLE.slice(0, 2)).replaceAll('<row ', '<row ht="15" ') +
              textRows(TABLE.slice(2), 3).replace('<row ', before === '' ? '<row ht="0.7" ' : '<row '),
          },
        ],
      },
      [...TABLE.slice(0, 2), [...(TABLE[2] ?? []), '(hidden)']],
    ),
  ),
  made('a visible column spelled false', {
    sheets: [{ rows, before: '<cols><col min="1" max="2" width="9" hidden="false"/></cols>' }],
  }),
  made(
    '20 000 rows',
    {
      packing: { deflate: true },
      sheets: [{ rows: textRows([HEADER, ...Array.from({ length: 20_000 }, () => ROWS[0])]) }],
    },
    [HEADER, ...Array.from({ length: 20_000 }, () => ROWS[0])],
  ),
];

export const HONEST_WORKBOOKS: readonly Item[] = [...storages, ...packings, ...sheets, ...covered];
