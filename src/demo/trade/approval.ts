/** Approvals of loads across the border: registered before the month, and tried without one at its end. */
import { z } from 'zod';
import { LeadloopProblem } from '../../client/index.ts';
import { composeUscc } from '../../core/identifiers/uscc.ts';
import { isoOf, MINUTE_MS, MONTH_END } from '../plan/moment.ts';
import { GUANGDONG, GUANGXI, type Province } from '../plan/place.ts';
import type { Plan } from '../plan/plan.ts';
import { clientOf, type Stage } from '../stage/stage.ts';
import { inParallel } from './parallel.ts';
import type { Registry } from './registry.ts';
import { Anything, Made } from './wire.ts';

const WASTE = '900-052-31';
const Licences = z.object({ items: z.array(z.object({ id: z.string() })) });
const AT_A_TIME = 4;
const APPROVED_GRAMS = 20_000_000_000;

type Route = { readonly origin: Province; readonly consignor: string; readonly receiver: string };

/**
 * Registers a decision for each consignor that sends to a receiver beyond the border. Loads from Guangdong travel under a list of
 * receivers that both provinces agreed on, so that they need none.
 */
export async function approveLoads(stage: Stage, registry: Registry, { loads }: Pick<Plan, 'loads'>): Promise<void> {
  const crossing = loads.filter(({ origin, destination }) => origin !== destination);
  const routes = new Map(crossing.map((load): [string, Route] => [`${load.consignor}/${load.receiver}`, load]));
  const [exempt, approved] = [
    [...routes.values()].filter(isExempt),
    [...routes.values()].filter((one) => !isExempt(one)),
  ];
  await inParallel([...approved.entries()], AT_A_TIME, async ([at, { origin, consignor, receiver }]) => {
    const between = { consignorId: registry.party(origin, consignor), receiverId: registry.party(origin, receiver) };
    await approve(stage, { origin, ...between, serial: at + 1, ...THIS_YEAR });
  });
  const receivers = [...new Set(exempt.map(({ receiver }) => registry.enterprise(receiver).uscc))];
  if (receivers.length === 0) return;
  const body = {
    ...{ grantedBy: '粤桂废铅蓄电池跨省转移白名单（演示）', wasteCodes: [WASTE], receivers },
    ...{ originProvince: GUANGDONG, destinationProvince: GUANGXI, validFrom: '2026-01-01', validTo: '2031-01-01' },
  };
  await clientOf(stage, GUANGDONG).post({ path: '/v1/transfer-exemptions', key: 'exemption', body }, Anything);
}

const isExempt = ({ origin }: Route): boolean => origin === GUANGDONG;

const THIS_YEAR = { decidedOn: '2026-09-01', requestedUntil: '2027-08-31' } as const;
const LAST_YEAR = { decidedOn: '2025-09-01', requestedUntil: '2026-08-31' } as const;

type Decision = {
  readonly origin: Province;
  readonly consignorId: string;
  readonly receiverId: string;
  readonly serial: number;
  readonly decidedOn: string;
  readonly requestedUntil: string;
};

async function approve(stage: Stage, { origin, serial, ...decision }: Decision): Promise<void> {
  const client = clientOf(stage, origin);
  const { items } = await client.get(`/v1/parties/${decision.receiverId}/licences`, Licences);
  const body = {
    ...decision,
    ...{ number: `演示环固转〔${decision.decidedOn.slice(0, 4)}〕${serial}号`, licenceId: items[0]?.id },
    ...{ quantities: [{ wasteCode: WASTE, massGrams: APPROVED_GRAMS }], treatmentMethods: ['R4'] },
    legalBasis: '《危险废物转移管理办法》第二十六条',
  };
  await client.post({ path: '/v1/approvals', key: `approval/${serial}`, body }, Anything);
}

/** A load that was not let over the border: its problem, in the language of the client. */
export type Refused = { readonly code: string; readonly detail: string };

const SERIALS = { never: 8_001, expired: 8_002 } as const;

/** Tries to send two loads from Guangxi: one without any approval, one under an approval of last year. */
export async function tryBorder(stage: Stage, registry: Registry, { loads }: Pick<Plan, 'loads'>): Promise<Refused[]> {
  const load = loads.find(({ origin, destination }) => origin === GUANGXI && destination === GUANGDONG);
  if (load === undefined) return [];
  const refused: Refused[] = [];
  for (const kind of ['never', 'expired'] as const) {
    const receiverId = registry.party(GUANGXI, load.receiver);
    const sender = await registerSender(stage, kind);
    if (kind === 'expired') {
      await approve(stage, {
        origin: GUANGXI,
        consignorId: sender.partyId,
        receiverId,
        serial: SERIALS.expired,
        ...LAST_YEAR,
      });
    }
    refused.push(await submitRefused(stage, sender, { kind, receiverId, site: registry.enterprise(load.receiver) }));
  }
  return refused;
}

type Sender = { readonly partyId: string; readonly siteId: string };

async function registerSender(stage: Stage, kind: keyof typeof SERIALS): Promise<Sender> {
  const client = clientOf(stage, GUANGXI);
  const party = {
    uscc: composeUscc('91', '450100', SERIALS[kind]),
    name: `南宁${kind === 'never' ? '甲' : '乙'}回收站（演示）`,
  };
  const body = { ...party, divisionCode: '450100' };
  const { id } = await client.post({ path: '/v1/parties', key: `border/${kind}`, body }, Made);
  const site = { kind: 'transfer_point', name: '转运点', divisionCode: '450100' };
  const made = await client.post({ path: `/v1/parties/${id}/sites`, key: `border/${kind}/site`, body: site }, Made);
  return { partyId: id, siteId: made.id };
}

type Destination = {
  readonly kind: string;
  readonly receiverId: string;
  readonly site: ReturnType<Registry['enterprise']>;
};

async function submitRefused(
  stage: Stage,
  { partyId, siteId }: Sender,
  { kind, receiverId, site }: Destination,
): Promise<Refused> {
  const client = clientOf(stage, GUANGXI);
  const post = (path: string, body: object) =>
    client.post({ path, key: `border/${kind}${path}`, body, as: partyId }, Made);
  const mass = { massGrams: 500_000, pieces: 30 };
  const lot = {
    ...{ origin: 'collected', siteId, batteryKind: 'starter', riskClass: 'I', condition: 'whole', ...mass },
    ...{ sourceType: 'repair-shop', occurredAt: isoOf(MONTH_END - 20 * MINUTE_MS) },
  };
  const { id: batchId } = await post('/v1/batches', lot);
  const { id } = await post('/v1/manifests', {
    ...{ carrierId: partyId, receiverId, consignorSiteId: siteId },
    receiverSite: { name: site.site?.name, divisionCode: site.cityCode, address: site.address },
    lines: [{ batchId, ...mass, packaging: 'pallet', packages: 1 }],
  });
  try {
    await post(`/v1/manifests/${id}/submit`, { at: isoOf(MONTH_END - 10 * MINUTE_MS) });
  } catch (error) {
    if (error instanceof LeadloopProblem) return { code: error.code, detail: error.body.detail };
    throw error;
  }
  return { code: 'submitted', detail: id };
}
