import { beforeAll, describe, expect, it } from 'vitest';
import { composeUscc } from '../../../src/core/identifiers/uscc.ts';
import { newId } from '../../../src/platform/ids.ts';
import { type Answer, batchInput, type Enterprise, NOW, useApp } from '../../app/fixture.ts';

const app = useApp();
/** The clock of the app does not move, so a step of the authority counts from now on. */
const NOW_ON = { occurredAt: NOW.toISOString() };
const lead = (partyId: string, step: string, body: Record<string, unknown> = { reason: '演示原因' }): Promise<Answer> =>
  app.authority.post(`/v1/parties/${partyId}/${step}`, body);

async function led(partyId: string, ...steps: string[]): Promise<void> {
  for (const step of steps) expect((await lead(partyId, step)).status, step).toBe(200);
}

describe('an organisation', () => {
  it('goes from registration over review to active, and each step has its actor and reason', async () => {
    const draft = { uscc: composeUscc('91', '450100', 900), name: '演示', divisionCode: '450100', state: 'registered' };
    const { json } = await app.authority.post('/v1/parties', draft);
    expect(json.state).toBe('registered');
    expect((await app.authority.get('/v1/parties?state=registered')).json.items).toEqual([json]);
    expect((await app.authority.get('/v1/parties?state=under_review')).json.items).toEqual([]);
    const refused = await lead(json.id, 'approve');
    expect([refused.status, refused.json.code, refused.json.allowed]).toEqual([
      409,
      'party-step-not-allowed',
      ['submit', 'close'],
    ]);
    await led(json.id, 'submit', 'approve');
    expect((await app.authority.get(`/v1/parties/${json.id}`)).json).toEqual({ ...json, state: 'active', version: 3 });
    const purpose = { 'personal-data-purpose': 'complaint%2042' };
    const { items } = (await app.authority.get(`/v1/parties/${json.id}/history`, purpose)).json;
    expect(items).toMatchObject([
      { number: 1, step: 'submit', fromState: 'registered', state: 'under_review', actor: 'authority' },
      { number: 2, step: 'approve', fromState: 'under_review', state: 'active', reason: '演示原因' },
    ]);
    await app.follow('oversight.flows');
    const entries = (await app.authority.get(`/v1/journal/subjects/party:${json.id}`)).json.items;
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual([
      'party.registered',
      'party.submitted',
      'party.approved',
    ]);
  });

  it('is sent back from its review with a reason, and submitted again', async () => {
    const draft = { uscc: composeUscc('91', '450100', 901), name: '演示', divisionCode: '450100', state: 'registered' };
    const { json } = await app.authority.post('/v1/parties', draft);
    await led(json.id, 'submit');
    expect((await lead(json.id, 'send-back', {})).json.code).toBe('request-invalid');
    const back = await lead(json.id, 'send-back', { reason: '缺少营业执照' });
    expect([back.status, back.json.state]).toEqual([200, 'registered']);
    await led(json.id, 'submit', 'approve');
    const { items } = (await app.authority.get(`/v1/parties/${json.id}/history`)).json;
    expect(items[1]).toMatchObject({ step: 'send-back', state: 'registered', reason: '缺少营业执照' });
    await app.follow('oversight.flows');
    const entries = (await app.authority.get(`/v1/journal/subjects/party:${json.id}`)).json.items;
    expect(entries[2]).toMatchObject({ kind: 'party.sent_back', payload: { reason: '缺少营业执照' } });
  });

  it('is suspended once, even by many requests at once', async () => {
    const { partyId } = await app.enterprise();
    const tries = await Promise.all(Array.from({ length: 8 }, () => lead(partyId, 'suspend')));
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(tries.filter(({ json }) => json.code === 'party-step-not-allowed')).toHaveLength(7);
  });

  it('is not suspended without a reason, and takes no step itself', async () => {
    const own = await app.enterprise();
    const silent = await app.authority.post(`/v1/parties/${own.partyId}/suspend`, {});
    expect(silent.json.code).toBe('request-invalid');
    expect((await own.post(`/v1/parties/${own.partyId}/submit`, {})).json.code).toBe('scope-missing');
    expect((await lead(newId(), 'close')).json.code).toBe('party-missing');
  });

  it('keeps its history: no row of it is changed or deleted', async () => {
    const { partyId } = await app.enterprise();
    await led(partyId, 'suspend');
    const change = (text: string) => app.database.owner.$client.query(text, [partyId]);
    await expect(change("update party_states set reason = 'x' where party_id = $1")).rejects.toThrow('append-only');
    await expect(change('delete from party_states where party_id = $1')).rejects.toThrow('append-only');
  });
});

describe('an organisation that is not active', () => {
  let own: Enterprise;
  let batchId: string;
  beforeAll(async () => {
    own = await app.enterprise({ kind: 'recycler' });
    batchId = (await own.post('/v1/batches', batchInput(own.siteId, { pieces: 2 }))).json.id;
  });

  it.each(['suspend', 'close'])('after %s records no batch, splits none and opens no run', async (step) => {
    const other = await app.enterprise({ kind: 'recycler' });
    const stock = (await other.post('/v1/batches', batchInput(other.siteId, { pieces: 2 }))).json.id;
    expect(
      (await lead(other.partyId, step, { reason: '演示', ...(step === 'close' && { nevertheless: true }) })).status,
    ).toBe(200);
    const answers = [
      await other.post('/v1/batches', batchInput(other.siteId, NOW_ON)),
      await other.post(`/v1/batches/${stock}/split`, { massGrams: 1, pieces: 1 }),
      await other.post('/v1/batches/merge', { batchIds: [stock, newId()] }),
      await other.post('/v1/runs', { siteId: other.siteId, process: 'smelting', startedAt: NOW.toISOString() }),
    ];
    expect(answers.map(({ status, json }) => [status, json.code])).toEqual(
      answers.map(() => [422, 'party-not-active']),
    );
  });

  it('in a bulk request is refused alone, and an old key still returns its answer', async () => {
    const key = { 'idempotency-key': 'before-the-suspension' };
    const first = await own.post('/v1/batches', batchInput(own.siteId), key);
    await led(own.partyId, 'suspend');
    const again = await own.post('/v1/batches', batchInput(own.siteId), key);
    expect([again.status, again.json]).toEqual([201, first.json]);
    const bulk = await own.post('/v1/batches/bulk', [
      { batch: batchInput(own.siteId, NOW_ON) },
      { batch: batchInput(newId()) },
    ]);
    const codes = bulk.json.items.map(({ problem }: { problem: { code: string } }) => problem.code);
    expect(codes).toEqual(['party-not-active', 'site-missing']);
    await led(own.partyId, 'resume');
    expect((await own.post('/v1/batches', batchInput(own.siteId))).status).toBe(201);
  });

  it('is named on no new manifest, in any role', async () => {
    const [carrier, receiver] = [await app.enterprise(), await app.enterprise({ kind: 'recycler' })];
    const draft = () =>
      own.post('/v1/manifests', {
        carrierId: carrier.partyId,
        receiverId: receiver.partyId,
        consignorSiteId: own.siteId,
        receiverSiteId: receiver.siteId,
        lines: [{ batchId, massGrams: 1_000, pieces: 1, packaging: 'pallet', packages: 1 }],
      });
    expect((await draft()).status).toBe(201);
    for (const [{ partyId }, pointer] of [
      [carrier, '#/body/carrierId'],
      [receiver, '#/body/receiverId'],
      [own, undefined],
    ] as const) {
      await led(partyId, 'suspend');
      const { status, json } = await draft();
      expect([status, json.code, json.pointer]).toEqual([422, 'party-not-active', pointer]);
      await led(partyId, 'resume');
    }
  });
});
