import type { FastifyPluginAsync } from 'fastify';
import { expect, it } from 'vitest';
import { createHttp } from '../../../src/platform/http/serving.ts';
import { createLog } from '../../../src/platform/operation/log.ts';

it('shows the version of a record as ETag, and none with a problem', async () => {
  const authenticate = () => Promise.reject(new Error('no token is needed'));
  const http = createHttp({ log: createLog({ level: 'silent', name: 'test' }), authenticate });
  const routes: FastifyPluginAsync = async (inner) => {
    const config = { config: { public: true, etag: true } };
    inner.get('/manifests', config, () => ({ id: '7', version: 3 }));
    inner.get('/refused', config, (_, reply) => reply.status(409).send({ code: 'refused' }));
    inner.get('/unversioned', config, () => ({ id: '7' }));
  };
  await http.register(routes, { prefix: '/v1' });
  const read = async (path: string) => {
    const { statusCode, headers } = await http.inject(`/v1/${path}`);
    return [statusCode, headers.etag];
  };
  expect(await read('manifests')).toEqual([200, '"3"']);
  expect(await read('refused')).toEqual([409, undefined]);
  expect(await read('unversioned')).toEqual([500, undefined]);
  await http.close();
});
