import type { FastifyPluginAsync } from 'fastify';
import { expect, it } from 'vitest';
import { createHttp } from '../../../src/platform/http/serving.ts';
import { createLog } from '../../../src/platform/operation/log.ts';

it('leads from the answer that creates a record to its address', async () => {
  const authenticate = () => Promise.reject(new Error('no token is needed'));
  const http = createHttp({ log: createLog({ level: 'silent', name: 'test' }), authenticate });
  const routes: FastifyPluginAsync = async (inner) => {
    const config = { public: true, creates: '/batches' };
    inner.post('/batches', { config }, (_, reply) => reply.status(201).send({ id: '7' }));
    inner.post('/refused', { config }, (_, reply) => reply.status(409).send({ code: 'refused' }));
  };
  await http.register(routes, { prefix: '/v1' });
  const created = await http.inject({ method: 'POST', url: '/v1/batches' });
  expect(created.headers.location).toBe('/v1/batches/7');
  const refused = await http.inject({ method: 'POST', url: '/v1/refused' });
  expect(refused.headers.location).toBeUndefined();
  await http.close();
});
