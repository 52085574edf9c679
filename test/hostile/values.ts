/** Values of parameters, by their name and schema. */
import type { Operation, Schema } from './operations.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

type Place = {
  readonly world: World;
  readonly operation: Pick<Operation, 'path'> & Partial<Pick<Operation, 'name'>>;
  readonly random: Random;
  readonly partyId: string;
};

/** Parameters that name a record, with the pool of it. */
const RECORDS: Readonly<Record<string, string>> = {
  ...{ siteId: 'site', batchId: 'batch', partyId: 'party', manifestId: 'manifest' },
};

/** Values of parameters with a pattern. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  ...{ uscc: ['91450100000001011K'], name: ['公司', '演示', '甲'], number: ['20264501000001'], subject: ['journal:1'] },
  ...{ provinceCode: ['45', '44'], originProvince: ['45', '44'], destinationProvince: ['45', '46'] },
  ...{
    month: ['2026-10', '2026-09'],
    period: ['2026-10'],
    handedOverMonth: ['2026-10'],
    material: ['refined_lead', 'slag'],
  },
  ...{ from: ['2026-09'], to: ['2026-11'], on: ['2026-10-14'], countedOn: ['2026-10-14'], share: ['0', '0.5'] },
  ...{ partner: ['44', 'national'], code: ['44', '46', 'national'], after: ['0', '3', '50'], term: ['products'] },
  ...{
    inStock: ['true', 'false'],
    beforeNumber: ['true', 'false'],
    againstCompletion: ['true', 'false'],
    dryRun: ['true'],
  },
};

/** Returns a value that the parameter accepts; undefined when the world has none. */
export function parameterValue(
  { world, operation, random, partyId }: Place,
  name: string,
  schema: Schema,
): string | undefined {
  if (name === 'cursor') {
    const known = world.pools.cursors.get(operation.name ?? '') ?? [];
    return known.length === 0 ? undefined : random.pick(known);
  }
  const noun = RECORDS[name];
  if (noun === 'party') return random.chance(0.8) ? partyId : world.pools.pick(random, noun)?.id;
  if (noun !== undefined) return world.pools.pick(random, noun, partyId)?.id;
  if (name === 'subject') return subject({ world, random, partyId });
  const codes = codesOf(schema);
  if (codes.length > 0) return random.pick(codes);
  if (operation.path === '/v1/flows/records' && (name === 'from' || name === 'to')) return random.pick(['4501', '44']);
  if (operation.path === '/problems/{code}') return random.pick(['idempotency-key-invalid', 'request-invalid']);
  const words = WORDS[name];
  if (words) return random.pick(words);
  if (schema.type === 'integer') return String(Number(schema.minimum ?? 0) + random.below(100));
  return undefined;
}

function subject({ world, random, partyId }: Omit<Place, 'operation'>): string {
  const noun = random.pick(['batch', 'manifest', 'run', 'party']);
  return `${noun}:${world.pools.pick(random, noun, partyId)?.id}`;
}

/** The codes of a parameter, also where its schema is a union. */
function codesOf(schema: Schema): string[] {
  if (Array.isArray(schema.enum)) return schema.enum.map(String);
  const parts = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  return parts.flatMap((part) => codesOf(part as Schema));
}
