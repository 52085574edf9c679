/** Deliveries to province 44 as a worker of province 45 sends them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type SQL, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { beforeEach } from 'vitest';
import { deliverTo } from '../../src/exchange/deliveries/sending-service.ts';
import { planDeliveries } from '../../src/exchange/deliveries/service.ts';
import type { StepEntry } from '../../src/exchange/messages/message.ts';
import { type ExchangeDeps, registerPartner } from '../../src/exchange/partners/service.ts';
import { deliveries, partners } from '../../src/exchange/tables.ts';
import { newId } from '../../src/platform/ids.ts';
import { keepLawCache } from '../../src/platform/law/index.ts';
import { useDatabase } from '../setup/database.ts';
import type { FakePartner } from './fake-partner.ts';
import { makeKey, registered } from './keys.ts';

export const actor = { subject: 'tester', source: 'local', roles: [], scopes: [] } as const;
let index = 0;

export function entryOf(manifestId: string, version: number): StepEntry {
  return {
    index: ++index,
    kind: 'manifest.submitted',
    version: 1,
    subject: `manifest:${manifestId}`,
    occurredAt: new Date('2026-10-05T08:00:00.000Z'),
    source: 'local',
    payload: {
      manifestId,
      version,
      step: 'submit',
      input: { at: '2026-10-05T08:00:00.000Z' },
      document: { originProvince: '45', destinationProvince: '44' },
      digest: String(version % 10).repeat(64),
    },
  };
}

/** Call it at the top of a test file. Every test begins without partners and deliveries. */
export function useSending() {
  const database = useDatabase();
  let deps: ExchangeDeps | undefined;
  /** Messages are permanent: only with the triggers off can they be removed. */
  const unguarded = (statement: SQL) =>
    database.owner.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(statement);
    });
  beforeEach(async () => {
    await unguarded(sql`truncate exchange_partners, exchange_deliveries, exchange_inbox, exchange_numbers`);
    deps = {
      db: database.db,
      clock: () => new Date(),
      newId,
      log: pino({ level: 'silent' }),
      province: '45',
      law: keepLawCache({ db: database.db, clock: () => new Date() }),
      exchangeKey: await makeKey(),
      wake: async () => undefined,
      wakeAll: async () => undefined,
      exchange: {
        timeoutMs: 20_000,
        sweepMs: 1_000,
        retryMaxMs: 20,
        partners: { http: true, networks: ['127.0.0.0/8', '::1'] },
      },
    };
  });
  const ready = (): ExchangeDeps => {
    if (!deps) throw new Error('They are there inside tests only');
    return deps;
  };
  const rows = () => database.db.select().from(deliveries).orderBy(deliveries.entryIndex);
  const states = async () => (await rows()).map(({ state }) => state);
  const partnerRow = async () => {
    const [row] = await database.db.select().from(partners);
    if (!row) throw new Error('no partner');
    return row;
  };
  return {
    database,
    get deps() {
      return ready();
    },
    use: (change: Partial<ExchangeDeps>) => {
      deps = { ...ready(), ...change };
    },
    /** Sends what is due once, with another limit for the answer. */
    deliverWithin: (timeoutMs: number) => deliverTo({ ...ready(), exchange: { ...ready().exchange, timeoutMs } }, '44'),
    rows,
    states,
    partnerRow,
    totals: async () => {
      const { sent, acknowledged, retried } = await partnerRow();
      return { sent, acknowledged, retried };
    },
    /** Plans steps and keeps those for province 44 only. */
    plan: async (...entries: StepEntry[]) => {
      await database.db.transaction(async (tx) => {
        await planDeliveries(tx, ready(), entries);
      });
      await unguarded(sql`delete from exchange_deliveries where partner_code = 'national'`);
    },
    register: async (partner: FakePartner, keys = [registered(partner.key)]) => {
      const draft = { code: '44', name: '广东', kind: 'province', baseUrl: partner.url, keys, sandbox: false } as const;
      await database.db.transaction((tx) => registerPartner(tx, ready(), { actor, ...draft }));
      return partner;
    },
    /** Waits as the sweep does, until everything is settled. */
    deliverAll: async () => {
      for (let round = 0; round < 200 && (await states()).includes('due'); round++) {
        await deliverTo(ready(), '44');
        await sleep(10);
      }
    },
  };
}
