/** The schema of problem details in the description. */
import type { CatalogueEntry } from '../problem-details.ts';

/**
 * Returns the schema of a problem with the codes of a catalogue. The list may grow. So it is an extension, which refuses
 * no further codes.
 */
export const problemSchemaOf = (catalogue: readonly CatalogueEntry[]) => ({
  type: 'object' as const,
  additionalProperties: true,
  description: 'Problem details (RFC 9457). Further members are facts of the case.',
  required: ['type', 'title', 'status', 'detail', 'code', 'remedy'],
  properties: {
    type: { type: 'string' as const, description: 'Address of the problem in the catalogue' },
    title: { type: 'string' as const, description: 'The kind of problem, in the language of Accept-Language' },
    status: { type: 'integer' as const, description: 'HTTP status' },
    detail: { type: 'string' as const, description: 'The case in words, in the language of Accept-Language' },
    instance: { type: 'string' as const, description: 'The request, for the log' },
    code: {
      type: 'string' as const,
      description: 'Stable; never changes its meaning. The list may grow',
      'x-extensible-enum': codesOf(catalogue),
    },
    remedy: { type: 'string' as const, description: 'What to do' },
    pointer: { type: 'string' as const, description: 'The field at fault, such as #/body/massGrams' },
    errors: {
      type: 'array' as const,
      description: 'Each field at fault, for `request-invalid`',
      items: {
        type: 'object' as const,
        required: ['pointer', 'rule', 'detail', 'remedy'],
        properties: {
          pointer: { type: 'string' as const, description: 'The field, such as #/body/lines/0/massGrams' },
          rule: { type: 'string' as const, description: 'The rule that it breaks' },
          detail: { type: 'string' as const, description: 'What is expected of it' },
          remedy: { type: 'string' as const, description: 'What to do' },
        },
      },
    },
  },
});

const codesOf = (catalogue: readonly CatalogueEntry[]): string[] =>
  catalogue
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code)
    .toSorted();
