/** Registers the enterprises before the month begins, and returns their ids by name of the plan. */
import type { Enterprise } from '../plan/enterprise.ts';
import type { Province } from '../plan/place.ts';
import type { Plan } from '../plan/plan.ts';
import { clientOf, type Stage } from '../stage/stage.ts';
import { registerLaboratory } from './laboratory.ts';
import { inParallel } from './parallel.ts';
import { registerReceivers } from './receiver.ts';
import { Anything, Keys, Made } from './wire.ts';

export type Registry = {
  readonly enterprise: (key: string) => Enterprise;
  /** Id of an enterprise in the register of a province. */
  readonly party: (province: Province, key: string) => string;
  readonly site: (key: string) => string;
  /** Id of the laboratory of a province. */
  readonly laboratory: (province: Province) => string;
  /** Id of a receiver of products or by-products; null for those that take only what is disposed of. */
  readonly receiver: (province: Province, name: string) => string | null;
};

const AT_A_TIME = 8;
const WASTE_BATTERIES = '900-052-31';
const VALID = { validFrom: '2024-01-01', validTo: '2029-01-01', issuer: '演示生态环境主管部门' } as const;

/** Registers the systems with each other as partners. */
export async function introduce(stage: Stage): Promise<void> {
  const national = await stage.national.client.get('/v1/keys', Keys);
  for (const [province, { client, inside }] of stage.provinces) {
    await stage.national.client.post(
      { path: '/v1/partners', key: `partner/${inside}`, body: { code: province, baseUrl: inside } },
      Anything,
    );
    const others = [...stage.provinces].filter(([other]) => other !== province);
    const partners = await Promise.all(
      others.map(async ([code, seat]) => ({
        code,
        name: `省级系统 ${code}（演示）`,
        kind: 'province',
        baseUrl: seat.inside,
        keys: trusted(await seat.client.get('/v1/exchange/keys', Keys)),
      })),
    );
    const system = { code: 'national', name: '国家系统模拟端点（演示）', kind: 'national', sandbox: true };
    for (const partner of [...partners, { ...system, baseUrl: stage.national.inside, keys: trusted(national) }]) {
      const key = `partner/${partner.baseUrl}/${partner.keys[0]?.kid}`;
      await client.post({ path: '/v1/exchange/partners', key, body: partner }, Anything);
    }
  }
}

/** Returns the keys with which a partner is registered: valid since before the month, without an end. */
function trusted({
  keys,
}: {
  readonly keys: readonly { readonly kid: string; x: string; y: string; crv: string; kty: string }[];
}) {
  return keys.map(({ kid, kty, crv, x, y }) => ({ kid, jwk: { kty, crv, x, y }, notBefore: '2026-01-01T00:00:00Z' }));
}

/** Registers every enterprise in its home province, and receivers also across the border for loads that begin there. */
export async function registerAll(
  stage: Stage,
  { enterprises, loads }: Pick<Plan, 'enterprises' | 'loads'>,
): Promise<Registry> {
  const byKey = new Map(enterprises.map((one) => [one.key, one]));
  const enterprise = (key: string) => required(byKey.get(key), key);
  const parties = new Map<string, string>();
  const sites = new Map<string, string>();
  const abroad = new Map(
    loads
      .filter(({ origin, destination }) => origin !== destination)
      .map(({ origin, receiver }) => [`${origin}/${receiver}`, { province: origin, key: receiver }]),
  );
  const registrations = [...enterprises.map(({ province, key }) => ({ province, key })), ...abroad.values()];
  await inParallel(registrations, AT_A_TIME, async ({ province, key }) => {
    const one = enterprise(key);
    const id = await register(stage, province, one);
    parties.set(`${province}/${key}`, id);
    if (province === one.province && one.site) sites.set(key, await openSite(stage, one, id));
  });
  const laboratories = new Map<Province, string>();
  const receivers = new Map<Province, ReadonlyMap<string, string>>();
  for (const province of new Set(enterprises.map((one) => one.province))) {
    laboratories.set(province, await registerLaboratory(stage, province));
    receivers.set(province, await registerReceivers(stage, province));
  }
  await inParallel(lorriesOf(loads), AT_A_TIME, async (lorry) => {
    const carrierId = required(parties.get(`${lorry.province}/${lorry.carrier}`), lorry.carrier);
    await registerLorry(stage, carrierId, lorry);
  });
  return {
    enterprise,
    party: (province, key) => required(parties.get(`${province}/${key}`), key),
    site: (key) => required(sites.get(key), key),
    laboratory: (province) => required(laboratories.get(province), province),
    receiver: (province, name) => receivers.get(province)?.get(name) ?? null,
  };
}

async function register(stage: Stage, province: Province, one: Enterprise): Promise<string> {
  const client = clientOf(stage, province);
  const { uscc, name, cityCode, address, licence, key } = one;
  const body = { uscc, name, divisionCode: cityCode, address };
  const { id } = await client.post({ path: '/v1/parties', key: `party/${key}`, body }, Made);
  if (licence) {
    const { mode, number, annualLimitGrams, wasteCodes = [WASTE_BATTERIES] } = licence;
    const registered = { number, mode, annualLimitGrams, wasteCodes, ...VALID };
    await client.post({ path: `/v1/parties/${id}/licences`, key: `licence/${key}`, body: registered }, Anything);
  }
  return id;
}

type Lorry = { readonly province: Province; readonly carrier: string; readonly plate: string };

/** The vehicles that take part, each once for its carrier in the province that the load departs from. */
function lorriesOf(loads: Plan['loads']): Lorry[] {
  const lorries = loads.flatMap(({ origin: province, carrier, steps }) =>
    steps
      .flatMap(({ body }) => ('plates' in body ? (body.plates as readonly string[]) : []))
      .map((plate): readonly [string, Lorry] => [`${province}/${plate}`, { province, carrier, plate }]),
  );
  return [...new Map(lorries).values()];
}

export async function registerLorry(stage: Stage, carrierId: string, { province, plate }: Lorry): Promise<void> {
  const permit = {
    permitNumber: `演示运字${plate.slice(1)}`,
    permitValidFrom: '2026-01-01',
    permitValidTo: '2029-01-01',
  };
  const request = { path: `/v1/parties/${carrierId}/vehicles`, key: `vehicle/${plate}`, body: { plate, ...permit } };
  await clientOf(stage, province).post(request, Anything);
}

async function openSite(
  stage: Stage,
  { key, province, site, cityCode, address }: Enterprise,
  id: string,
): Promise<string> {
  const body = { kind: site?.kind, name: site?.name, divisionCode: cityCode, address };
  const request = { path: `/v1/parties/${id}/sites`, key: `site/${key}`, body };
  return (await clientOf(stage, province).post(request, Made)).id;
}

function required<Value>(value: Value | undefined, key: string): Value {
  if (value === undefined) throw new RangeError(`${key} is not registered`);
  return value;
}
