/** Writes workbooks part by part, so that each form of the file format can be tried. */
import { type Files, type Packing, pack } from './pack.ts';

type SheetParts = {
  readonly name?: string;
  /** Attributes of the sheet in the workbook, such as `state="hidden"`. */
  readonly attributes?: string;
  readonly kind?: 'worksheet' | 'chartsheet' | 'dialogsheet' | 'xlMacrosheet';
  /** XML before and after the rows. */
  readonly before?: string;
  readonly after?: string;
  /** Rows as XML. */
  readonly rows?: string;
};

export type WorkbookParts = {
  readonly sheets?: readonly SheetParts[];
  readonly workbookPr?: string;
  readonly shared?: string;
  readonly styles?: string;
  readonly more?: readonly (readonly [string, Buffer])[];
  /** Changes each part before it is packed. */
  readonly change?: (name: string, xml: string) => string | Buffer;
  readonly rename?: (name: string) => string;
  readonly packing?: Packing;
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
const relations = (inner: string) => `${XML}<Relationships xmlns="${PACKAGE}">${inner}</Relationships>`;

/** The parts of a workbook by name. */
export function partsOf({
  sheets = [{}],
  workbookPr = '',
  shared = '',
  styles = '',
  more = [],
}: WorkbookParts): [string, string | Buffer][] {
  const named = sheets.map(
    ({ name = `Sheet${sheets.length}`, attributes = '' }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" ${attributes} r:id="rId${at + 1}"/>`,
  );
  const links = sheets.map(({ kind = 'worksheet' }, at) =>
    relation(`rId${at + 1}`, kind, `worksheets/sheet${at + 1}.xml`),
  );
  return [
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr ${workbookPr}/><sheets>${named.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        [
          ...links,
          relation('rIdS', 'styles', 'styles.xml'),
          relation('rIdT', 'sharedStrings', 'sharedStrings.xml'),
        ].join(''),
      ),
    ],
    ['xl/styles.xml', `${XML}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`],
    ['xl/sharedStrings.xml', `${XML}<sst xmlns="${MAIN}">${shared}</sst>`],
    ...sheets.map(({ kind = 'worksheet', before = '', rows = '', after = '' }, at): [string, string] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      kind === 'worksheet'
        ? `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
        : `${XML}<chartsheet xmlns="${MAIN}"/>`,
    ]),
    ...more.map(([name, content]): [string, Buffer] => [name, content]),
  ];
}

export function workbook(parts: WorkbookParts): Buffer {
  const { change = (_, xml) => xml, rename = (name) => name, packing = {} } = parts;
  const files: Files = partsOf(parts).map(([name, content]) => [
    rename(name),
    Buffer.from(typeof content === 'string' ? change(name, content) : content),
  ]);
  return pack(files, packing);
}

export const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A cell of text at a place; without a place the next one. */
export const inline = (place: string, text: string, more = '') =>
  `<c${place === '' ? '' : ` r="${place}"`} t="inlineStr"${more}><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

export const valued = (place: string, value: string, more = '') =>
  `<c${place === '' ? '' : ` r="${place}"`}${more}><v>${value}</v></c>`;

export const row = (line: number, cells: string, more = '') => `<row r="${line}"${more}>${cells}</row>`;

/** Rows of text cells from the first line on. */
export const textRows = (rows: readonly (readonly string[])[], first = 1) =>
  rows
    .map((cells, at) =>
      row(
        first + at,
        cells
          .map((text, column) => (text === '' ? '' : inline(`${String.fromCharCode(65 + column)}${first + at}`, text)))
          .join(''),
      ),
    )
    .join('');

/** Styles with number formats: `s="1"` has the first code, and so on. A number names a built-in format. */
export const stylesOf = (...codes: readonly (string | number)[]) => {
  const custom = codes.map((code, at) =>
    typeof code === 'number'
      ? ''
      : `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(code).replaceAll('"', '&quot;')}"/>`,
  );
  const formats = codes.map(
    (code, at) => `<xf numFmtId="${typeof code === 'number' ? code : 164 + at}" applyNumberFormat="1"/>`,
  );
  return `<numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.join('')}</cellXfs>`;
};
