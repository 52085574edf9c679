/** The outcome for people: plain words, with units. */
import type { Bilingual, Language } from '../../core/messages/language.ts';
import type { PlaceName } from '../options.ts';
import { MONTH } from '../plan/moment.ts';
import { PROVINCE_NAMES } from '../plan/place.ts';
import type { Refused } from '../trade/approval.ts';
import type { OutageReport } from '../trade/month.ts';
import type { Outcome, RecoveryOutcome } from './outcome.ts';
import { EDGES, HEADS, RATES, SENTENCES, stateWord, statusWord, TERM_NAMES } from './report-texts.ts';
import { countBy } from './verdict.ts';

export type Played = {
  readonly collections: number;
  readonly requests: number;
  readonly repeated: number;
  readonly restarts: number;
  readonly outage: OutageReport | null;
  readonly refused: readonly Refused[];
  readonly seconds: number;
  readonly faults: readonly string[];
};

/** Returns the report. The findings of a rate are in the language in which they were read. */
export function reportOf(outcome: Outcome, played: Played, language: Language): string {
  const shown = { language, say: SENTENCES[language] };
  return [
    shown.say.title(MONTH),
    '',
    ...beginning(outcome, played, shown),
    ...booksOf(outcome, shown),
    ...manifestsOf(outcome, played, shown),
    ...exchangeOf(outcome, played, shown),
    ...outcome.recovery.flatMap((one) => recoveryOf(one, shown)),
    ...flowsOf(outcome, shown),
    ...verdictOf(played, shown),
    '',
  ].join('\n');
}

type Shown = { readonly language: Language; readonly say: (typeof SENTENCES)[Language] };

function beginning({ provinces }: Outcome, { collections, requests, repeated, seconds }: Played, { say }: Shown) {
  const alone = provinces.length === 1 ? ['', say.alone] : [];
  return [...say.played(group(collections), seconds.toFixed(0), group(requests), group(repeated)), ...alone];
}

const named = (code: string): string => (code === '45' || code === '44' ? PROVINCE_NAMES[code] : code);

const headOf = (head: readonly Bilingual[], language: Language): string[] => head.map((name) => name[language]);

function booksOf({ provinces }: Outcome, { language, say }: Shown): string[] {
  const rows = provinces.map((one) => [
    named(one.code),
    group(one.journalEntries),
    group(one.accounts),
    group(one.movements),
    `${group(one.sumOfAccountsGrams)} g`,
    group(one.negativeAccounts),
  ]);
  const edges = provinces.flatMap(({ code, boundaries }) => [
    '',
    say.edge(named(code)),
    ...boundaries.map(({ name, massGrams }) => `  ${edgeOf(name, massGrams, language)}`),
  ]);
  return [...heading(say.books), ...table(headOf(HEADS.books, language), rows), ...edges];
}

function edgeOf(name: string, massGrams: number, language: Language): string {
  const words = EDGES[name]?.[massGrams < 0 ? 0 : 1][language] ?? name;
  return `${tonnes(Math.abs(massGrams)).padStart(12)} ${words}`;
}

function manifestsOf({ agreement }: Outcome, { refused }: Played, { language, say }: Shown): string[] {
  const { manifests, crossProvince, agreedEverywhere, disagreements } = agreement;
  const states = [...countBy(manifests.map(({ state }) => state))].toSorted(([, a], [, b]) => b - a);
  const late = manifests.filter((one) => one.late === true);
  const significant = manifests.filter((one) => one.significantDifference === true).length;
  const numbers = late.map(({ number }) => number ?? say.unnumbered).join(language === 'zh' ? '、' : ', ');
  return [
    ...heading(say.manifests),
    ...table(
      headOf(HEADS.states, language),
      states.map(([state, count]) => [stateWord(state, language), group(count)]),
    ),
    '',
    say.all(group(manifests.length), group(crossProvince)),
    say.significant(group(significant)),
    say.late(group(late.length), numbers),
    say.agreed(group(agreedEverywhere), group(disagreements.length)),
    ...(refused.length === 0
      ? []
      : [say.refused(group(refused.length)), ...refused.map(({ detail }) => `  ${detail}`)]),
  ];
}

function exchangeOf({ exchange }: Outcome, { outage, restarts }: Played, { say }: Shown): string[] {
  const { sent, acknowledged, retried, parked } = exchange;
  return [
    ...heading(say.exchange),
    say.sent(group(sent), group(acknowledged), group(retried), group(parked)),
    ...(outage ? say.down(outage.seconds.toFixed(1), outage.loads, outage.waiting) : []),
    ...(restarts === 0 ? [] : [say.restarts(restarts)]),
  ];
}

const RATE_WIDTH = 38;
const PERCENT: Bilingual = { en: ' %', zh: '%' };
const padded = (name: string): string => name + ' '.repeat(Math.max(1, RATE_WIDTH - widthOf(name)));

function recoveryOf({ enterprise, status, rates, terms, findings }: RecoveryOutcome, { language, say }: Shown) {
  const rows = terms
    .filter(({ leadGrams, records }) => leadGrams !== 0 || records > 0)
    .map(({ term, leadGrams, records }) => [TERM_NAMES[term]?.[language] ?? term, tonnes(leadGrams), group(records)]);
  const rate = (name: 'headline' | 'productsOnly' | 'conservative' | 'unaccountedShare') => {
    const value = rates?.[name];
    return `  ${padded(RATES[name][language])}${value ? `${value.percent}${PERCENT[language]}` : say.incomputable}`;
  };
  return [
    ...heading(say.recovery(enterprise)),
    rate('headline'),
    rate('productsOnly'),
    rate('conservative'),
    rate('unaccountedShare'),
    `  ${padded(RATES.verdict[language])}${statusWord(status, language)}`,
    ...findings.map(({ title, detail }) => `  ${title}${language === 'zh' ? '：' : ': '}${detail}`),
    '',
    ...table(headOf(HEADS.terms, language), rows),
  ];
}

function flowsOf({ flows }: Outcome, { language, say }: Shown): string[] {
  const rows = flows.map(({ from, to, massGrams, manifests }) => [
    named(from),
    named(to),
    tonnes(massGrams),
    group(manifests),
  ]);
  return [...heading(say.flows), ...table(headOf(HEADS.flows, language), rows)];
}

function verdictOf({ faults }: Played, { say }: Shown): string[] {
  if (faults.length > 0) return [...heading(say.wrong), ...faults.map((fault) => `  ${fault}`)];
  return ['', say.right];
}

/** Lists the addresses of the systems while the demo goes on serving. */
export function servingText(urls: Readonly<Partial<Record<PlaceName, string>>>, language: Language): string {
  const say = SENTENCES[language];
  return [
    say.serving,
    ...Object.entries(urls).map(([name, url]) => `  ${name.padEnd(10)} ${url}`),
    ...(urls.guangxi ? [`  ${say.docs}: ${urls.guangxi}/docs`] : []),
    '',
  ].join('\n');
}

const heading = (text: string): string[] => ['', text, '-'.repeat(widthOf(text))];

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((name, at) => Math.max(widthOf(name), ...rows.map((row) => widthOf(row[at] ?? ''))));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => {
        const gap = ' '.repeat((widths[at] ?? 0) - widthOf(cell));
        return /^-?[\d ,.]+( (g|t|%))?$/.test(cell) || (cells === head && at > 0 && isNumeric(rows, at))
          ? gap + cell
          : cell + gap;
      })
      .join('  ')
      .trimEnd();
  return [line(head), ...rows.map(line)].map((text) => `  ${text}`);
}

const isNumeric = (rows: readonly (readonly string[])[], at: number): boolean =>
  rows.every((row) => /^-?[\d ,.]+( (g|t|%))?$/.test(row[at] ?? ''));

/** Columns that a text takes on a terminal: Chinese characters take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}

/** Thousands apart: `1 234 567`. */
function group(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** `123.456 t`. */
function tonnes(grams: number): string {
  const [whole = '0', part = '000'] = (grams / 1_000_000).toFixed(3).split('.');
  return `${group(Number(whole))}.${part} t`;
}
