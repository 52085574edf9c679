/** The outcome of the month, read from the systems. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Bilingual } from '../../core/messages/language.ts';
import { shownMass } from '../../core/messages/mass.ts';
import type { Client } from '../client.ts';
import { MONTH } from '../plan/moment.ts';
import type { Plan } from '../plan/plan.ts';
import { clientOf, type Stage } from '../stage/stage.ts';
import type { Registry } from '../trade/registry.ts';
import { ExchangeStatus } from '../trade/wire.ts';
import type { Agreement } from './agreement.ts';

const Share = z.object({ share: z.string(), percent: z.string() }).nullable();

const Recovery = z.object({
  status: z.string(),
  rates: z
    .object({ headline: Share, productsOnly: Share, conservative: Share, unaccountedShare: Share, batteryShare: Share })
    .nullable(),
  terms: z.array(z.object({ term: z.string(), leadGrams: z.int(), massGrams: z.int(), records: z.int() })),
  findings: z.array(z.object({ code: z.string(), severity: z.string(), title: z.string(), detail: z.string() })),
});

const Books = z.object({
  sumOfAccountsGrams: z.int(),
  negativeAccounts: z.int(),
  deviatingAccounts: z.int(),
  accounts: z.int(),
  movements: z.int(),
  boundaries: z.array(z.object({ name: z.string(), massGrams: z.int() })),
});

const Flows = z.object({
  items: z.array(z.object({ from: z.string(), to: z.string(), massGrams: z.int(), manifests: z.int() })),
});

const Journal = z.object({ items: z.array(z.object({ index: z.int() })), nextAfter: z.int() });

type ProvinceOutcome = z.output<typeof Books> & {
  readonly code: string;
  readonly journalEntries: number;
  readonly manifests: number;
};
export type RecoveryOutcome = z.output<typeof Recovery> & { readonly enterprise: string };
type Flow = z.output<typeof Flows>['items'][number];
type ExchangeOutcome = { sent: number; acknowledged: number; retried: number; parked: number };

export type Outcome = {
  readonly provinces: readonly ProvinceOutcome[];
  readonly agreement: Agreement;
  readonly exchange: ExchangeOutcome;
  readonly recovery: readonly RecoveryOutcome[];
  readonly flows: readonly Flow[];
  /** Flows that the two provinces show differently. */
  readonly flowDifferences: readonly Bilingual[];
  /** Manifests with a step that was entered late; null on systems whose clock is not that of the month. */
  readonly lateEntries: number | null;
};

export async function readOutcome(
  stage: Stage,
  plan: Plan,
  registry: Registry,
  agreement: Agreement,
): Promise<Outcome> {
  const provinces = await Promise.all(
    [...stage.provinces].map(async ([code, { client }]) => ({
      code,
      journalEntries: await countJournal(client),
      manifests: agreement.countByProvince.get(code) ?? 0,
      ...(await client.get('/v1/books', Books)),
    })),
  );
  const recovery = await Promise.all(
    plan.smelters.map(async ({ smelter }) => {
      const { province, name } = registry.enterprise(smelter);
      const query = `partyId=${registry.party(province, smelter)}&period=${MONTH}`;
      return { enterprise: name, ...(await clientOf(stage, province).get(`/v1/recovery?${query}`, Recovery)) };
    }),
  );
  const late = agreement.manifests.filter(({ warnings }) => warnings.some(({ code }) => code === 'late-entry'));
  return {
    ...{ provinces, agreement, exchange: await readExchange(stage), recovery, ...(await readFlows(stage, plan)) },
    lateEntries: stage.hasMonthClock ? late.length : null,
  };
}

const JOURNAL_PAGE = 500;

/** Counts the entries one by one, so a gap is found. */
async function countJournal(client: Client): Promise<number> {
  let after = 0;
  for (;;) {
    const { items, nextAfter } = await client.get(`/v1/journal?after=${after}&limit=${JOURNAL_PAGE}`, Journal);
    for (const [at, { index }] of items.entries()) {
      if (index !== after + at + 1) throw new Error(`The journal goes on with ${index} after ${after + at}`);
    }
    after = nextAfter;
    if (items.length < JOURNAL_PAGE) return after;
  }
}

async function readExchange({ provinces }: Stage): Promise<ExchangeOutcome> {
  const all = await Promise.all(
    [...provinces.values()].map(({ client }) => client.get('/v1/exchange/status', ExchangeStatus)),
  );
  const partners = all.flatMap((status) => status.partners);
  const sum = (field: keyof ExchangeOutcome) => partners.reduce((total, partner) => total + partner[field], 0);
  return { sent: sum('sent'), acknowledged: sum('acknowledged'), retried: sum('retried'), parked: sum('parked') };
}

const FLOWS_LIMIT_MS = 30_000;
const POLL_MS = 300;

/**
 * Reads the flows of the month, each cell from its origin. Both ends of a cell must report the same mass as the plan.
 */
async function readFlows(stage: Stage, plan: Plan): Promise<Pick<Outcome, 'flows' | 'flowDifferences'>> {
  const deadline = performance.now() + FLOWS_LIMIT_MS;
  for (;;) {
    const shown = await Promise.all(
      [...stage.provinces].map(async ([province, { client }]) => {
        const { items } = await client.get(`/v1/flows?from=${MONTH}&to=2026-11&level=province`, Flows);
        return { province, items };
      }),
    );
    const flowDifferences = plannedFlows(plan).flatMap((planned) =>
      shown
        .filter(({ province }) => province === planned.from || province === planned.to)
        .flatMap(({ province, items }) => differenceOf(planned, items, province)),
    );
    const flows = shown.flatMap(({ province, items }) => items.filter(({ from }) => from === province));
    if (flowDifferences.length === 0 || performance.now() > deadline) return { flows, flowDifferences };
    await sleep(POLL_MS);
  }
}

function differenceOf(planned: Flow, items: readonly Flow[], province: string): Bilingual[] {
  const { from, to, massGrams, manifests } = planned;
  const cell = items.find((item) => item.from === from && item.to === to);
  if (cell?.massGrams === massGrams && cell.manifests === manifests) return [];
  const shown = cell
    ? {
        en: `${shownMass(cell.massGrams, 'en')} on ${cell.manifests} manifests`,
        zh: `${cell.manifests} 份联单、${shownMass(cell.massGrams, 'zh')}`,
      }
    : { en: 'nothing', zh: '无数据' };
  return [
    {
      en: `${from} to ${to}: ${shownMass(massGrams, 'en')} on ${manifests} manifests was sent, province ${province} shows ${shown.en}.`,
      zh: `由 ${from} 转移至 ${to}：实际转移 ${manifests} 份联单、${shownMass(massGrams, 'zh')}，省份 ${province} 的统计为${shown.zh}。`,
    },
  ];
}

/** Sums the loads of the plan: mass accepted within the month, by the two provinces. */
function plannedFlows({ loads }: Pick<Plan, 'loads'>): Flow[] {
  const cells = new Map<string, Flow>();
  for (const { origin: from, destination: to, acceptedGrams } of loads) {
    if (acceptedGrams === 0) continue;
    const cell = cells.get(`${from}/${to}`) ?? { from, to, massGrams: 0, manifests: 0 };
    const massGrams = cell.massGrams + acceptedGrams;
    cells.set(`${from}/${to}`, { ...cell, massGrams, manifests: cell.manifests + 1 });
  }
  return [...cells.values()];
}
