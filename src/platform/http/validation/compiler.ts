/** Checking requests against their zod schemas. */
import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import type { Failed, Issue } from './faults.ts';
import { containersOf } from './fields.ts';

/** A request that breaks its schema. `part` is `body`, `querystring`, `params` or `headers`. */
export class ValidationFailure extends Error implements Failed {
  override readonly name = 'ValidationFailure';
  readonly statusCode = 400;
  readonly schema: z.ZodType;
  readonly issues: readonly Issue[];
  readonly part: string;
  /** Names of the address, nearest first. */
  readonly containers: readonly string[];

  constructor({ schema, issues, part }: Failed & { readonly schema: z.ZodType }, url: string) {
    super('the request does not match its schema');
    this.schema = schema;
    this.issues = issues;
    this.part = part;
    this.containers = containersOf(url);
  }
}

export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart = 'body', url = '' }) =>
  (data: unknown) => {
    const result = schema.safeParse(data, { reportInput: true });
    if (result.success) return { value: result.data };
    return { error: new ValidationFailure({ schema, issues: result.error.issues, part: httpPart }, url) };
  };
