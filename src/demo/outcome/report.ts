/** The outcome for people: plain words, with units. */
import type { PlaceName } from '../options.ts';
import { MONTH } from '../plan/moment.ts';
import { PROVINCE_NAMES } from '../plan/place.ts';
import type { OutageReport } from '../trade/month.ts';
import type { Outcome, RecoveryOutcome } from './outcome.ts';
import { countBy } from './verdict.ts';

export type Played = {
  readonly collections: number;
  readonly requests: number;
  readonly repeated: number;
  readonly restarts: number;
  readonly outage: OutageReport | null;
  readonly seconds: number;
  readonly faults: readonly string[];
};

export function reportOf(outcome: Outcome, played: Played): string {
  return [
    `Trade in waste lead-acid batteries, ${MONTH}`,
    '',
    ...beginning(outcome, played),
    ...booksOf(outcome),
    ...manifestsOf(outcome),
    ...exchangeOf(outcome, played),
    ...outcome.recovery.flatMap(recoveryOf),
    ...flowsOf(outcome),
    ...verdictOf(played),
    '',
  ].join('\n');
}

function beginning({ provinces }: Outcome, { collections, requests, repeated, seconds }: Played): string[] {
  const alone = provinces.length === 1 ? ['', 'One province took part, so nothing crossed a province border.'] : [];
  const [many, again] = [group(requests), group(repeated)];
  return [
    `${group(collections)} collections and the work of the month were played in ${seconds.toFixed(0)} s`,
    `with ${many} requests; ${again} of them were repetitions because a system was down or busy.`,
    ...alone,
  ];
}

const named = (code: string): string => (code === '45' || code === '44' ? PROVINCE_NAMES[code] : code);

function booksOf({ provinces }: Outcome): string[] {
  const rows = provinces.map((one) => [
    named(one.code),
    group(one.journalEntries),
    group(one.accounts),
    group(one.movements),
    `${group(one.sumOfAccountsGrams)} g`,
    group(one.negativeAccounts),
  ]);
  const head = ['Province', 'Journal entries', 'Accounts', 'Movements', 'Sum of accounts', 'Negative accounts'];
  const edges = provinces.flatMap(({ code, boundaries }) => [
    '',
    `At the edge of the books of ${named(code)}:`,
    ...boundaries.map(({ name, massGrams }) => `  ${edgeOf(name, massGrams)}`),
  ]);
  return [...heading('Books'), ...table(head, rows), ...edges];
}

const EDGES: Readonly<Record<string, readonly [from: string, to: string]>> = {
  generation: ['came in as waste', 'went back to where waste comes from'],
  elsewhere: ['came from the other province', 'went to the other province'],
  supply: ['was bought as feed and reagents', 'was given back to suppliers'],
  adjustment: ['was gained in weighing', 'was lost in weighing'],
  loss: ['came from nowhere', 'went off as water, gas and disposed residues'],
  sale: ['came back from buyers', 'was sold or given to use'],
};

function edgeOf(name: string, massGrams: number): string {
  const [from, to] = EDGES[name] ?? [`came from ${name}`, `went to ${name}`];
  return `${tonnes(Math.abs(massGrams)).padStart(12)} ${massGrams < 0 ? from : to}`;
}

function manifestsOf({ agreement }: Outcome): string[] {
  const { manifests, crossProvince, agreedEverywhere, disagreements } = agreement;
  const states = [...countBy(manifests.map(({ state }) => state))].toSorted(([, a], [, b]) => b - a);
  const late = manifests.filter((one) => one.late === true);
  const significant = manifests.filter((one) => one.significantDifference === true).length;
  return [
    ...heading('Manifests'),
    ...table(
      ['State', 'Manifests'],
      states.map(([state, count]) => [state.replaceAll('_', ' '), group(count)]),
    ),
    '',
    `${group(manifests.length)} in all, ${group(crossProvince)} of them across the province border.`,
    `${group(significant)} with a difference to be explained (Order 23, Art 18).`,
    `${group(late.length)} confirmed later than five working days after arrival${numbersOf(late)}.`,
    `The same version, digest and state wherever it is held: ${group(agreedEverywhere)}; not: ${group(disagreements.length)}.`,
  ];
}

const numbersOf = (some: readonly { readonly number: string | null }[]): string =>
  some.length === 0 ? '' : ` (${some.map(({ number }) => number ?? 'without a number').join(', ')})`;

function exchangeOf({ exchange }: Outcome, { outage, restarts }: Played): string[] {
  const { sent, acknowledged, retried, parked } = exchange;
  const down = outage
    ? [
        `While Guangdong was down (its process was killed, for ${outage.seconds.toFixed(1)} s here, an hour of the month),`,
        `Guangxi sent ${outage.loads} loads on the road and ${outage.waiting} messages waited; all were delivered afterwards.`,
      ]
    : [];
  const again = restarts === 0 ? [] : [`${restarts} times a system had died and was started again.`];
  return [
    ...heading('Exchange between the authorities'),
    `${group(sent)} messages sent, ${group(acknowledged)} acknowledged, ${group(retried)} sendings repeated, ${group(parked)} parked.`,
    ...down,
    ...again,
  ];
}

const TERM_NAMES: Readonly<Record<string, string>> = {
  received: 'received with accepted manifests',
  opening_stock: 'batteries in stock at the beginning',
  closing_stock: 'batteries in stock at the end',
  forwarded: 'batteries sent on unprocessed',
  other_feed: 'in other feed',
  opening_work: 'at work at the beginning',
  closing_work: 'at work at the end',
  products: 'in finished products',
  by_products: 'in by-products with proof of use',
};

function recoveryOf({ enterprise, status, rates, terms, findings }: RecoveryOutcome): string[] {
  const rows = terms
    .filter(({ leadGrams, records }) => leadGrams !== 0 || records > 0)
    .map(({ term, leadGrams, records }) => [
      `Lead ${TERM_NAMES[term] ?? `lost: ${term.replace('loss_', '')}`}`,
      tonnes(leadGrams),
      group(records),
    ]);
  const rate = (name: string, value: { readonly percent: string } | null | undefined) =>
    `  ${name.padEnd(38)}${value ? `${value.percent} %` : 'cannot be computed'}`;
  return [
    ...heading(`Lead recovery of ${enterprise}`),
    rate('Lead recovery', rates?.headline),
    rate('Finished products only', rates?.productsOnly),
    rate('Other feed counted as fully recovered', rates?.conservative),
    rate('Unaccounted', rates?.unaccountedShare),
    `  ${'Verdict of the controls'.padEnd(38)}${status}`,
    ...findings.map(({ code, detail }) => `  ${code}: ${detail}`),
    '',
    ...table(['Term', 'Lead', 'Records'], rows),
  ];
}

function flowsOf({ flows }: Outcome): string[] {
  const rows = flows.map(({ from, to, massGrams, manifests }) => [
    named(from),
    named(to),
    tonnes(massGrams),
    group(manifests),
  ]);
  return [...heading('Accepted mass by origin and destination'), ...table(['From', 'To', 'Mass', 'Manifests'], rows)];
}

function verdictOf({ faults }: Played): string[] {
  if (faults.length > 0) return [...heading('What is wrong'), ...faults.map((fault) => `  ${fault}`)];
  return ['', 'The books balance to the gram, and every manifest is the same in every place.'];
}

/** Lists the addresses of the systems while the demo goes on serving. */
export function servingText(urls: Readonly<Partial<Record<PlaceName, string>>>): string {
  return [
    'The systems go on serving; Ctrl-C ends them.',
    ...Object.entries(urls).map(([name, url]) => `  ${name.padEnd(10)} ${url}`),
    ...(urls.guangxi ? [`  Description of the API: ${urls.guangxi}/docs`] : []),
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
