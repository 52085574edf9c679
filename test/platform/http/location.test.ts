import type { FastifyPluginAsync } from 'fastify';
import { expect, it } from 'vitest';
import { createHttp } from '../../../src/platform/http/serving.ts';
import { createLog } from '../../../src/platform/operation/log.ts';

it('leads from the answer that creates a record to its address', async () => {
  const authenticate = () => Promise.reject(new Error('no token is needed'));
  const http = createHttp({ log: createLog({ level: 'silent', name: 'test' }), authenticate });
  const routes: FastifyPluginAsync = async (inner) => {
    const config = (creates: string) => ({ config: { public: true, creates } });
    const batch = config('/batches/:id');
    inner.post('/batches', batch, (_, reply) => reply.status(201).send({ id: '7' }));
    inner.post('/refused', batch, (_, reply) => reply.status(409).send({ code: 'refused' }));
    inner.post('/nameless', batch, (_, reply) => reply.status(201).send({ code: '7' }));
    const vehicle = config('/parties/:partyId/vehicles/:id');
    inner.post('/outputs', config('/runs/:run.id'), (_, reply) => reply.status(201).send({ run: { id: '9' } }));
    inner.post('/vehicles', vehicle, (_, reply) => reply.status(201).send({ id: '8/9', partyId: '7' }));
  };
  await http.register(routes, { prefix: '/v1' });
  const send = (path: string) => http.inject({ method: 'POST', url: `/v1/${path}` });
  expect((await send('batches')).headers.location).toBe('/v1/batches/7');
  expect((await send('vehicles')).headers.location).toBe('/v1/parties/7/vehicles/8%2F9');
  expect((await send('outputs')).headers.location).toBe('/v1/runs/9');
  expect((await send('refused')).headers.location).toBeUndefined();
  const nameless = await send('nameless');
  expect([nameless.statusCode, nameless.headers.location]).toEqual([500, undefined]);
  await http.close();
});
