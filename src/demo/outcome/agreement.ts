/** Compares the copies of every manifest in all systems by reading each of them. */
import { z } from 'zod';
import type { Bilingual, Language } from '../../core/messages/language.ts';
import type { Client } from '../client.ts';
import type { Stage } from '../stage/stage.ts';
import { Manifest } from '../trade/wire.ts';
import { stateWord } from './report-texts.ts';

const CopyShape = z.object({ id: z.string(), version: z.int(), digest: z.string(), state: z.string() });
type Copy = z.output<typeof CopyShape>;

type Disagreement = {
  readonly id: string;
  readonly number: string | null;
  /** Such as `45: closed, version 9, 1f3a…; national: missing`. */
  readonly copies: Bilingual;
};

export type Agreement = {
  readonly manifests: readonly Manifest[];
  readonly crossProvince: number;
  readonly agreedEverywhere: number;
  readonly disagreements: readonly Disagreement[];
  /** Number of manifests in each province. */
  readonly countByProvince: ReadonlyMap<string, number>;
};

const ONLY_NATIONAL: Bilingual = { en: 'only the national system has it', zh: '仅国家系统有此联单' };

/** Reads all manifests of all systems and compares version, digest and state. */
export async function compareManifests(stage: Stage): Promise<Agreement> {
  const [national, ...provinces] = await Promise.all([
    listAll(stage.national.client, '/v1/manifests', CopyShape),
    ...[...stage.provinces].map(async ([province, { client }]) => ({
      province,
      manifests: await listAll(client, '/v1/manifests', Manifest),
    })),
  ]);
  const systems = new Map<string, ReadonlyMap<string, Copy>>([
    ['national', byId(national)],
    ...provinces.map(({ province, manifests }) => [province, byId(manifests)] as const),
  ]);
  const inProvinces = new Map(provinces.flatMap(({ manifests }) => manifests.map((one) => [one.id, one] as const)));
  const disagreements = [...inProvinces.values()].flatMap((manifest) => differences(manifest, systems));
  const onlyNational = national.filter(({ id }) => !inProvinces.has(id));
  const manifests = [...inProvinces.values()].map((one) => {
    const atHome = provinces.find(({ province }) => province === one.originProvince)?.manifests;
    return atHome?.find(({ id }) => id === one.id) ?? one;
  });
  return {
    manifests,
    crossProvince: manifests.filter(({ originProvince, destinationProvince: to }) => originProvince !== to).length,
    agreedEverywhere: manifests.length - disagreements.length,
    disagreements: [...disagreements, ...onlyNational.map(({ id }) => ({ id, number: null, copies: ONLY_NATIONAL }))],
    countByProvince: new Map(provinces.map(({ province, manifests: { length } }) => [province, length])),
  };
}

const byId = <Item extends Copy>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

/** Returns no item when all systems that must have the manifest have the same version, digest and state. */
function differences(manifest: Manifest, systems: ReadonlyMap<string, ReadonlyMap<string, Copy>>): Disagreement[] {
  const { id, number, originProvince, destinationProvince } = manifest;
  const owners = [...new Set([originProvince, destinationProvince, 'national'])].filter((one) => systems.has(one));
  const copies = owners.map((system) => ({ system, copy: systems.get(system)?.get(id) }));
  const contents = new Set(copies.map(({ copy }) => copy && `${copy.version} ${copy.digest} ${copy.state}`));
  if (contents.size === 1 && !contents.has(undefined)) return [];
  const shown = (language: Language, separator: string) =>
    copies.map(({ system, copy }) => COPY[language](system, copy)).join(separator);
  return [{ id, number, copies: { en: shown('en', '; '), zh: shown('zh', '；') } }];
}

const COPY: Readonly<Record<Language, (system: string, copy: Copy | undefined) => string>> = {
  en: (system, copy) =>
    copy ? `${system}: ${stateWord(copy.state, 'en')}, version ${copy.version}, ${begin(copy)}` : `${system}: missing`,
  zh: (system, copy) => {
    const name = system === 'national' ? '国家系统' : system;
    return copy
      ? `${name}：${stateWord(copy.state, 'zh')}，版本 ${copy.version}，摘要 ${begin(copy)}`
      : `${name}：没有此联单`;
  },
};

const begin = ({ digest }: Copy): string => `${digest.slice(0, 8)}…`;

const PAGE = 200;

/** Reads every item of a list, page by page. */
async function listAll<Shape extends z.ZodType>(client: Client, path: string, item: Shape): Promise<z.output<Shape>[]> {
  const page = z.object({ items: z.array(item), nextCursor: z.string().nullable() });
  const found: z.output<Shape>[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { items, nextCursor } = await client.get(`${path}?limit=${PAGE}${query}`, page);
    found.push(...items);
    cursor = nextCursor;
  }
  return found;
}
