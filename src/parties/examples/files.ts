/** Examples of import and export files with their answers, for the description of the API. The code of the service writes them. */
import { EXAMPLE_IDS } from '../../core/example-ids.ts';
import { composeUscc } from '../../core/identifiers/uscc.ts';
import type { Language } from '../../core/messages/language.ts';
import type { Facts } from '../../core/messages/text.ts';
import {
  COLUMNS,
  type Column,
  EXPORT_COLUMNS,
  EXPORT_KINDS,
  IMPORT_KINDS,
  type ImportKind,
} from '../imports/columns.ts';
import { exampleRow, writeRow } from '../imports/file/cell.ts';
import { writeHeader } from '../imports/file/header.ts';
import { LICENCE, PARTY, PARTY_HISTORY, REGISTER_PARTY, SITE, VEHICLE } from './register.ts';

type Row = Readonly<Record<string, unknown>>;
/** Lines of cells. */
type Table = readonly (readonly string[])[];

const partyUscc = PARTY.uscc;
const carrierUscc = composeUscc('91', '450100', 102);

/** The records of the files, with all members that their columns show. */
const RECORDS: Readonly<Record<ImportKind, Row>> = {
  parties: { ...PARTY, ...REGISTER_PARTY },
  sites: { ...SITE, partyUscc, partyId: null },
  licences: { ...LICENCE, partyUscc, partyId: null },
  vehicles: { ...VEHICLE, partyUscc: carrierUscc, partyId: null },
};
const LICENCE_HISTORY = LICENCE.history.map((step, at) => ({
  ...{ ...step, partyUscc, licenceNumber: LICENCE.number, validFrom: LICENCE.validFrom },
  ...{ number: at + 1, actor: EXAMPLE_IDS.person },
}));
const HISTORIES: Readonly<Record<'party-steps' | 'licence-steps', readonly Row[]>> = {
  'party-steps': PARTY_HISTORY.items.map((step) => ({ ...step, partyUscc })),
  'licence-steps': LICENCE_HISTORY,
};

const tableOf = (columns: readonly Column[], rows: readonly Row[], language: Language): Table => [
  writeHeader(columns, language),
  ...rows.map((row) => writeRow(columns, row, language)),
];

/** Name of an example: `Sites`, `LicenceSteps`. */
const titleOf = (kind: string): string => kind.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Files of one row, with the columns that have a value: others may be left out. */
export function importFiles(kind: ImportKind): Readonly<Record<string, Table>> {
  const record = RECORDS[kind];
  const columns = COLUMNS[kind].filter(({ field }) => field !== 'id' && (record[field] ?? null) !== null);
  const name = `${titleOf(kind)}File`;
  return { [name]: tableOf(columns, [record], 'en'), [`${name}InChinese`]: tableOf(columns, [record], 'zh') };
}

/** Templates of all kinds. */
export const TEMPLATES: Readonly<Record<string, Table>> = Object.fromEntries(
  IMPORT_KINDS.flatMap((kind) =>
    (['en', 'zh'] as const).map((language) => {
      const lines = [writeHeader(COLUMNS[kind], language), exampleRow(COLUMNS[kind], language)];
      return [`${titleOf(kind)}Template${language === 'zh' ? 'InChinese' : ''}`, lines];
    }),
  ),
);

/** Exports of all kinds, without personal data. */
export const EXPORTS: Readonly<Record<string, Table>> = Object.fromEntries(
  EXPORT_KINDS.map((kind) => {
    const columns = EXPORT_COLUMNS[kind].filter(({ personal }) => personal !== true);
    const rows = kind in HISTORIES ? HISTORIES[kind as keyof typeof HISTORIES] : [RECORDS[kind as ImportKind]];
    return [`${titleOf(kind)}Export`, tableOf(columns, rows, 'en')];
  }),
);

const IDS: Readonly<Record<ImportKind, string>> = {
  parties: EXAMPLE_IDS.collector,
  sites: EXAMPLE_IDS.collectionSite,
  licences: EXAMPLE_IDS.licence,
  vehicles: EXAMPLE_IDS.vehicle,
};

/** A column that the file must have, and that the second row leaves empty; with its maximum of characters. */
const LEFT_OUT: Readonly<Record<ImportKind, { readonly field: string; readonly max: number }>> = {
  parties: { field: 'name', max: 200 },
  sites: { field: 'name', max: 200 },
  licences: { field: 'issuer', max: 200 },
  vehicles: { field: 'permitNumber', max: 60 },
};

function faultOf(kind: ImportKind) {
  const { field, max } = LEFT_OUT[kind];
  const [header = []] = importFiles(kind)[`${titleOf(kind)}FileInChinese`] ?? [];
  const { zh: name = '', example = '' } = COLUMNS[kind].find((one) => one.field === field) ?? {};
  const at = header.indexOf(name);
  return {
    ...{ sheet: null, line: 3, column: at + 1, letters: String.fromCharCode(65 + at), name, field },
    ...{ rule: 'invalid_type', detail: `缺少必填项“${name}”列。` },
    remedy: `请填写 1 至 ${max} 个字符的文字，例如 ${example}。`,
  };
}

const NOTHING_YET = { rows: 0, registered: 0, unchanged: 0, refused: 0 };

/** Reports on the file: of its row, of the same row with a faulty one after it, and of 2500 rows that wait. */
export function importAnswers(kind: ImportKind): Readonly<Record<number, Readonly<Record<string, object>>>> {
  const how = { kind, sheet: null, dryRun: false, mode: 'rows' as const };
  const id = IDS[kind];
  const registered = {
    ...{ ...how, applied: true, counts: { rows: 1, registered: 1, unchanged: 0, refused: 0 } },
    ...{
      faultsTotal: 0,
      faults: [],
      warningsTotal: 0,
      warnings: [],
      rows: [{ line: 2, outcome: 'registered' as const, id }],
    },
  };
  const waiting = {
    ...{ id: EXAMPLE_IDS.storedImport, state: 'waiting' as const, progress: { rows: 2_500, judged: 0 } },
    ...{ createdAt: '2026-09-01T02:00:00.000Z', finishedAt: null },
    ...{
      ...how,
      applied: false,
      counts: NOTHING_YET,
      faultsTotal: 0,
      faults: [],
      warningsTotal: 0,
      warnings: [],
      rows: [],
    },
  };
  const title = titleOf(kind);
  return {
    200: { [`${title}Imported`]: registered, [`${title}Refused`]: refusedReport(kind, 'rows') },
    202: { [`${title}ImportWaiting`]: waiting },
  };
}

function refusedReport(kind: ImportKind, mode: 'all' | 'rows') {
  return {
    ...{ kind, sheet: null, dryRun: false, mode, applied: mode === 'rows' },
    counts: { rows: 2, registered: 0, unchanged: 1, refused: 1 },
    ...{ faultsTotal: 1, faults: [faultOf(kind)], warningsTotal: 0, warnings: [] },
    rows: [
      { line: 2, outcome: 'unchanged' as const, id: IDS[kind] },
      { line: 3, outcome: 'refused' as const, id: null },
    ],
  };
}

/** Facts of problems that name columns or rows of the kind. */
export const importProblemFacts = (kind: ImportKind): readonly (readonly [code: string, facts: Facts])[] => {
  const { field } = LEFT_OUT[kind];
  return [
    ['table-header-wrong', { line: 1, missing: [field], unknown: ['备注'], repeated: [], pointer: '#/body' }],
    ['import-refused', { refused: 1, rows: 2, report: refusedReport(kind, 'all') }],
  ];
};
