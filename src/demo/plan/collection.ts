/** Collections of the month: what each point takes in, and in which requests it records them. */
import { type BatchDraft, drawBatch } from './battery.ts';
import type { Enterprise } from './enterprise.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, moment, OUTAGE } from './moment.ts';
import { GUANGXI, type Province } from './place.ts';
import type { Random } from './random.ts';

export type Collection = BatchDraft & {
  readonly ref: string;
  readonly origin: 'collected' | 'generated';
  readonly supplierName: string;
  readonly at: number;
};

/** Collections that one enterprise records together, after the last of them has happened. */
export type Sending = {
  readonly kind: 'sending';
  readonly key: string;
  readonly province: Province;
  readonly by: string;
  readonly at: number;
  /** `single`: one request each, as from a handheld; `bulk`: all in one request, as from an office. */
  readonly mode: 'single' | 'bulk';
  readonly rows: readonly Collection[];
};

const PER_POINT = { '45': 48, '44': 40 } as const satisfies Record<Province, number>;

/** Points that record every collection at once. */
const HANDHELD_EVERY = 4;

const OPENS = 9;
const OPEN_MINUTES = 8 * 60;

/**
 * Times at which loads leave a point: three or four a month, so that its stock stays well below the limit of three
 * tonnes.
 */
export function pickupsOf(point: Enterprise, at: number): readonly number[] {
  // Some loads across the border leave in the hour in which the system of Guangdong is down.
  const inOutage = at % 4 === 1 || (point.province === GUANGXI && point.sendsTo === '清远');
  const first = moment(8 + (at % 3), 14, (at * 7) % 60);
  const second = inOutage ? OUTAGE.from + ((at * 3) % 50) * MINUTE_MS : moment(15 + (at % 4), 13, (at * 11) % 60);
  const third = moment(24 + (at % 4), 10, (at * 13) % 60);
  // Some of the last loads are still under way when the month ends.
  return at % 9 === 4 ? [first, second, third, moment(31, 12 + (at % 6), 30)] : [first, second, third];
}

export function collectAt(random: Random, point: Enterprise, at: number): Sending[] {
  const collections = drawCollections(random, point);
  if (at % HANDHELD_EVERY === 0) {
    return collections.map((row, n) => sending(point, `${n}`, 'single', [row]));
  }
  const edges = [0, ...pickupsOf(point, at).map((pickup) => pickup - HOUR_MS), Number.POSITIVE_INFINITY];
  return edges.slice(1).flatMap((edge, n) => {
    const rows = collections.filter((row) => row.at <= edge && row.at > (edges[n] ?? 0));
    return rows.length === 0 ? [] : [sending(point, `bulk${n}`, 'bulk', rows)];
  });
}

function drawCollections(random: Random, point: Enterprise): Collection[] {
  const count = point.province === GUANGXI ? PER_POINT['45'] : PER_POINT['44'];
  return Array.from({ length: count }, (): Collection => {
    const batch = drawBatch(random);
    const at = moment(random.int(1, 31), OPENS) + random.int(0, OPEN_MINUTES) * MINUTE_MS;
    return { ...batch, ref: '', origin: 'collected', supplierName: supplierOf(random, batch, point), at };
  })
    .toSorted((a, b) => a.at - b.at)
    .map((row, n) => ({ ...row, ref: `${point.key}/collection/${n}` }));
}

const SUPPLIERS: Readonly<Record<string, string>> = {
  'ebike-shop': '电动车店',
  'repair-shop': '汽修店',
  '4s-shop': '4S店',
  telecom: '通信基站',
  power: '变电站',
  ups: '机房',
  household: '居民',
};

function supplierOf(random: Random, { sourceType }: BatchDraft, { address }: Enterprise): string {
  return `${address}${SUPPLIERS[sourceType] ?? '来源'}${random.int(1, 12)}号（演示）`;
}

/** Generates the batteries that a large user takes out of service in the days before its load leaves. */
export function generateAt(random: Random, generator: Enterprise, leavesAt: number, n: number): Sending {
  const rows = Array.from(
    { length: random.int(3, 5) },
    (_, batch): Collection => ({
      ...drawBatch(random, 12),
      ref: `${generator.key}/generation/${n}/${batch}`,
      origin: 'generated',
      supplierName: generator.name,
      at: leavesAt - random.int(1, 6) * DAY_MS - random.int(0, 300) * MINUTE_MS,
    }),
  ).toSorted((a, b) => a.at - b.at);
  return sending(generator, `generation${n}`, 'bulk', rows);
}

/** Generates the stock of a smelter before the month begins. */
export function openingStock(random: Random, smelter: Enterprise): Sending {
  const masses = { traction: 9_000_000, starter: 11_000_000, stationary: 4_000_000 } as const;
  const pieces = { traction: 1_650, starter: 690, stationary: 138 } as const;
  const rows = (['traction', 'starter', 'stationary'] as const).map(
    (batteryKind, n): Collection => ({
      batteryKind,
      riskClass: 'I',
      condition: 'whole',
      massGrams: masses[batteryKind] + random.int(-50, 50) * 1_000,
      pieces: pieces[batteryKind],
      sourceType: 'industrial-generator',
      ref: `${smelter.key}/opening/${n}`,
      origin: 'collected',
      supplierName: '期初库存（演示）',
      at: moment(-9, 10, n),
    }),
  );
  return sending(smelter, 'opening', 'bulk', rows);
}

function sending(by: Enterprise, name: string, mode: Sending['mode'], rows: readonly Collection[]): Sending {
  const at = rows.at(-1)?.at ?? 0;
  return { kind: 'sending', key: `${by.key}/${name}`, province: by.province, by: by.key, at, mode, rows };
}
