/** The parts of a workbook (ECMA-376): its sheets as people see them, its texts and its formats. */
import type { Archive } from './archive.ts';
import { FORMAT_CODE_MAX } from './formats/format-code.ts';
import { formatOf, type NumberFormat } from './formats/number-format.ts';
import { hasFormulas, tooLarge, unreadable } from './limits.ts';
import type { TableCell } from './table.ts';
import { textCell } from './text-cell.ts';
import { type Attributes, flag, type ReadXml } from './xml.ts';

export type Workbook = {
  /** Name of the first sheet that people see, and the file of its cells. */
  readonly sheet: { readonly name: string; readonly path: string };
  /** Days are counted from 1904. */
  readonly from1904: boolean;
  readonly texts: readonly TableCell[];
  /** Number formats of the cell styles. */
  readonly formats: readonly NumberFormat[];
};

/** Maximum of relations of one part, of sheets, and of number formats; spreadsheets write at most 250 formats. */
const RELATIONS_MAX = 10_000;
const SHEETS_MAX = 2_000;
const FORMATS_MAX = 2_000;

type Relation = { readonly id: string; readonly kind: string; readonly path: string };

/** Reads all parts but the cells. @throws Problem `table-unreadable`, `table-too-large`, `table-has-formulas` */
export async function openWorkbook(archive: Archive, readXml: ReadXml): Promise<Workbook> {
  if (archive.names.some((name) => name.endsWith('vbaproject.bin'))) throw hasFormulas('macros');
  const main = await mainPart(archive, readXml);
  const relations = await relationsOf(archive, readXml, main);
  if (relations.some(({ kind }) => /macrosheet$/i.test(kind))) throw hasFormulas('macros');
  const { sheets, from1904 } = await sheetsOf(archive, readXml, main);
  const worksheets = new Map(relations.filter(({ kind }) => kind === 'worksheet').map(({ id, path }) => [id, path]));
  const shown = sheets.find(({ id, visible }) => visible && worksheets.has(id));
  const path = shown && worksheets.get(shown.id);
  if (shown === undefined || path === undefined) throw unreadable('sheet-hidden');
  const partOf = (kind: string) => relations.find((relation) => relation.kind === kind)?.path;
  return {
    sheet: { name: shown.name, path },
    from1904,
    formats: await formatsOf(archive, readXml, partOf('styles')),
    texts: await textsOf(archive, readXml, partOf('sharedStrings')),
  };
}

async function mainPart(archive: Archive, readXml: ReadXml): Promise<string> {
  const relations = await relationsOf(archive, readXml, '');
  const path = relations.find(({ kind }) => kind === 'officeDocument')?.path ?? 'xl/workbook.xml';
  if (path.endsWith('.bin')) throw unreadable('xlsb');
  if (!archive.names.includes(path)) throw unreadable('not-xlsx');
  return path;
}

/** Reads the relations of a part; those of the archive for an empty path. */
async function relationsOf(archive: Archive, readXml: ReadXml, part: string): Promise<readonly Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const found: Relation[] = [];
  await readPart(archive, `${folder}_rels/${part.slice(folder.length)}.rels`, (pieces) =>
    readXml(pieces, {
      open: (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
        if (name !== 'Relationship' || mode?.toLowerCase() === 'external') return;
        if (found.length >= RELATIONS_MAX) throw tooLarge('files');
        found.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), path: pathOf(folder, target) });
      },
    }),
  );
  return found;
}

/** Resolves the target of a relation. */
function pathOf(folder: string, target: string): string {
  return decodeURI(new URL(target.replaceAll('\\', '/'), `http://x/${folder}`).pathname)
    .slice(1)
    .toLowerCase();
}

/** Reads a part if the archive has it. */
async function readPart(
  archive: Archive,
  name: string | undefined,
  read: (pieces: AsyncGenerator<Buffer>) => Promise<void>,
): Promise<void> {
  const pieces = name === undefined ? undefined : archive.open(name);
  if (pieces !== undefined) await read(pieces);
}

type Sheet = { readonly name: string; readonly id: string; readonly visible: boolean };

async function sheetsOf(archive: Archive, readXml: ReadXml, main: string) {
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readPart(archive, main, (pieces) =>
    readXml(pieces, {
      open: (name, attributes, parent) => {
        if (name === 'workbookPr') from1904 = flag(attributes.date1904);
        if (name !== 'sheet' || parent !== 'sheets') return;
        if (sheets.length >= SHEETS_MAX) throw tooLarge('files');
        const state = attributes.state?.trim().toLowerCase() ?? 'visible';
        sheets.push({ name: attributes.name ?? '', id: idOf(attributes), visible: state === 'visible' });
      },
    }),
  );
  return { sheets, from1904 };
}

const idOf = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

/** Reads the formats of the cell styles, each format once. @throws Problem `table-unreadable` for a code that is too long */
async function formatsOf(
  archive: Archive,
  readXml: ReadXml,
  name: string | undefined,
): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>();
  const numbers: number[] = [];
  await readPart(archive, name, (pieces) =>
    readXml(pieces, {
      open: (element, { numFmtId = '0', formatCode = '' }, parent) => {
        if (element === 'xf' && parent === 'cellXfs') numbers.push(Number(numFmtId));
        if (element !== 'numFmt' || parent !== 'numFmts') return;
        if (formatCode.length > FORMAT_CODE_MAX) throw unreadable('format-damaged');
        if (codes.size >= FORMATS_MAX) throw tooLarge('formats');
        codes.set(Number(numFmtId), formatCode);
      },
    }),
  );
  const formats = new Map<number, NumberFormat>();
  return numbers.map((number) => {
    const format = formats.get(number) ?? formatOf(number, codes.get(number));
    formats.set(number, format);
    return format;
  });
}

/** Reads the texts that cells name by number, each once, because many cells may name the same. Phonetic readings are no part of a text. */
async function textsOf(archive: Archive, readXml: ReadXml, name: string | undefined): Promise<readonly TableCell[]> {
  const texts: TableCell[] = [];
  let current = '';
  let inText = false;
  let phonetic = false;
  await readPart(archive, name, (pieces) =>
    readXml(pieces, {
      open: (element, _, parent) => {
        if (element === 'si') current = '';
        if (element === 'rPh') phonetic = true;
        inText = element === 't' && (parent === 'si' || parent === 'r') && !phonetic;
      },
      text: (text) => {
        if (inText) current += text;
      },
      close: (element) => {
        if (element === 'rPh') phonetic = false;
        if (element === 't') inText = false;
        if (element === 'si') texts.push(textCell(current));
      },
    }),
  );
  return texts;
}
