/** The tables in which registers are imported and exported: their columns, and how cells become values and back. */
import { composeUscc } from '../../core/identifiers/uscc.ts';

export const IMPORT_KINDS = ['parties', 'sites', 'licences', 'vehicles'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/**
 * How a cell is read. `key`: an identifier without blanks; `identifier`: as it stands; neither may be a number in the
 * file, which would have lost digits. `code` and `choice` are trimmed, `codes` are several.
 */
type CellKind = 'text' | 'key' | 'identifier' | 'code' | 'codes' | 'choice' | 'number' | 'day' | 'flag';

/** A column: its name in the JSON of the same record, its name in Chinese, and whether the header must have it. */
export type Column = {
  readonly field: string;
  readonly zh: string;
  readonly kind: CellKind;
  readonly required?: true;
  /** Of people: exported only to who says what for. */
  readonly personal?: true;
  /** A value that passes, for the template. */
  readonly example: string;
};

/** Names no real organisation. */
const EXAMPLE = composeUscc('91', '450100', 99_999);

const OWNER: readonly Column[] = [
  { field: 'partyUscc', zh: '单位统一社会信用代码', kind: 'key', example: EXAMPLE },
  { field: 'partyId', zh: '单位编号', kind: 'key', example: '' },
];
const ID: Column = { field: 'id', zh: '编号', kind: 'key', example: '' };
const ADDRESS: Column = { field: 'address', zh: '地址', kind: 'text', example: '南宁市演示路1号' };
const DIVISION: Column = { field: 'divisionCode', zh: '行政区划代码', kind: 'code', required: true, example: '450100' };

export const COLUMNS: Readonly<Record<ImportKind, readonly Column[]>> = {
  parties: [
    ID,
    { field: 'uscc', zh: '统一社会信用代码', kind: 'key', example: EXAMPLE },
    { field: 'usccMissingReason', zh: '无统一社会信用代码原因', kind: 'text', example: '' },
    { field: 'name', zh: '单位名称', kind: 'text', required: true, example: '演示再生铅有限公司' },
    DIVISION,
    ADDRESS,
    { field: 'contactName', zh: '联系人', kind: 'text', personal: true, example: '' },
    { field: 'contactPhone', zh: '联系电话', kind: 'identifier', personal: true, example: '' },
    { field: 'state', zh: '登记状态', kind: 'choice', example: 'active' },
  ],
  sites: [
    ID,
    ...OWNER,
    { field: 'kind', zh: '场所类型', kind: 'choice', required: true, example: 'recycler' },
    { field: 'name', zh: '场所名称', kind: 'text', required: true, example: '演示厂区' },
    DIVISION,
    ADDRESS,
    { field: 'latitude', zh: '纬度', kind: 'number', example: '22.81' },
    { field: 'longitude', zh: '经度', kind: 'number', example: '108.36' },
    { field: 'storageLimitGrams', zh: '贮存能力（克）', kind: 'number', example: '500000000' },
    { field: 'storageLimitDays', zh: '贮存期限（天）', kind: 'number', example: '90' },
  ],
  licences: [
    ID,
    ...OWNER,
    { field: 'number', zh: '许可证编号', kind: 'identifier', required: true, example: '0450100001' },
    { field: 'mode', zh: '许可方式', kind: 'choice', required: true, example: 'recycling' },
    { field: 'wasteCodes', zh: '废物代码', kind: 'codes', required: true, example: '900-052-31' },
    { field: 'annualLimitGrams', zh: '年核准规模（克）', kind: 'number', example: '100000000000' },
    { field: 'validFrom', zh: '有效期起', kind: 'day', required: true, example: '2026-01-01' },
    { field: 'validTo', zh: '有效期止（不含当日）', kind: 'day', required: true, example: '2031-01-01' },
    { field: 'issuer', zh: '发证机关', kind: 'text', required: true, example: '演示主管部门' },
    { field: 'fileName', zh: '证件文件名', kind: 'identifier', example: '' },
    { field: 'fileSha256', zh: '证件文件SHA-256', kind: 'key', example: '' },
  ],
  vehicles: [
    ID,
    ...OWNER,
    { field: 'plate', zh: '车牌号', kind: 'identifier', required: true, example: '桂A12345' },
    { field: 'plateColor', zh: '号牌颜色', kind: 'choice', example: 'yellow' },
    { field: 'trailer', zh: '挂车', kind: 'flag', required: true, example: 'false' },
    { field: 'permitNumber', zh: '道路运输证号', kind: 'identifier', required: true, example: '450100000001' },
    { field: 'permitValidFrom', zh: '运输证有效期起', kind: 'day', required: true, example: '2026-01-01' },
    { field: 'permitValidTo', zh: '运输证有效期止（不含当日）', kind: 'day', required: true, example: '2030-01-01' },
  ],
};

/** Histories go out beside the registers, for those who keep them elsewhere; they come in by no file. */
export const HISTORY_KINDS = ['party-steps', 'licence-steps'] as const;
export const EXPORT_KINDS = [...IMPORT_KINDS, ...HISTORY_KINDS] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

const shown = (field: string, zh: string): Column => ({ field, zh, kind: 'text', example: '' });

/** The columns of what goes out. */
export const EXPORT_COLUMNS: Readonly<Record<ExportKind, readonly Column[]>> = {
  ...COLUMNS,
  'party-steps': [
    ...OWNER,
    ...[shown('number', '序号'), shown('step', '操作'), shown('fromState', '原状态'), shown('state', '状态')],
    ...[shown('reason', '原因'), shown('actor', '经办账号'), shown('at', '时间')],
  ],
  'licence-steps': [
    ...OWNER,
    ...[shown('licenceNumber', '许可证编号'), shown('validFrom', '有效期起'), shown('number', '序号')],
    ...[shown('step', '操作'), shown('state', '状态'), shown('effectiveOn', '生效日期')],
    ...[shown('reason', '原因'), shown('actor', '经办账号'), shown('recordedAt', '登记时间')],
  ],
};

/** What people write for the values of choices. */
const CHOICES: Readonly<Record<string, string>> = {
  产生单位: 'generator',
  收集网点: 'collection_point',
  集中转运点: 'transfer_point',
  再生利用: 'recycler',
  生产企业: 'producer',
  收集: 'collection',
  利用: 'recycling',
  运输: 'transport',
  蓝色: 'blue',
  黄色: 'yellow',
  黑色: 'black',
  白色: 'white',
  绿色: 'green',
  渐变绿色: 'green',
  黄绿色: 'yellow-green',
  黄绿双拼色: 'yellow-green',
  已登记: 'registered',
  正常: 'active',
};

const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  '1': true,
  是: true,
  false: false,
  no: false,
  '0': false,
  否: false,
};

/** Which column stands in which place of a file, and what is wrong with its header. */
export type Header = {
  readonly places: readonly (Column | undefined)[];
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly repeated: readonly string[];
  readonly chinese: boolean;
};

/** Finds the columns by their English or Chinese names, in any order. */
export function readHeader(kind: ImportKind, names: readonly string[]): Header {
  const columns = COLUMNS[kind];
  const trimmed = names.map((name) => name.normalize('NFKC').trim());
  const places = trimmed.map((name) =>
    columns.find(({ field, zh }) => field.toLowerCase() === name.toLowerCase() || zh.normalize('NFKC') === name),
  );
  const found = places.filter((column) => column !== undefined);
  return {
    places,
    missing: columns.filter((one) => one.required && !found.includes(one)).map(({ field }) => field),
    unknown: trimmed.filter((name, at) => name !== '' && places[at] === undefined),
    repeated: [...new Set(found.filter((one, at) => found.indexOf(one) !== at).map(({ field }) => field))],
    chinese: trimmed.some((name, at) => places[at]?.zh.normalize('NFKC') === name),
  };
}

type Cell = { readonly text: string; readonly number: boolean };
/** A cell that cannot be read; `place` counts from 0. */
export type CellFault = { readonly place: number; readonly code: 'row-too-long' | 'cell-is-number' };
export type RowValues = { readonly values: Readonly<Record<string, unknown>>; readonly faults: readonly CellFault[] };

/** The values of a row by field. Empty cells are left out. What cannot be read as it should is left to the schema. */
export function readRow(places: Header['places'], cells: readonly Cell[]): RowValues {
  const values: Record<string, unknown> = {};
  const faults: CellFault[] = [];
  cells.forEach((cell, place) => {
    if (cell.text === '') return;
    const column = places[place];
    if (column === undefined) {
      if (cell.text.trim() !== '') faults.push({ place, code: 'row-too-long' });
    } else if (cell.number && (column.kind === 'key' || column.kind === 'identifier')) {
      faults.push({ place, code: 'cell-is-number' });
    } else {
      const value = readCell(column, cell.text);
      if (value !== '') values[column.field] = value;
    }
  });
  return { values, faults };
}

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

function readCell({ kind }: Column, written: string): unknown {
  if (kind === 'text' || kind === 'identifier') return written;
  const text = written.trim();
  if (kind === 'number') return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
  if (kind === 'codes') return text.split(/[\s,;，；、]+/).filter((code) => code !== '');
  if (kind === 'choice') return CHOICES[text] ?? text;
  if (kind === 'flag') return FLAGS[text.toLowerCase()] ?? text;
  if (kind !== 'day') return text;
  const [, year, month = '', day = ''] = DATE.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The cells of a record, as `readRow` reads them. */
export function writeRow(columns: readonly Column[], record: Readonly<Record<string, unknown>>): string[] {
  return columns.map(({ field }) => {
    const value = record[field];
    if (value === null || value === undefined) return '';
    return Array.isArray(value) ? value.join(' ') : String(value);
  });
}

/** The header in English or Chinese. */
export function writeHeader(columns: readonly Column[], language: 'en' | 'zh'): string[] {
  return columns.map(({ field, zh }) => (language === 'zh' ? zh : field));
}
