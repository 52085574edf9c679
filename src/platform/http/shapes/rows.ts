/** Wire shapes of bulk requests: many records in one request, each row read alone. */
import { z } from 'zod';
import { namedCodes } from '../description/named.ts';
import { expected } from '../validation/index.ts';
import { Id, spelled } from '../validation/texts.ts';

const RowKey = expected(
  spelled('same')
    .max(255)
    .regex(/^[\x21-\x7e]+$/),
  {
    en: '1 to 255 printable ASCII characters',
    zh: '1 至 255 个可打印 ASCII 字符',
    example: '2026-10-05/17',
  },
)
  .optional()
  .describe('Key of this row; default: <header key>/<row>');

/** Rows of a bulk request: each is read alone. @param form of a row, for the description */
export const rowsOf = (form: string) => z.array(z.unknown().describe(form)).min(1).max(1_000);

const BulkOutcomeCode = namedCodes(
  'BulkOutcome',
  'Outcome of a row of a bulk request',
  ['recorded', 'replayed', 'refused'],
  {
    recorded: { en: 'recorded now', zh: '本次记录' },
    replayed: { en: 'recorded by an earlier request', zh: '此前已记录' },
    refused: { en: 'refused', zh: '未予记录' },
  },
);

/** Counts and results of a bulk request. @param noun what a row records @param path of the single request */
export const resultsOf = (noun: string, path: string) => ({
  recorded: z.int().describe('Rows that were recorded now'),
  replayed: z.int().describe('Rows that were recorded by an earlier request'),
  refused: z.int().describe('Rows with a problem'),
  items: z
    .array(
      z.object({
        row: z.int().describe('Position in the request, from 0'),
        outcome: BulkOutcomeCode.describe('recorded: now; replayed: by an earlier request; refused: see problem'),
        id: Id.optional().describe(`The ${noun} that was recorded now or earlier`),
        problem: z
          .looseObject({
            code: z.string().describe('Stable code of the problem'),
            title: z.string().describe('The kind of problem'),
            detail: z.string().describe('The case in words'),
          })
          .optional()
          .describe(`Why the row is refused, as a problem of ${path}`),
      }),
    )
    .describe('One result for each row, in the order of the request'),
});

/** Form of a row: the member with the record, and other members, such as the id of what it is about. */
export type RowForm<Body, More extends z.ZodRawShape = Record<never, never>> = {
  readonly member: string;
  /** The single request that takes the same record, such as `POST /v1/batches`. */
  readonly like: string;
  readonly schema: z.ZodType<Body>;
  readonly more?: More;
  /** Member that stands for the `id` of the path of the single request. */
  readonly id?: string;
};

/** Schema of a row around its record, which is read alone. */
export const rowSchemaOf = <Body, More extends z.ZodRawShape>({
  member,
  like,
  more,
}: Pick<RowForm<Body, More>, 'member' | 'like' | 'more'>) =>
  z.strictObject({
    idempotencyKey: RowKey,
    ...(more ?? ({} as More)),
    [member]: z.unknown().describe(`As in ${like}`),
  });
