/** The printed report of a recovery rate: its blocks in order. */
import type { Block, PrintedDocument, Tone } from '../../core/documents/document.ts';
import { RECORD_TERM_WORDS } from '../fields.ts';
import { decimalOf } from '../fraction.ts';
import { certificateBlocks } from './certificate.ts';
import { dioxinBlocks } from './dioxin.ts';
import { flowOf } from './flow.ts';
import { findingsBlock, methodBlocks, verdictRow, verdictTable } from './methods/blocks.ts';
import { type Contribution, hashOf, RATE_NAMES, type Report, usedAssaysOf } from './report.ts';
import * as words from './words.ts';
import { filled, WORDS } from './words.ts';

/** Assays that a printed report lists. */
const ASSAYS_MAX = 300;

const TONES: Readonly<Record<Report['recovery']['status'], Tone>> = { clear: 'good', flagged: 'warn', blocked: 'bad' };

/** Makes the report. The same data make the same document. */
export function toDocument(report: Report): PrintedDocument {
  const { language, enterprise, recovery } = report;
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  return {
    title: say(report.certificate === null ? 'title' : massOf(report) ? 'certifiedByMassTitle' : 'certifiedTitle'),
    subtitle: `${enterprise.name} · ${recovery.period}`,
    language,
    createdAt: new Date(recovery.asOf),
    foot: `${say('hash')} ${hashOf(report)}`,
    blocks: [
      headOf(report),
      factsOf(report),
      ...certificateBlocks(report.certificate, language),
      ...flowBlocks(report),
      ratesOf(report),
      termsOf(report),
      balanceOf(report),
      ...contributionsOf(report),
      ...verdictsOf(report),
      ...methodBlocks(report.methods, report.assessed, language),
      ...dioxinBlocks(report.dioxin, language),
      findingsBlock((massOf(report) ?? recovery).findings, report.flagReasons, language),
      evidenceOf(report),
      basisOf(report),
    ],
  };
}

/** Returns the assessed method when it is one by mass, whose figures are not those of the lead balance. */
const massOf = ({ methods, assessed }: Pick<Report, 'methods' | 'assessed'>) =>
  assessed === null || assessed.endsWith('lead-recovery')
    ? undefined
    : methods.find(({ method }) => method === assessed);

function headOf({ recovery, language, methods, assessed }: Report): Block {
  const { rates, uncertainty, provisional } = recovery;
  const method = massOf({ methods, assessed });
  const [figure] = method?.figures ?? [];
  if (method && figure) {
    const points = figure.uncertainty?.expandedPoints;
    const k = uncertainty?.coverageFactor ?? '';
    return {
      kind: 'figure',
      label: figure.title,
      value: figure.value ? `${figure.value.percent} %` : WORDS.none[language],
      detail: points === undefined ? '' : filled(WORDS.uncertaintyOf[language], { points, k }),
      ...{ badge: words.STATUS_WORDS[method.status][language], tone: TONES[method.status] },
    };
  }
  const { status } = recovery;
  const points = uncertainty?.headline?.expandedPoints;
  const detail = [
    points === undefined ? '' : filled(WORDS.uncertaintyOf[language], { points, k: uncertainty?.coverageFactor ?? '' }),
    provisional ? WORDS.provisional[language] : '',
  ];
  return {
    kind: 'figure',
    label: words.RATE_WORDS.headline[language],
    value: rates?.headline ? `${rates.headline.percent} %` : WORDS.none[language],
    detail: detail.filter((part) => part !== '').join(language === 'zh' ? '；' : '; '),
    badge: words.STATUS_WORDS[status][language],
    tone: TONES[status],
  };
}

function factsOf({ recovery, enterprise, methods, assessed, language }: Report): Block {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const { period, from, to, asOf } = recovery;
  return {
    kind: 'facts',
    title: '',
    facts: [
      [say('enterprise'), enterprise.name],
      [say('uscc'), enterprise.uscc ?? say('noCertificate')],
      [
        say('period'),
        `${period}${say('beijing')}  ${beijingDay(from)} — ${beijingDay(new Date(Date.parse(to) - 1).toISOString())}`,
      ],
      [say('method'), methodName(recovery.method, methods, assessed, say('version'))],
      [say('asOf'), `${beijing(asOf)}${say('beijing')}`],
    ],
  };
}

/** Names the assessed method, or that of lead. */
function methodName(
  lead: Report['recovery']['method'],
  methods: Report['methods'],
  assessed: string | null,
  version: string,
): string {
  const { method: id, version: n } = methods.find(({ method }) => method === assessed) ?? {
    method: lead.id,
    version: lead.version,
  };
  return `${id} ${filled(version, { n })}`;
}

function flowBlocks({ recovery, language }: Report): Block[] {
  const flow = flowOf(recovery, language);
  const total = flow?.left.reduce((sum, { grams }) => sum + grams, 0) ?? 0;
  if (flow === null || total === 0) return [];
  const shown = (side: typeof flow.left) =>
    side.map(({ label, grams }) => ({ label, amount: tonnes(grams), share: grams / total }));
  const [middle, amount] = [
    words.BALANCE_WORDS.available[language],
    `${tonnes(recovery.balance.available.leadGrams)} t`,
  ];
  return [
    {
      kind: 'flow',
      title: WORDS.flow[language],
      ...{ middle, amount, left: shown(flow.left), right: shown(flow.right) },
      note: WORDS.flowNote[language],
    },
  ];
}

const left = (label: string, width: number) => ({ label, width, align: 'left' as const });
const right = (label: string, width: number) => ({ label, width, align: 'right' as const });

function ratesOf({ recovery, language }: Report): Block {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const { rates, uncertainty } = recovery;
  return {
    kind: 'table',
    title: say('rates'),
    columns: [left(say('rate'), 5), left(say('formula'), 6), right(say('value'), 2.2), right(say('expanded'), 3)],
    rows: RATE_NAMES.map((name) => [
      words.RATE_WORDS[name][language],
      words.FORMULA_WORDS[name][language],
      rates?.[name]?.percent ?? say('none'),
      uncertainty?.[name]?.expandedPoints ?? '—',
    ]),
    sums: [],
    note: say('ratesNote'),
  };
}

function termsOf({ recovery, language }: Report): Block {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  return {
    kind: 'table',
    title: say('terms'),
    columns: [left(say('term'), 4), right(say('mass'), 2), right(say('lead'), 2), right(say('records'), 1)],
    rows: recovery.terms
      .filter(({ records, leadGrams }) => records > 0 || leadGrams !== 0)
      .map(({ term, massGrams, leadGrams, records }) => [
        RECORD_TERM_WORDS[term][language],
        tonnes(massGrams),
        tonnes(leadGrams),
        String(records),
      ]),
    sums: [],
    note: say('termsNote'),
  };
}

const BALANCE_ORDER = [
  'batteryLead',
  'workChange',
  'available',
  'recovered',
  'lost',
  'underWay',
  'unaccounted',
] as const;

function balanceOf({ recovery, language }: Report): Block {
  const other = recovery.terms.find(({ term }) => term === 'other_feed')?.leadGrams ?? 0;
  const rows = BALANCE_ORDER.map((name) => [
    words.BALANCE_WORDS[name][language],
    tonnes(recovery.balance[name].leadGrams),
  ]);
  rows.splice(1, 0, [RECORD_TERM_WORDS.other_feed[language], tonnes(other)]);
  return {
    kind: 'table',
    title: WORDS.balance[language],
    columns: [left(WORDS.term[language], 4), right(WORDS.lead[language], 2)],
    rows,
    sums: [3, 7],
    note: '',
  };
}

function contributionsOf(report: Report): Block[] {
  const { recovery, language } = report;
  const budget = recovery.uncertainty?.headline;
  if (!budget || budget.largest.length === 0) return [];
  return [
    {
      kind: 'table',
      title: WORDS.contributions[language],
      columns: [left(WORDS.source[language], 6), right(WORDS.share[language], 2)],
      rows: budget.largest.map((one) => [sourceOf(one, report), one.sharePercent]),
      sums: [],
      note: WORDS.contributionsNote[language],
    },
  ];
}

function sourceOf({ kind, assayId, subject, scale }: Contribution, { assays, language }: Report): string {
  if (kind === 'scale') return scale === null ? '' : words.SCALE_WORDS[scale][language];
  if (kind === 'assumption') return subject ?? '';
  if (kind === 'count') return `${WORDS.countSource[language]} ${subject ?? ''}`;
  const assay = assays.find(({ id }) => id === assayId);
  const name = assay && `${assay.laboratory} ${assay.certificateNumber ?? ''}`.trim();
  return `${WORDS.assaySource[language]} ${name ?? ''} ${assayId ?? ''}`;
}

/** Shows the verdicts on lead alone where the methods were not frozen. */
function verdictsOf({ recovery, methods, language }: Report): Block[] {
  if (methods.length > 0 || recovery.verdicts.length === 0) return [];
  return [
    verdictTable(
      recovery.verdicts.map((one) => verdictRow(one, language)),
      language,
    ),
  ];
}

function evidenceOf(report: Report): Block {
  const { language } = report;
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const used = usedAssaysOf(report);
  return {
    kind: 'table',
    title: say('evidence'),
    columns: [
      ...[left(say('laboratory'), 3), left(say('certificate'), 2.2), right(say('content'), 1.6)],
      ...[right(say('records'), 1.2), right(say('usedFor'), 2), left(say('sha'), 4)],
    ],
    rows: used
      .slice(0, ASSAYS_MAX)
      .map(({ laboratory, certificateNumber, certificateSha256, ppm, records, massGrams }) => [
        laboratory,
        certificateNumber ?? say('noCertificate'),
        decimalOf({ numerator: BigInt(ppm), denominator: 10_000n }, 4),
        String(records),
        tonnes(massGrams),
        certificateSha256 ?? say('noCertificate'),
      ]),
    sums: [],
    note: used.length > ASSAYS_MAX ? filled(say('evidenceNote'), { n: used.length - ASSAYS_MAX }) : '',
  };
}

function basisOf(report: Report): Block {
  const { recovery, records, language } = report;
  const counts = new Set(records.filter(({ kind }) => kind === 'stock_count_line').map(({ subject }) => subject));
  return {
    kind: 'facts',
    title: WORDS.basis[language],
    facts: [
      [WORDS.journal[language], String(recovery.journalIndex)],
      [WORDS.recordKinds[language], String(records.length)],
      ...[...counts].toSorted().map((subject): [string, string] => [WORDS.counts[language], subject]),
      [WORDS.hash[language], hashOf(report)],
    ],
  };
}

/** Returns tonnes to the kilogram, with commas between thousands, such as `58,580.000`. */
function tonnes(grams: number): string {
  const text = decimalOf({ numerator: BigInt(grams), denominator: 1_000_000n }, 3);
  return text.replace(/\B(?=(\d{3})+\.)/g, ',');
}

const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const beijing = (instant: string): string => CLOCK.format(new Date(instant));
const beijingDay = (instant: string): string => beijing(instant).slice(0, 10);
