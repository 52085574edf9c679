/** Compares the copies of every manifest in all systems by reading each of them. */
import { z } from 'zod';
import type { Client } from '../client.ts';
import type { Stage } from '../stage/stage.ts';
import { Manifest } from '../trade/wire.ts';

const HeldShape = z.object({ id: z.string(), version: z.int(), digest: z.string(), state: z.string() });
type Held = z.output<typeof HeldShape>;

type Disagreement = {
  readonly id: string;
  readonly number: string | null;
  /** Such as `45: closed, version 9, 1f3a…; national: missing`. */
  readonly copies: string;
};

export type Agreement = {
  readonly manifests: readonly Manifest[];
  readonly crossProvince: number;
  readonly agreedEverywhere: number;
  readonly disagreements: readonly Disagreement[];
  /** Number of manifests that each province holds. */
  readonly held: ReadonlyMap<string, number>;
};

/** Reads all manifests of all systems and compares version, digest and state. */
export async function compareManifests(stage: Stage): Promise<Agreement> {
  const [national, ...books] = await Promise.all([
    listAll(stage.national.client, '/v1/manifests', HeldShape),
    ...[...stage.provinces].map(async ([province, { client }]) => ({
      province,
      manifests: await listAll(client, '/v1/manifests', Manifest),
    })),
  ]);
  const places = new Map<string, ReadonlyMap<string, Held>>([
    ['national', byId(national)],
    ...books.map(({ province, manifests }) => [province, byId(manifests)] as const),
  ]);
  const known = new Map(books.flatMap(({ manifests }) => manifests.map((one) => [one.id, one] as const)));
  const disagreements = [...known.values()].flatMap((manifest) => differences(manifest, places));
  const strangers = national.filter(({ id }) => !known.has(id));
  const manifests = [...known.values()].map((one) => {
    const atHome = books.find(({ province }) => province === one.originProvince)?.manifests;
    return atHome?.find(({ id }) => id === one.id) ?? one;
  });
  return {
    manifests,
    crossProvince: manifests.filter(({ originProvince, destinationProvince: to }) => originProvince !== to).length,
    agreedEverywhere: manifests.length - disagreements.length,
    disagreements: [
      ...disagreements,
      ...strangers.map(({ id }) => ({ id, number: null, copies: 'held by the national system alone' })),
    ],
    held: new Map(books.map(({ province, manifests: { length } }) => [province, length])),
  };
}

const byId = <Item extends Held>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

/** Returns undefined when all systems that must have the manifest have the same version, digest and state. */
function differences(manifest: Manifest, places: ReadonlyMap<string, ReadonlyMap<string, Held>>): Disagreement[] {
  const { id, number, originProvince, destinationProvince } = manifest;
  const holders = [...new Set([originProvince, destinationProvince, 'national'])].filter((one) => places.has(one));
  const held = holders.map((holder) => ({ holder, held: places.get(holder)?.get(id) }));
  const said = new Set(held.map(({ held: one }) => (one ? `${one.version} ${one.digest} ${one.state}` : 'missing')));
  if (said.size === 1 && !said.has('missing')) return [];
  const copies = held.map(({ holder, held: one }) =>
    one ? `${holder}: ${one.state}, version ${one.version}, ${one.digest.slice(0, 8)}…` : `${holder}: missing`,
  );
  return [{ id, number, copies: copies.join('; ') }];
}

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
