/**
 * The workbook of a recovery rate: its records, and formulas that lead from them to the terms, the balance and the rates. A
 * spreadsheet that computes it again gets the same figures to 12 digits. Lead is in grams.
 */
import type { Formula, Sheet, SheetCell } from '../../core/documents/workbook.ts';
import { RECORD_TERM_WORDS } from '../fields.ts';
import { decimalOf } from '../fraction.ts';
import { leadIn, toExactGrams } from '../lead.ts';
import { LOSS_TERMS, TERMS, type Term } from '../lead-recovery.ts';
import { certificateSheets } from './certificate.ts';
import { dioxinSheets } from './dioxin.ts';
import { RATE_NAMES, type Report, type ShownRate, usedAssaysOf } from './report.ts';
import * as words from './words.ts';
import { filled, WORDS } from './words.ts';

type Record = Report['records'][number];
type Say = (word: keyof typeof WORDS) => string;

/** Makes the sheets: summary with balance and rates, terms, records, assays, findings. */
export function toSheets(report: Report, hash: string): Sheet[] {
  const say: Say = (word) => WORDS[word][report.language];
  return [
    summaryOf(report, hash, say),
    termsOf(report, say),
    recordsOf(report, say),
    assaysOf(report, say),
    findingsOf(report, say),
    ...certificateSheets(report.certificate, report.language),
    ...dioxinSheets(report.dioxin, report.language),
  ];
}

/** Columns of the sheet of records that formulas read. */
const [TERM, MASS, SIGN, PPM, MOISTURE, LEAD] = ['B', 'F', 'G', 'H', 'I', 'J'] as const;

function recordsOf({ records }: Report, say: Say): Sheet {
  const heading = [
    ...['id', say('term'), say('kind'), say('subject'), say('material'), say('massGrams'), say('sign'), say('ppm')],
    ...[say('moisturePpm'), say('leadGrams'), say('contentBasis'), say('assaySource'), say('occurredAt')],
  ];
  const row = (record: Record, at: number): SheetCell[] => {
    const { id, term, kind, subject, material, massGrams, sign, ppm, moisturePpm, basis, assayId, occurredAt } = record;
    return [
      ...[id, term, kind, subject, material, massGrams, sign, ppm, moisturePpm],
      leadFormula(record, at + 2),
      ...[basis, assayId, occurredAt.toISOString()],
    ];
  };
  return {
    name: say('recordSheet'),
    widths: [44, 18, 18, 44, 14, 14, 6, 10, 10, 18, 16, 38, 26],
    headings: [0],
    rows: [heading, ...records.map(row)],
  };
}

/** Lead of a record with its sign. What is not counted, and what has no content, is 0. */
function leadFormula({ term, massGrams, sign, ppm, moisturePpm }: Record, row: number): Formula {
  const counts = ppm !== null && term !== 'not_counted';
  return {
    formula: `IF(OR(${TERM}${row}="not_counted",${PPM}${row}=""),0,${SIGN}${row}*${MASS}${row}*${PPM}${row}/1000000*(1000000-${MOISTURE}${row})/1000000)`,
    value: counts ? sign * Number(toExactGrams(leadIn(massGrams, ppm, moisturePpm))) : 0,
  };
}

function termsOf({ recovery, records, language }: Report, say: Say): Sheet {
  const last = Math.max(records.length, 1) + 1;
  const column = (letter: string) => `'${say('recordSheet')}'!$${letter}$2:$${letter}$${last}`;
  const rows = TERMS.map((term, at): SheetCell[] => {
    const of = recovery.terms.find((one) => one.term === term);
    const [own, row] = [records.filter((record) => record.term === term), at + 2];
    const signed = (sign: 1 | -1) => `SUMIFS(${column(MASS)},${column(TERM)},A${row},${column(SIGN)},${sign})`;
    return [
      ...[term, RECORD_TERM_WORDS[term][language]],
      {
        formula: `${signed(1)}-${signed(-1)}`,
        value: own.reduce((sum, { massGrams, sign }) => sum + sign * massGrams, 0),
      },
      { formula: `SUMIFS(${column(LEAD)},${column(TERM)},A${row})`, value: Number(of?.leadGramsExact ?? 0) },
      { formula: `COUNTIFS(${column(TERM)},A${row})`, value: own.length },
    ];
  });
  return {
    name: say('terms'),
    widths: [20, 34, 20, 22, 10],
    headings: [0],
    rows: [[say('code'), say('term'), say('massGrams'), say('leadGrams'), say('records')], ...rows],
  };
}

const BALANCE = ['batteryLead', 'workChange', 'available', 'recovered', 'lost', 'underWay', 'unaccounted'] as const;
type BalanceName = (typeof BALANCE)[number];

function summaryOf(report: Report, hash: string, say: Say): Sheet {
  const { recovery, enterprise, language } = report;
  const { method, rates, uncertainty } = recovery;
  const head: SheetCell[][] = [
    [say('title')],
    [say('enterprise'), enterprise.name],
    [say('uscc'), enterprise.uscc],
    [say('period'), recovery.period],
    [say('method'), `${method.id} ${filled(say('version'), { n: method.version })}`],
    [say('status'), words.STATUS_WORDS[recovery.status][language]],
    [say('asOf'), recovery.asOf],
    [say('journal'), recovery.journalIndex],
    [say('hash'), hash],
    [],
    [say('balance'), say('leadGrams')],
  ];
  const first = head.length + 1;
  const at = (name: BalanceName) => `B${first + BALANCE.indexOf(name)}`;
  const term = (name: Term) => `'${say('terms')}'!$D$${TERMS.indexOf(name) + 2}`;
  const balance = BALANCE.map((name): SheetCell[] => [
    words.BALANCE_WORDS[name][language],
    { formula: BALANCE_FORMULAS[name](term, at), value: Number(recovery.balance[name].leadGramsExact) },
  ]);
  const rateHead = [
    say('rates'),
    say('exactShare'),
    say('value'),
    say('expanded'),
    say('numerator'),
    say('denominator'),
  ];
  const rateRow = first + balance.length + 2;
  const rateRows = RATE_NAMES.map((name, place): SheetCell[] => {
    const rate = rates?.[name];
    if (!rate) return [words.RATE_WORDS[name][language], say('none')];
    const exact = { numerator: BigInt(rate.numerator), denominator: BigInt(rate.denominator) };
    return [
      words.RATE_WORDS[name][language],
      { formula: RATE_FORMULAS[name](term, at), value: Number(decimalOf(exact, 20)) },
      { formula: halfEven(`B${rateRow + place}`), value: Number(rate.percent) },
      ...[Number(uncertainty?.[name]?.expandedPoints ?? 0), rate.numerator, rate.denominator],
    ];
  });
  return {
    name: say('summarySheet'),
    widths: [36, 40, 16, 24, 30, 30],
    headings: [0, head.length - 1, rateRow - 2],
    rows: [...head, ...balance, [], rateHead, ...rateRows],
  };
}

type Place = { readonly term: (name: Term) => string; readonly at: (name: BalanceName) => string };
type Make = (term: Place['term'], at: Place['at']) => string;

const BALANCE_FORMULAS: Readonly<{ [Name in BalanceName]: Make }> = {
  batteryLead: (term) =>
    `${term('received')}+${term('without_manifest')}+${term('disposal_fed')}+${term('opening_stock')}+${term('uncounted_stock')}+${term('found_stock')}-${term('closing_stock')}-${term('forwarded')}`,
  workChange: (term) => `${term('closing_work')}-${term('opening_work')}-${term('found_work')}`,
  available: (term, at) => `${at('batteryLead')}+${term('other_feed')}-${at('workChange')}`,
  recovered: (term) => `${term('products')}+${term('by_products')}`,
  lost: (term) => LOSS_TERMS.map(term).join('+'),
  underWay: (term) => term('under_way'),
  unaccounted: (_, at) => `${at('available')}-${at('recovered')}-${at('lost')}-${at('underWay')}`,
};

const RATE_FORMULAS: Readonly<{ [Name in ShownRate]: Make }> = {
  headline: (_, at) => `${at('recovered')}/${at('available')}`,
  productsOnly: (term, at) => `${term('products')}/${at('available')}`,
  conservative: (term, at) => `(${at('recovered')}-${term('other_feed')})/(${at('batteryLead')}-${at('workChange')})`,
  unaccountedShare: (_, at) => `${at('unaccounted')}/${at('available')}`,
  batteryShare: (term, at) => `${at('batteryLead')}/(${at('batteryLead')}+${term('other_feed')})`,
  indirect: (_, at) => `(${at('available')}-${at('lost')}-${at('underWay')})/${at('available')}`,
};

/** Per cent of a share, half to even to 0.01 (GB/T 8170). `ROUND` alone rounds a half away from 0. */
export const halfEven = (cell: string): string =>
  `IF(ABS(${cell}*10000-INT(${cell}*10000)-0.5)<0.000000001,2*ROUND(${cell}*10000/2,0),ROUND(${cell}*10000,0))/100`;

function assaysOf(report: Report, say: Say): Sheet {
  const used = usedAssaysOf(report);
  return {
    name: say('evidence'),
    widths: [38, 30, 20, 24, 66, 10, 10, 26, 10, 18],
    headings: [0],
    rows: [
      [
        ...['id', say('laboratory'), say('analysis'), say('certificate'), say('sha'), say('ppm'), say('moisturePpm')],
        ...[say('sampledAt'), say('records'), say('massGrams')],
      ],
      ...used.map((one): SheetCell[] => [
        ...[one.id, one.laboratory, one.method, one.certificateNumber, one.certificateSha256, one.ppm, one.moisturePpm],
        ...[one.sampledAt.toISOString(), one.records, one.massGrams],
      ]),
    ],
  };
}

function findingsOf({ recovery, language }: Report, say: Say): Sheet {
  const verdicts = recovery.verdicts.map((one): SheetCell[] => [
    one.title,
    `${words.COMPARISON_WORDS[one.comparison][language]} ${one.limitPercent} %`,
    one.value?.percent ?? '—',
    words.VERDICT_WORDS[one.verdict][language],
    one.undecided === null ? null : words.UNDECIDED_WORDS[one.undecided][language],
  ]);
  const findings = recovery.findings.map(({ severity, title, detail }): SheetCell[] => [
    words.SEVERITY_WORDS[severity]?.[language] ?? severity,
    title,
    detail,
  ]);
  return {
    name: say('findings'),
    widths: [44, 26, 40, 20, 30],
    headings: [0, verdicts.length + 2],
    rows: [
      [say('target'), say('limit'), say('value'), say('verdict')],
      ...verdicts,
      [],
      [say('findings')],
      ...findings,
    ],
  };
}
