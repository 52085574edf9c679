/** Headers of requests and answers, each described once. */
import type { Node } from './json.ts';

/** Headers of requests, by the names of their components. */
export const PARAMETERS = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
    example: '0199f2c4-5b1e-7d30-9a44-2f0d1c7be001',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description:
      'ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version',
    schema: { type: 'string', pattern: '^(\\*|"\\d{1,7}")$' },
    example: '"3"',
  },
  IfMatchOfChange: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description:
      'ETag of the record that you have read. When the record has changed since, the change is refused with 412; without the header, with 428. `*`: any version',
    schema: { type: 'string', pattern: '^(\\*|"\\d{1,7}")$' },
    example: '"3"',
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'Language of problems, warnings and names: `zh` or `en`; English if absent',
    schema: { type: 'string', maxLength: 200 },
    example: 'zh-CN',
  },
  PersonalDataPurpose: {
    name: 'Personal-Data-Purpose',
    in: 'header',
    required: false,
    description:
      'Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it',
    schema: { type: 'string', maxLength: 2_000 },
    example: 'complaint%2042',
  },
} as const;

export const parameterRef = (name: keyof typeof PARAMETERS): Node => ({ $ref: `#/components/parameters/${name}` });

const text = (description: string, example: string, more: Node = {}): Node => ({
  description,
  schema: { type: 'string', ...more },
  example,
});

/** Headers of answers. */
export const RESPONSE_HEADERS: Readonly<Record<string, Node>> = {
  'X-Request-Id': text('Identifier of the request in the log', '01990000-0000-7000-8000-000000000009', {
    format: 'uuid',
  }),
  'Idempotency-Replayed': text('`true` when the answer is the stored one of an earlier request with this key', 'true'),
  ETag: text('Version of the record, for `If-Match`', '"3"'),
  Location: text('Address of the record that was created', '/v1/batches/01990000-0000-7000-8000-000000000002', {
    format: 'uri-reference',
  }),
  'Retry-After': {
    description: 'Seconds to wait before the next attempt',
    schema: { type: 'integer', minimum: 1 },
    example: 1,
  },
  'Personal-Data': text('`masked`: personal data is hidden; `clear`: it is shown, and the journal says why', 'masked', {
    enum: ['masked', 'clear'],
  }),
  'WWW-Authenticate': text('Why the token is refused (RFC 6750, RFC 9449)', 'Bearer error="invalid_token"'),
};

/** `Location` and `ETag` with the values of the example that the answer shows. */
export const shownHeaders = (values: { readonly Location?: string; readonly ETag?: string }): Node =>
  Object.fromEntries(Object.entries(values).map(([name, example]) => [name, { ...RESPONSE_HEADERS[name], example }]));

export const headerRefs = (names: readonly string[]): Node =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
