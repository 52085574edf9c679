/** Columns of the tables in which registers are imported and exported. */
import { composeUscc } from '../../core/identifiers/uscc.ts';
import type { Codes, Field, Fields } from '../../core/messages/field.ts';
import type { Terms } from '../../core/messages/text.ts';
import { PARTY_TERMS } from '../terms.ts';
import { WARNING_FILTER_TERMS } from '../warnings/warning.ts';

export const IMPORT_KINDS = ['parties', 'sites', 'licences', 'vehicles'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/**
 * Form of a cell. `key`: an identifier without blanks. `identifier`: text, taken unchanged. Neither may be stored as a
 * number, which loses digits. `code` is trimmed; `codes` are several, with separators. A choice has a vocabulary.
 */
type CellKind = 'text' | 'key' | 'identifier' | 'code' | 'codes' | 'choice' | 'number' | 'day' | 'flag';

/** A column: the name of its field in JSON, its name in Chinese, and the form of its cells. */
export type Column = {
  readonly field: string;
  readonly zh: string;
  readonly kind: CellKind;
  /** Earlier name in Chinese, which imports still accept. */
  readonly formerly?: string;
  /** Vocabulary of a choice: tables in Chinese show its words, and imports accept its words and its codes. */
  readonly terms?: keyof typeof PARTY_TERMS;
  /** The header must have this column. */
  readonly required?: true;
  /** Personal data: exported only with a purpose. */
  readonly personal?: true;
  /** A valid value, for the template. */
  readonly example: string;
};

/** An example that belongs to no real organisation. */
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
    { field: 'state', zh: '登记状态', kind: 'choice', terms: 'party-state', example: 'active' },
  ],
  sites: [
    ID,
    ...OWNER,
    { field: 'kind', zh: '场所类型', kind: 'choice', terms: 'site-kind', required: true, example: 'recycler' },
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
    {
      field: 'mode',
      zh: '经营方式',
      formerly: '许可方式',
      kind: 'choice',
      terms: 'licence-mode',
      required: true,
      example: 'recycling',
    },
    { field: 'wasteCodes', zh: '废物代码', kind: 'codes', required: true, example: '900-052-31' },
    { field: 'annualLimitGrams', zh: '核准经营规模（克）', kind: 'number', example: '100000000000' },
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
    { field: 'plateColor', zh: '号牌颜色', kind: 'choice', terms: 'plate-color', example: 'yellow' },
    { field: 'trailer', zh: '挂车', kind: 'flag', required: true, example: 'false' },
    { field: 'permitNumber', zh: '道路运输证号', kind: 'identifier', required: true, example: '450100000001' },
    { field: 'permitValidFrom', zh: '运输证有效期起', kind: 'day', required: true, example: '2026-01-01' },
    { field: 'permitValidTo', zh: '运输证有效期止（不含当日）', kind: 'day', required: true, example: '2030-01-01' },
  ],
};

/** Columns of histories, for exports only: an import cannot contain steps of an authority. */
const HISTORY_KINDS = ['party-steps', 'licence-steps'] as const;
export const EXPORT_KINDS = [...IMPORT_KINDS, ...HISTORY_KINDS] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

const shown = (field: string, zh: string): Column => ({ field, zh, kind: 'text', example: '' });
const term = (field: string, zh: string, terms: keyof typeof PARTY_TERMS): Column => {
  return { field, zh, kind: 'choice', terms, example: '' };
};

/** Columns of exports. */
export const EXPORT_COLUMNS: Readonly<Record<ExportKind, readonly Column[]>> = {
  ...COLUMNS,
  'party-steps': [
    ...OWNER,
    ...[shown('number', '序号'), term('step', '步骤', 'party-step')],
    ...[term('fromState', '原状态', 'party-state'), term('state', '状态', 'party-state')],
    ...[shown('reason', '原因'), shown('actor', '经办账号'), shown('at', '时间')],
  ],
  'licence-steps': [
    ...OWNER,
    ...[shown('licenceNumber', '许可证编号'), shown('validFrom', '有效期起'), shown('number', '序号')],
    ...[term('step', '步骤', 'licence-step'), term('state', '状态', 'licence-state'), shown('effectiveOn', '生效日期')],
    ...[shown('reason', '原因'), shown('actor', '经办账号'), shown('recordedAt', '登记时间')],
  ],
};

/** Names of columns by field: the English name of the field, the Chinese head of the column. */
export const COLUMN_TERMS: Terms = {
  column: {
    ...Object.fromEntries(
      Object.values(COLUMNS)
        .flat()
        .map(({ field, zh }) => [field, { en: field, zh }]),
    ),
    name: { en: 'name', zh: '名称' },
  },
};

const KINDS: Codes<ExportKind> = {
  parties: { en: 'organisations', zh: '单位' },
  sites: { en: 'sites', zh: '场所' },
  licences: { en: 'licences', zh: '许可证' },
  vehicles: { en: 'vehicles', zh: '车辆' },
  'party-steps': { en: 'steps of organisations', zh: '单位状态变更记录' },
  'licence-steps': { en: 'steps of licences', zh: '许可证状态变更记录' },
};
const KIND: Field = { en: 'kind of record', zh: '登记类别', codes: KINDS };

const MODE: Field = {
  en: 'way of importing',
  zh: '导入方式',
  codes: {
    all: { en: 'every row or none', zh: '整体导入，全部登记或均不登记' },
    rows: { en: 'each row for itself', zh: '逐行导入，只登记正确的行' },
  },
};

/** English names by column; the Chinese name is the name in the form. */
const COLUMN_NAMES: Readonly<Record<ImportKind, Readonly<Record<string, string>>>> = {
  parties: {
    uscc: 'unified social credit code',
    usccMissingReason: 'reason for the missing unified social credit code',
    name: 'organisation name',
    divisionCode: 'division code',
    address: 'address',
    contactName: 'contact person',
    contactPhone: 'contact telephone',
    state: 'state of registration',
  },
  sites: {
    kind: 'kind of site',
    name: 'site name',
    divisionCode: 'division code',
    address: 'address',
    latitude: 'latitude',
    longitude: 'longitude',
    storageLimitGrams: 'storage capacity in grams',
    storageLimitDays: 'storage period in days',
  },
  licences: {
    number: 'licence number',
    mode: 'activity that the licence allows',
    wasteCodes: 'waste codes',
    annualLimitGrams: 'approved annual scale in grams',
    validFrom: 'first day of validity',
    validTo: 'first day no longer valid',
    issuer: 'issuing authority',
    fileName: 'file name of the document',
    fileSha256: 'SHA-256 of the file',
  },
  vehicles: {
    plate: 'plate number',
    plateColor: 'plate colour',
    trailer: 'trailer',
    permitNumber: 'transport permit number',
    permitValidFrom: 'first day of the permit',
    permitValidTo: 'first day without the permit',
  },
};

const CODES: Readonly<Record<string, Codes>> = {
  'parties.state': PARTY_TERMS['party-state'],
  'sites.kind': PARTY_TERMS['site-kind'],
  'licences.mode': PARTY_TERMS['licence-mode'],
  'vehicles.plateColor': PARTY_TERMS['plate-color'],
};

function columnFields(): Fields {
  const fields: Record<string, Field> = {};
  for (const kind of Object.keys(COLUMN_NAMES) as ImportKind[]) {
    for (const { field, zh } of COLUMNS[kind]) {
      const en = COLUMN_NAMES[kind][field];
      const key = `${kind}.${field}`;
      const codes = CODES[key];
      if (en !== undefined) fields[key] = codes === undefined ? { en, zh } : { en, zh, codes };
    }
  }
  return fields;
}

export const PARTY_FIELDS: Fields = {
  ...columnFields(),
  partyId: { en: 'organisation', zh: '单位编号' },
  partyUscc: { en: 'unified social credit code of the organisation', zh: '单位统一社会信用代码' },
  siteId: { en: 'site', zh: '场所编号' },
  licenceId: { en: 'licence', zh: '许可证登记编号' },
  qualificationId: { en: 'qualification', zh: '资质认定证书登记编号' },
  'qualifications.kind': { en: 'kind of qualification', zh: '资质类别', codes: PARTY_TERMS['qualification-kind'] },
  'qualifications.number': { en: 'number of the certificate', zh: '资质认定证书编号' },
  'qualifications.validFrom': { en: 'first day of validity', zh: '有效期起' },
  'qualifications.validTo': { en: 'first day after the validity', zh: '有效期止' },
  withdrawnOn: { en: 'first day without validity', zh: '撤销日期' },
  'qualifications.issuer': { en: 'issuing authority', zh: '发证机关' },
  vehicleId: { en: 'vehicle', zh: '车辆登记编号' },
  provinceCode: { en: 'province', zh: '省份代码' },
  nevertheless: { en: 'close in spite of unfinished business', zh: '有未办结事项仍予注销' },
  effectiveOn: { en: 'first day in force', zh: '生效日期' },
  'imports.kind': KIND,
  'exports.kind': KIND,
  dryRun: { en: 'trial without recording', zh: '仅校验不登记' },
  'imports.mode': MODE,
  'imports/licences.mode': MODE,
  format: { en: 'file format', zh: '文件格式' },
  warning: { en: 'warning of the record', zh: '登记提示', codes: WARNING_FILTER_TERMS },
};
