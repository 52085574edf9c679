/** Finding the schema of a place in a request. */
import type { z } from 'zod';

export type Schema = z.core.$ZodType;

type Inner = {
  readonly innerType?: Schema;
  readonly in?: Schema;
  readonly out?: Schema;
  readonly getter?: () => Schema;
};

/** A schema and those it wraps (optional, nullable, with a default, with a transformation), the innermost last. */
export function unwrap(schema: Schema): Schema[] {
  const layers = [schema];
  for (let next = innerOf(schema); next !== undefined; next = innerOf(next)) layers.push(next);
  return layers;
}

function innerOf({ _zod: { def } }: Schema): Schema | undefined {
  const { innerType, in: input, out, getter } = def as Inner;
  if (input !== undefined) return input._zod.def.type === 'transform' ? out : input;
  return innerType ?? getter?.();
}

type Composite = {
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly catchall?: Schema;
  readonly element?: Schema;
  readonly items?: readonly Schema[];
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
  readonly left?: Schema;
  readonly right?: Schema;
};

/** The schema of a place below another; undefined where none is known. */
export function schemaAt(schema: Schema, path: readonly PropertyKey[]): Schema | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  for (const next of membersOf(schema, step)) {
    const found = schemaAt(next, rest);
    if (found) return found;
  }
  return undefined;
}

function membersOf(schema: Schema, step: PropertyKey): Schema[] {
  const inner = unwrap(schema).at(-1);
  if (inner === undefined) return [];
  const { shape, catchall, element, items, valueType, options, left, right } = inner._zod.def as Composite;
  if (shape) {
    const own = Object.hasOwn(shape, step) ? shape[String(step)] : catchall;
    return own ? [own] : [];
  }
  const branches = [...(options ?? []), ...(left ? [left] : []), ...(right ? [right] : [])];
  if (branches.length > 0) return branches.flatMap((branch) => membersOf(branch, step));
  return [element ?? items?.[Number(step)] ?? valueType].filter((one) => one !== undefined);
}

/** The names of the fields of an object schema. */
export function keysOf(schema: Schema | undefined): string[] {
  const inner = schema && unwrap(schema).at(-1);
  return Object.keys((inner?._zod.def as Composite | undefined)?.shape ?? {});
}
