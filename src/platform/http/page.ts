/** Lists in pages: `items` and the opaque cursor `nextCursor` of the next page, null at the end. */
import { z } from 'zod';
import { examplesOf, named, nameOf } from './description/named.ts';
import { httpProblem } from './problems.ts';
import { expected } from './validation/index.ts';
import { spelled } from './validation/texts.ts';

const PAGE_LIMIT_MAX = 200;

/** The query of every list; features add their filters. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT_MAX).default(50).describe('Maximum number of items, 1 to 200'),
  cursor: expected(spelled('token').regex(/^[\w-]{1,300}$/), {
    en: 'the nextCursor of the page before, as it was given',
    zh: '上一页返回的 nextCursor 原值',
  })
    .optional()
    .describe('nextCursor of the page before'),
});

const makePage = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item).describe('At most `limit` records, in the order of the list'),
    nextCursor: z.string().nullable().describe('To be sent as `cursor` for the next page; null at the end'),
  });

const pages = new WeakMap<z.ZodType, z.ZodType>();

/** Returns the schema of a page of named items. The page of `Party` has the name `PartyPage`, once for all its lists. */
export function pageOf<Item extends z.ZodType>(item: Item): ReturnType<typeof makePage<Item>> {
  const known = pages.get(item);
  if (known !== undefined) return known as ReturnType<typeof makePage<Item>>;
  const name = nameOf(item);
  const examples = examplesOf(name)
    .slice(0, 1)
    .map((example) => ({ items: [example as z.input<Item>], nextCursor: null }));
  const page = named(`${name}Page`, `Page of a list of \`${name}\`.`, makePage(item), ...examples);
  pages.set(item, page);
  return page;
}

export type Page<Item> = { items: Item[]; nextCursor: string | null };

/** Makes a page from `limit + 1` rows; `keyOf` returns the cursor key of the last row. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => string,
  toItem: (row: Row) => Item,
): Page<Item> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: page.map(toItem), nextCursor: more ? Buffer.from(keyOf(last)).toString('base64url') : null };
}

/** Reads the key in a cursor, checked by its schema. @throws Problem `cursor-invalid` */
export function readCursor<Place>(cursor: string | undefined, schema: z.ZodType<Place>): Place | undefined {
  if (cursor === undefined) return undefined;
  const place = schema.safeParse(Buffer.from(cursor, 'base64url').toString());
  if (!place.success) throw httpProblem('cursor-invalid', { pointer: '#/query/cursor' });
  return place.data;
}
