/** Compares the example of an answer with the real answer: the same members, with values of the same type. */
import type { Description, Schema } from './description.ts';

/** Results of all comparisons of a story, by places such as `Batch.siteId` or `Manifest.lines[]`. */
export type Comparison = {
  readonly differences: Set<string>;
  /** Places of examples with a value, for which an answer had a value as well. */
  readonly seen: Set<string>;
  /** Places of examples with a value, for which an answer had null or an empty list. */
  readonly unseen: Set<string>;
};

export const newComparison = (): Comparison => ({ differences: new Set(), seen: new Set(), unseen: new Set() });

/** Places that no answer has shown: nothing proves that the example is right there. */
export const unproven = ({ seen, unseen }: Comparison): string[] => [...unseen].filter((place) => !seen.has(place));

type Pair = { readonly schema: Schema; readonly example: unknown; readonly real: unknown; readonly place: string };

/** Members that say in which state a record is. */
const STATE = /^(state|status|version|numbering)$/;
/** Members that are null until something has happened. */
const EVENT = /(At|On|Reason|Grams|Pieces|BatchId|number|paper|transport)$/;

/** The version of a registered record counts its earlier steps, of which the story takes some in other places. */
const COUNTS_STEPS = /^POST \/v1\/(parties|people|clients)\/\{id\}\//;

/** Returns the members in which an answer to a command shows another state than its example, also inside its lists. */
export function stateDifferences(example: unknown, real: unknown, place: string): string[] {
  if (Array.isArray(example) && Array.isArray(real)) {
    const counts =
      example.length === real.length
        ? []
        : [`${place}: the example has ${example.length} items, the answer ${real.length}`];
    return [
      ...counts,
      ...example.flatMap((one, at) => (at < real.length ? stateDifferences(one, real[at], `${place}[]`) : [])),
    ];
  }
  if (!isObject(example) || !isObject(real)) return [];
  return Object.keys(example).flatMap((key) => {
    const [one, other] = [example[key], real[key]];
    if (key === 'version' && COUNTS_STEPS.test(place)) return [];
    const differs = STATE.test(key) ? one !== other : EVENT.test(key) && (one === null) !== (other === null);
    const own = differs
      ? [`${place}.${key}: the example shows ${JSON.stringify(one)}, the answer ${JSON.stringify(other)}`]
      : [];
    return [...own, ...stateDifferences(one, other, `${place}.${key}`)];
  });
}

export function compare(schemas: Description['schemas'], pair: Pair, into: Comparison): void {
  const { example, real } = pair;
  if (example === null) return;
  if (real === null) {
    into.unseen.add(pair.place);
    return;
  }
  into.seen.add(pair.place);
  const { schema, name } = resolve(schemas, pair.schema);
  const place = name ?? pair.place;
  if (Array.isArray(example) && Array.isArray(real)) {
    const item = `${place}[]`;
    if (example.length > 0 && real.length === 0) into.unseen.add(item);
    if (example.length === 0 || real.length === 0) return;
    into.seen.add(item);
    compare(schemas, { schema: asSchema(schema.items), example: example[0], real: real[0], place: item }, into);
  } else if (isObject(example) && isObject(real)) {
    compareMembers(schemas, { schema, example, real, place }, into);
  } else if (kindOf(example) !== kindOf(real) && !('anyOf' in schema)) {
    into.differences.add(`${place}: the example is of type ${kindOf(example)}, the answer of type ${kindOf(real)}`);
  }
}

type Objects = Pair & { readonly example: Schema; readonly real: Schema };

function compareMembers(
  schemas: Description['schemas'],
  { schema, example, real, place }: Objects,
  into: Comparison,
): void {
  // Open objects, such as the facts of a warning, have other members each time.
  if (!isObject(schema.properties) || isObject(schema.additionalProperties)) return;
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  for (const key of new Set([...Object.keys(example), ...Object.keys(real)])) {
    const lacking = key in example ? (key in real ? undefined : 'answer') : 'example';
    if (lacking === undefined) {
      const member = asSchema(schema.properties[key]);
      compare(schemas, { schema: member, example: example[key], real: real[key], place: `${place}.${key}` }, into);
    } else if (required.has(key) || !(key in schema.properties)) {
      into.differences.add(`${place}.${key}: the ${lacking} lacks it`);
    }
  }
}

/** Follows references, and the branch of a union that is not null. */
function resolve(schemas: Description['schemas'], schema: Schema): { schema: Schema; name?: string } {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined;
  if (name !== undefined) {
    const named = resolve(schemas, asSchema(schemas[name]));
    return isObject(named.schema.properties) ? { name, ...named } : { schema: named.schema };
  }
  const branches = Array.isArray(schema.anyOf) ? schema.anyOf.map(asSchema) : [];
  const [only, ...others] = branches.filter(({ type }) => type !== 'null');
  return only !== undefined && others.length === 0 ? resolve(schemas, only) : { schema };
}

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asSchema = (value: unknown): Schema => (isObject(value) ? value : {});
const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);
