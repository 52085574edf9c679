import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { coreProblem } from '../../../../src/core/problems.ts';
import { authProblem } from '../../../../src/platform/auth/index.ts';
import { httpProblem, Id, MassGrams, named, PageQuery } from '../../../../src/platform/http/index.ts';
import { createHttp, publishDescription } from '../../../../src/platform/http/serving.ts';
import { createLog } from '../../../../src/platform/operation/log.ts';

it('shows the answer that an invalid request really gets', async () => {
  const authenticate = () => Promise.reject(new Error('no token is needed'));
  const http = createHttp({ log: createLog({ level: 'silent', name: 'test' }), authenticate });
  const about = { title: 'Test', description: 'Test.', port: 1, local: 'A service' };
  await publishDescription(http, { about, tags: [], messages: [coreProblem, httpProblem, authProblem] });
  const Weighed = named(
    'WeighedInTest',
    'Weighing.',
    z.strictObject({ massGrams: MassGrams, at: z.string().optional() }),
    { massGrams: 5, at: 'gate' },
  );
  const routes: FastifyPluginAsyncZod = async (inner) => {
    const config = { public: true };
    const nothing = async () => ({});
    inner.post('/weighings', { config, schema: { body: Weighed } }, nothing);
    inner.get('/weighings', { config, schema: { querystring: PageQuery } }, nothing);
    inner.get('/weighings/:id', { config, schema: { params: z.strictObject({ id: Id }) } }, nothing);
    inner.get('/nothing', { config, schema: {} }, nothing);
  };
  await http.register(routes);
  await http.ready();
  const { paths } = JSON.parse(JSON.stringify(http.swagger()));
  const exampleOf = (path: string, method: string, code: string) =>
    paths[path][method].responses['400'].content['application/problem+json'].examples?.[code]?.value;

  const sent = [
    ['/weighings', 'post', await http.inject({ method: 'POST', url: '/weighings', payload: { at: 'gate' } })],
    ['/weighings', 'get', await http.inject('/weighings?limit=0')],
    ['/weighings/{id}', 'get', await http.inject('/weighings/!')],
  ] as const;
  for (const [path, method, answer] of sent) {
    const example = exampleOf(path, method, 'request-invalid');
    expect(example, path).toMatchObject({ code: 'request-invalid', count: 1 });
    expect(answer.json(), path).toMatchObject({ ...example, instance: expect.stringMatching(/^urn:request:/) });
  }
  expect(exampleOf('/nothing', 'get', 'request-invalid')).toBeUndefined();
  await http.close();
});
