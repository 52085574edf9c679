/** A description (OpenAPI 3.1), read for what its examples promise. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

export type Schema = Readonly<Record<string, unknown>>;

const Node = z.record(z.string(), z.unknown());
const Shown = z.looseObject({ schema: Node.optional(), examples: z.record(z.string(), Node).optional() });
const Contents = z.record(z.string(), Shown);
const Operation = z.object({
  requestBody: z.object({ content: Contents }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: Contents.optional() })),
});
const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({
    schemas: z.record(z.string(), Node),
    examples: z.record(z.string(), z.object({ value: z.unknown() })),
  }),
});

/** An operation with the examples of its body and of its answer. */
export type Described = {
  readonly method: string;
  readonly path: string;
  /** The documented status of success. */
  readonly status: number;
  readonly hasBody: boolean;
  /** The example of the JSON body; undefined when the operation has none. */
  readonly body: unknown;
  readonly answer: { readonly schema: Schema; readonly examples: readonly unknown[] } | undefined;
};

export type Description = {
  /** Operations by method and path, such as `POST /v1/batches`. */
  readonly operations: ReadonlyMap<string, Described>;
  readonly schemas: Readonly<Record<string, Schema>>;
};

export async function readDescription(file: string): Promise<Description> {
  const { paths, components } = Document.parse(JSON.parse(await readFile(file, 'utf8')));
  const examplesIn = (content: z.infer<typeof Shown> | undefined): unknown[] =>
    Object.values(content?.examples ?? {}).map((example) => {
      const name = String(example.$ref).split('/').at(-1) ?? '';
      return '$ref' in example ? components.examples[name]?.value : example.value;
    });
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { requestBody, responses }]) => {
      const success = Object.entries(responses).find(([status]) => status.startsWith('2'));
      if (success === undefined) throw new Error(`${method} ${path} has no status of success`);
      const answer = success[1].content?.['application/json'];
      const described: Described = {
        ...{ method: method.toUpperCase(), path, status: Number(success[0]), hasBody: requestBody !== undefined },
        body: examplesIn(requestBody?.content['application/json'])[0],
        answer: answer?.schema && { schema: answer.schema, examples: examplesIn(answer) },
      };
      return [`${described.method} ${path}`, described] as const;
    }),
  );
  return { operations: new Map(operations), schemas: components.schemas };
}
