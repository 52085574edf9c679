/** The texts of both descriptions: what an integrator reads before the first call. */
import { readFile } from 'node:fs/promises';
import { expect, describe as group, it } from 'vitest';
import { z } from 'zod';
import { describeNational, NATIONAL_FILE } from '../src/national-standin/description.ts';
import { OPENAPI_FILE } from '../src/openapi.ts';
import { findRepeatedLists, findRepeating, findUnexampled, sentencesIn } from './openapi-faults.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FILE_TYPES = ['application/pdf', 'application/ofd', 'image/jpeg', 'image/png'];

/** Bodies and answers without an example. Workbooks are binary, and `text/csv` shows their columns. */
const WITHOUT_EXAMPLE = [
  'get /v1/assessments/{id}/evidence 200 application/zip',
  'get /v1/assessments/{id}/report 200 application/pdf',
  `get /v1/assessments/{id}/report 200 ${WORKBOOK}`,
  `get /v1/exports/{kind} 200 ${WORKBOOK}`,
  ...FILE_TYPES.map((type) => `post /v1/files body ${type}`),
  ...FILE_TYPES.map((type) => `get /v1/files/{id}/content 200 ${type}`),
  ...['licences', 'parties', 'sites', 'vehicles'].map((kind) => `post /v1/imports/${kind} body ${WORKBOOK}`),
  `get /v1/imports/{kind}/template 200 ${WORKBOOK}`,
  ...['comparison', 'ranking'].map((name) => `get /v1/recovery/${name} 200 ${WORKBOOK}`),
  `get /v1/recovery/report 200 application/pdf`,
  `get /v1/recovery/report 200 ${WORKBOOK}`,
  `get /v1/recovery/series 200 ${WORKBOOK}`,
];

const Operation = z.object({
  summary: z.string(),
  description: z.string(),
  parameters: z.array(z.looseObject({ in: z.string().optional() })).default([]),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.unknown()),
  security: z.array(z.record(z.string(), z.unknown())).default([]),
});
const InvalidRequest = z.object({
  content: z.object({
    'application/problem+json': z.object({
      examples: z.object({
        'request-invalid': z.object({
          value: z.object({
            code: z.literal('request-invalid'),
            errors: z
              .array(z.object({ pointer: z.string(), rule: z.string(), detail: z.string(), remedy: z.string() }))
              .min(1),
          }),
        }),
      }),
    }),
  }),
});
const Schemas = z.record(z.string(), z.record(z.string(), z.unknown()));
const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: Schemas }),
});

it('the description of the stand-in is the committed one; run "npm run openapi" when it is not', async () => {
  expect(await describeNational()).toBe(await readFile(NATIONAL_FILE, 'utf8'));
});

group.each([
  ['the API', OPENAPI_FILE, 80],
  ['the stand-in', NATIONAL_FILE, 7],
])('the description of %s', async (_, file, least) => {
  const whole = JSON.parse(await readFile(file, 'utf8'));
  const document = Document.parse(whole);
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { summary, description, parameters, requestBody, responses, security }]) => ({
      ...{ name: `${method} ${path}`, summary, invalid: responses['400'], guarded: security.length > 0 },
      hasInput: requestBody !== undefined || parameters.some(({ in: place }) => place === 'query' || place === 'path'),
      // The paragraph about roles follows the text of the operation.
      text: description.split('\n\n')[0] ?? '',
    })),
  );

  it('explains every operation in two to five sentences', () => {
    const outside = operations.filter(({ text }) => sentencesIn(text) < 2 || sentencesIn(text) > 5);
    expect(outside.map(({ name, text }) => `${name}: ${text}`)).toEqual([]);
    expect(operations.length).toBeGreaterThan(least);
  });

  it('explains every operation in words of its own', () => {
    for (const part of ['summary', 'text'] as const) {
      const groups = [...Map.groupBy(operations, (operation) => operation[part]).values()];
      const shared = groups.filter(({ length }) => length > 1).map((group) => group.map(({ name }) => name));
      expect(shared, part).toEqual([]);
    }
  });

  it('shows for every operation with input what an invalid request is answered', () => {
    const silent = operations.filter(({ hasInput, invalid }) => hasInput && !InvalidRequest.safeParse(invalid).success);
    expect(silent.map(({ name }) => name)).toEqual([]);
    expect(operations.filter(({ hasInput }) => hasInput).length).toBeGreaterThan(least / 3);
  });

  it('lists the refusal of unknown parameters for every operation that needs a token', () => {
    const silent = operations.filter(
      ({ guarded, invalid }) => guarded && !/request-invalid/.test(JSON.stringify(invalid)),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('shows an example of every body and answer, in each of its media types', () => {
    const allowed = file === OPENAPI_FILE ? WITHOUT_EXAMPLE : [];
    expect(findUnexampled(whole)).toEqual(allowed);
  });

  it('names every list of codes that several places use', () => {
    expect(findRepeatedLists(document)).toEqual([]);
  });

  it('says more about a field than its name', () => {
    const repeating = Object.entries(document.components.schemas).flatMap(([name, one]) => findRepeating(one, name));
    expect(repeating).toEqual([]);
  });
});

group('a search of a description', () => {
  const list = { enum: ['a', 'b'] };

  it('finds bodies and answers without an example, also behind references', () => {
    const components = {
      responses: { Silent: { content: { 'text/csv': {} } } },
      examples: { Shown: { value: 'x' }, Empty: {} },
    };
    const content = {
      'application/json': { examples: { Shown: { $ref: '#/components/examples/Shown' } } },
      'text/csv': { examples: { Empty: { $ref: '#/components/examples/Empty' } } },
      'text/plain': { example: 'x' },
    };
    const responses = { 200: { content }, 400: { $ref: '#/components/responses/Silent' }, 204: {} };
    const paths = { '/x': { post: { requestBody: { content: { 'text/xml': {} } }, responses } } };
    expect(findUnexampled({ components, paths })).toEqual([
      'post /x body text/xml',
      'post /x 200 text/csv',
      'post /x 400 text/csv',
    ]);
  });

  it('finds a list of codes in two places, in any order, and not a single code', () => {
    const [one, other] = [
      { x: list, y: { enum: ['only'] } },
      { z: { enum: ['b', 'a'] }, w: { enum: ['only'] } },
    ];
    expect(findRepeatedLists({ one, other })).toEqual(['a, b: #/one/x #/other/z']);
    expect(findRepeatedLists({ one })).toEqual([]);
  });

  it.each([
    ['Code', 'code', 'The code', true],
    ['Vehicle', 'plate', 'Plate number (车牌号)', true],
    ['RegisterSite', 'address', 'Address (地址)', true],
    ['Batch', 'partyId', 'Organisation that has the batch', false],
    ['Vehicle', 'plate', 'Plate as the register wrote it, without spaces', false],
  ])('judges %s.%s: %s', (record, field, description, repeats) => {
    const found = findRepeating({ properties: { [field]: { description } } }, record);
    expect(found).toEqual(repeats ? [`${record}.${field}: ${description}`] : []);
  });
});
