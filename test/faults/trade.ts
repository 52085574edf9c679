/** Trade during the faults: batches in both provinces, and loads that cross the border. Notes what was acknowledged. */
import { setTimeout as sleep } from 'node:timers/promises';
import { partnerAt } from '../bench/partners.ts';
import { type Counts, insist, succeed } from './client.ts';
import type { Province } from './province.ts';

const COLLECTORS: Readonly<Record<string, string>> = { '45': '914501000000000195', '44': '91440100000000043H' };
const SMELTERS: Readonly<Record<string, string>> = { '45': '91450100000000887K', '44': '91440100000000887F' };
const LICENCE = {
  mode: 'recycling',
  wasteCodes: ['900-052-31'],
  validFrom: '2024-01-01',
  validTo: '2031-01-01',
  issuer: '演示',
};
const LOAD = { massGrams: 600_000, pieces: 30 };

/** Records whose requests were answered with success. The checker looks for exactly these. */
export type Acknowledged = {
  /** Ids of batches by province. */
  readonly batches: Map<string, { readonly province: string; readonly massGrams: number }>;
  /** Last acknowledged state of each load, and how many steps were acknowledged. */
  readonly loads: Map<string, { readonly origin: string; readonly destination: string; state: string; steps: number }>;
};

type Ids = { readonly collector: string; readonly smelter: string; readonly depot: string; readonly works: string };
export type At = Province & { readonly ids: Ids; readonly office: string };

const uscc = (codes: Readonly<Record<string, string>>, { code }: Province): string => codes[code] ?? '';
const capital = (code: string) => `${code}0100`;

/** Registers in each province its own enterprises, and those of the other as partners of trade. */
export async function settle(counts: Counts, provinces: readonly Province[], nationalUrl: string): Promise<At[]> {
  const settled: At[] = [];
  for (const province of provinces) {
    const office = await province.token();
    const make = async (path: string, body: object) =>
      String((await succeed(counts, `${province.url}/v1${path}`, { token: office, body })).id);
    const others = provinces.filter((other) => other !== province);
    const abroad: { away: string; licence: string }[] = [];
    for (const other of others) {
      await make('/parties', {
        uscc: uscc(COLLECTORS, other),
        name: `收集 ${other.code}`,
        divisionCode: capital(other.code),
      });
      const away = await make('/parties', {
        uscc: uscc(SMELTERS, other),
        name: `再生铅 ${other.code}`,
        divisionCode: capital(other.code),
      });
      abroad.push({
        away,
        licence: await make(`/parties/${away}/licences`, { ...LICENCE, number: `桂演示${other.code}` }),
      });
    }
    const own = { divisionCode: capital(province.code) };
    const collector = await make('/parties', {
      ...own,
      uscc: uscc(COLLECTORS, province),
      name: `收集 ${province.code}`,
    });
    for (const [at, { away, licence }] of abroad.entries()) {
      await make('/approvals', approvalOf({ collector, receiver: away, licence }, `${province.code}-${at}`));
    }
    const smelter = await make('/parties', { ...own, uscc: uscc(SMELTERS, province), name: `再生铅 ${province.code}` });
    const depot = await make(`/parties/${collector}/sites`, { ...own, kind: 'transfer_point', name: '转运点' });
    const works = await make(`/parties/${smelter}/sites`, { ...own, kind: 'recycler', name: '冶炼厂' });
    await make(`/parties/${smelter}/licences`, { ...LICENCE, number: `桂演示${province.code}` });
    settled.push({ ...province, office, ids: { collector, smelter, depot, works } });
  }
  for (const at of settled) {
    const partners = [
      ...settled.filter((one) => one !== at).map(({ code, url }) => partnerAt('province', code, url)),
      partnerAt('national', 'national', nationalUrl),
    ];
    for (const body of await Promise.all(partners)) {
      await succeed(counts, `${at.url}/v1/exchange/partners`, { token: at.office, body });
    }
  }
  return settled;
}

/** The decision on loads of a collector to a smelter of the other province, for the next year. */
function approvalOf(
  { collector, receiver, licence }: Record<'collector' | 'receiver' | 'licence', string>,
  number: string,
) {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  return {
    ...{ number: `演示批${number}`, consignorId: collector, receiverId: receiver, licenceId: licence },
    ...{ quantities: [{ wasteCode: '900-052-31', massGrams: 100_000_000_000 }], treatmentMethods: ['R4'] },
    ...{ decidedOn: day(-30), requestedUntil: day(300), legalBasis: '《危险废物转移管理办法》第二十六条' },
  };
}

export const lotAt = (siteId: string, massGrams: number, pieces: number) => ({
  ...{ origin: 'collected', siteId, batteryKind: 'stationary', riskClass: 'I', condition: 'whole', massGrams, pieces },
  ...{ sourceType: 'repair-shop', occurredAt: new Date(Date.now() - 60_000).toISOString() },
});

/** Records batches until the end, one after the other. */
export async function recordBatches(counts: Counts, at: At, known: Acknowledged, going: () => boolean): Promise<void> {
  const token = await at.token(at.ids.collector);
  while (going()) {
    const massGrams = 10_000 + Math.floor(Math.random() * 20_000);
    const { id } = await succeed(counts, `${at.url}/v1/batches`, { token, body: lotAt(at.ids.depot, massGrams, 1) });
    known.batches.set(String(id), { province: at.code, massGrams });
    await sleep(20);
  }
}

/** Sends loads across the border until the end, each from its draft to its close. */
export async function sendLoads(
  counts: Counts,
  from: At,
  to: At,
  known: Acknowledged,
  going: () => boolean,
): Promise<void> {
  const [sender, receiver] = [await from.token(from.ids.collector), await to.token(to.ids.smelter)];
  const [abroad] = (
    (await succeed(counts, `${from.url}/v1/parties?uscc=${uscc(SMELTERS, to)}`, { token: from.office })) as {
      items: { id: string }[];
    }
  ).items;
  const post = (path: string, body: object) => succeed(counts, `${from.url}/v1${path}`, { token: sender, body });
  while (going()) {
    const batch = await post('/batches', lotAt(from.ids.depot, LOAD.massGrams, LOAD.pieces));
    known.batches.set(String(batch.id), { province: from.code, massGrams: LOAD.massGrams });
    const draft = await post('/manifests', {
      ...{ carrierId: from.ids.collector, receiverId: abroad?.id, consignorSiteId: from.ids.depot },
      receiverSite: { name: '冶炼厂', divisionCode: capital(to.code) },
      lines: [{ batchId: batch.id, ...LOAD, packaging: 'pallet', packages: 1 }],
    });
    const load = { origin: from.code, destination: to.code, state: 'draft', steps: 0 };
    known.loads.set(String(draft.id), load);
    const step = async (at: At, token: string, name: string, body: object = {}) => {
      const path = `${at.url}/v1/manifests/${draft.id}/${name}`;
      load.state = String(
        (await succeed(counts, path, { token, body: { at: new Date().toISOString(), ...body } })).state,
      );
      load.steps++;
    };
    const until = async (at: At, token: string, holds: (manifest: Record<string, unknown>) => boolean) => {
      for (;;) {
        const { status, json } = await insist(counts, `${at.url}/v1/manifests/${draft.id}`, { token });
        if (status === 200 && holds(json)) return;
        await sleep(200);
      }
    };
    await step(from, sender, 'submit');
    await until(from, sender, ({ numbering }) => numbering === 'issued');
    await step(from, sender, 'hand-over');
    await step(from, sender, 'depart', {
      plates: ['桂A12345'],
      permitNumber: '桂交运450100001',
      driver: '张三',
      from: '起点',
    });
    await until(to, receiver, ({ state }) => state === 'in_transit');
    await step(to, receiver, 'arrive');
    await step(to, receiver, 'accept', {
      lines: [{ line: 1, acceptedGrams: LOAD.massGrams - 300, acceptedPieces: LOAD.pieces, treatmentMethod: 'R4' }],
    });
    await until(from, sender, ({ state }) => state === 'accepted');
    await step(from, sender, 'close');
  }
}
