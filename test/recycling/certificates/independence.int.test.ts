/** Laboratories whose people were those of the enterprise since the sample, over the API. */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { batchInput, type Client, type Enterprise, useApp } from '../../app/fixture.ts';
import { confirm, type Laboratory, openLaboratory } from './laboratory.ts';

const app = useApp();

let smelter: Enterprise;
let laboratory: Laboratory;
beforeEach(async () => {
  at('2026-11-29T04:00:00.000Z');
  smelter = await app.enterprise({ kind: 'recycler' });
  laboratory = await openLaboratory(app);
});

const at = (instant: string) => {
  app.clock.now = new Date(instant);
};

/** Changes a record, with the version that it has. */
async function change(by: Client, path: string, changes: object) {
  const { headers } = await app.authority.get(path);
  const { status, text } = await by.patch(path, { reason: '登记', ...changes }, { 'if-match': String(headers.etag) });
  expect(status, text).toBe(200);
}

/** Records a sample of half past four that names the laboratory. */
async function sample(sampledAt = '2026-11-29T04:30:00.000Z') {
  const { id: batchId } = (await smelter.post('/v1/batches', batchInput(smelter.siteId))).json;
  const found = { ppm: 600_000, method: 'XRF', laboratory: 'x', sampledAt, batchId };
  const named = { laboratoryId: laboratory.partyId, certificateNumber: randomUUID() };
  return (await smelter.post('/v1/assays', { ...found, ...named })).json;
}

it.each([{ contactName: '王小明' }, { contactPhone: '13712345678' }])(
  'a contact that was changed for the act hides nothing: %o',
  async (contact) => {
    const ours = `/v1/parties/${smelter.partyId}`;
    await change(app.authority, `/v1/parties/${laboratory.partyId}`, contact);
    await change(app.authority, ours, contact);
    at('2026-11-29T05:00:00.000Z');
    expect((await sample()).code).toBe('laboratory-not-independent');
    await change(smelter, ours, { contactName: '赵某人', contactPhone: '13800000000' });
    at('2026-11-29T06:00:00.000Z');
    expect((await sample()).code).toBe('laboratory-not-independent');
    // A sample that was taken after the change is that of another contact.
    expect((await sample('2026-11-29T05:30:00.000Z')).code).toBeUndefined();
  },
);

it('a contact that the laboratory had since the sample ends its confirmation, whatever it is now', async () => {
  const theirs = `/v1/parties/${laboratory.partyId}`;
  await change(app.authority, `/v1/parties/${smelter.partyId}`, { contactName: '王小明' });
  await change(app.authority, theirs, { contactName: '赵建国' });
  at('2026-11-29T05:00:00.000Z');
  const assay = await sample();
  expect(assay.code).toBeUndefined();
  await change(app.authority, theirs, { contactName: '王小明' });
  at('2026-11-29T06:00:00.000Z');
  await change(app.authority, theirs, { contactName: '赵建国' });
  expect((await confirm(laboratory, assay)).json.code).toBe('laboratory-not-independent');
});

it('a manager with another name, telephone or role since the sample is still one of both', async () => {
  const person = { personName: '韦大明', personPhone: '13711112222', roles: ['enterprise_manager'] };
  const register = async (partyId: string, more: object) => {
    const { json, status, text } = await app.authority.post('/v1/people', { ...person, ...more, partyId });
    expect(status, text).toBe(201);
    return json.id as string;
  };
  await register(laboratory.partyId, { personPhone: null });
  const id = await register(smelter.partyId, { personPhone: null });
  at('2026-11-29T05:00:00.000Z');
  await change(app.authority, `/v1/people/${id}`, { personName: '赵建国' });
  expect((await sample()).code).toBe('laboratory-not-independent');
  await change(app.authority, `/v1/people/${id}`, { personName: '韦大明' });
  at('2026-11-29T06:00:00.000Z');
  const roles = { roles: ['driver'], reason: '调岗' };
  expect((await app.authority.post(`/v1/people/${id}/roles`, roles)).status).toBe(200);
  expect((await sample()).code).toBe('laboratory-not-independent');
  expect((await sample('2026-11-29T05:30:00.000Z')).code).toBe('laboratory-not-independent');
  at('2026-11-29T07:00:00.000Z');
  expect((await sample('2026-11-29T06:30:00.000Z')).code).toBeUndefined();
});
