import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { type Answer, batchInput, type Enterprise, useApp } from '../app/fixture.ts';

const app = useApp();
let own: Enterprise;
let other: Enterprise;
beforeAll(async () => {
  [own, other] = [await app.enterprise(), await app.enterprise()];
});

describe('a batch', () => {
  it('is recorded with its mass, its movement and its journal entry', async () => {
    const { status, json } = await own.post('/v1/batches', batchInput(own.siteId, { massGrams: 12_345, pieces: 3 }));
    expect(status).toBe(201);
    expect(json).toMatchObject({
      partyId: own.partyId,
      siteId: own.siteId,
      kind: 'battery',
      material: '900-052-31',
      massGrams: 12_345,
      pieces: 3,
      occurredAt: '2026-10-14T02:00:00.000Z',
    });
    expect((await own.get(`/v1/batches/${json.id}`)).json).toEqual(json);
    const { json: moved } = await own.get(`/v1/batches/${json.id}/movements`);
    expect(moved.balanceGrams).toBe(12_345);
    expect(moved.items).toMatchObject([{ kind: 'generation', fromBoundary: 'generation', massGrams: 12_345 }]);
    await app.follow('oversight.flows');
    const { json: journal } = await app.authority.get(`/v1/journal/subjects/batch:${json.id}`);
    expect(journal.items).toMatchObject([{ kind: 'batch.collected', number: 1, actor: { partyId: own.partyId } }]);
    const { corrections: _, ...recorded } = json;
    expect(journal.items[0].payload).toEqual(recorded);
  });

  it.each<[string, Record<string, unknown>, number, string, string]>([
    [
      'a broken battery of class I',
      { condition: 'broken' },
      422,
      'batch-class-contradicts-condition',
      '#/body/riskClass',
    ],
    [
      'what happens tomorrow',
      { occurredAt: '2026-10-16T10:00:00+08:00' },
      422,
      'instant-in-future',
      '#/body/occurredAt',
    ],
    ['an unknown kind of source', { sourceType: 'backyard' }, 422, 'code-unknown', '#/body/sourceType'],
    ['a site that does not exist', { siteId: newId() }, 404, 'site-missing', '#/body/siteId'],
  ])('refuses %s', async (_, changes, expected, code, pointer) => {
    const { status, json } = await own.post('/v1/batches', batchInput(own.siteId, changes));
    expect([status, json.code, json.pointer]).toEqual([expected, code, pointer]);
  });

  it('cannot be recorded on the site of another organisation', async () => {
    const { status, json } = await own.post('/v1/batches', batchInput(other.siteId));
    expect([status, json.code]).toEqual([404, 'site-missing']);
  });

  it('is recorded in the name of an organisation only', async () => {
    const { status, json } = await app.authority.post('/v1/batches', batchInput(own.siteId));
    expect([status, json.code]).toEqual([403, 'role-missing']);
  });

  it('needs the source that it was collected from', async () => {
    const { status, json } = await own.post('/v1/batches', batchInput(own.siteId, { sourceType: null }));
    expect([status, json.errors[0].detail]).toEqual([
      400,
      'A collected batch needs its sourceType, such as repair-shop.',
    ]);
  });
});

describe('many requests at once', () => {
  it('have a result each: valid batches are recorded and others refused, for every organisation', async () => {
    const before = (await app.authority.get('/v1/books')).json;
    const send = (at: number): Promise<Answer> => {
      const who = at % 2 === 0 ? own : other;
      const bad = at % 10 === 3 ? { siteId: own.siteId } : at % 10 === 4 ? { condition: 'acid' } : {};
      return who.post('/v1/batches', batchInput(who.siteId, { massGrams: 1_000 + at, ...bad }));
    };
    const answers = await Promise.all(Array.from({ length: 200 }, (_, at) => send(at)));
    answers.forEach(({ status, json }, at) => {
      const who = at % 2 === 0 ? own : other;
      if (at % 10 === 3) expect([status, json.code], `${at}`).toEqual([404, 'site-missing']);
      else if (at % 10 === 4) expect([status, json.code], `${at}`).toEqual([422, 'batch-class-contradicts-condition']);
      else expect([status, json.massGrams, json.partyId], `${at}`).toEqual([201, 1_000 + at, who.partyId]);
    });
    const after = (await app.authority.get('/v1/books')).json;
    expect(after.accounts - before.accounts).toBe(160);
    expect(after).toMatchObject({ sumOfAccountsGrams: 0, negativeAccounts: 0, deviatingAccounts: 0 });
  });

  it('that split one batch never take more than it holds', async () => {
    const { json: batch } = await own.post('/v1/batches', batchInput(own.siteId, { massGrams: 1_000, pieces: 10 }));
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => own.post(`/v1/batches/${batch.id}/split`, { massGrams: 100, pieces: 1 })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(answers.filter(({ json }) => json.code === 'batch-mass-exceeded')).toHaveLength(20);
    expect((await own.get(`/v1/batches/${batch.id}`)).json).toMatchObject({ massGrams: 0, pieces: 0 });
  });

  it('that merge the same batches in opposite orders do not deadlock', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => own.post('/v1/batches', batchInput(own.siteId))));
    const ids: string[] = made.map(({ json }) => json.id);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        own.post('/v1/batches/merge', { batchIds: at % 2 === 0 ? ids : ids.toReversed() }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ json }) => json.code === 'batches-not-alike')).toHaveLength(19);
  });
});

describe('a record of another organisation', () => {
  it('does not exist on any address; an authority sees it', async () => {
    const { json: batch } = await own.post('/v1/batches', batchInput(own.siteId));
    const { json: theirs } = await other.post('/v1/batches', batchInput(other.siteId));
    const reads = (client: typeof other | typeof app.authority) => [
      client.get(`/v1/batches/${batch.id}`),
      client.get(`/v1/batches/${batch.id}/movements`),
      client.get(`/v1/batches/${batch.id}/trace`),
      client.get(`/v1/batches/${batch.id}/trace?direction=forward`),
    ];
    const writes = [
      other.post(`/v1/batches/${batch.id}/split`, { massGrams: 1, pieces: 1 }),
      other.post('/v1/batches/merge', { batchIds: [batch.id, theirs.id] }),
    ];
    for (const { status, json } of await Promise.all([...reads(other), ...writes])) {
      expect([status, json.code]).toEqual([404, 'batch-missing']);
    }
    const absent = await other.get(`/v1/batches/${newId()}`);
    expect(absent.json.title).toBe((await other.get(`/v1/batches/${batch.id}`)).json.title);
    for (const { status } of await Promise.all(reads(app.authority))) expect(status).toBe(200);
    const listed = (await other.get('/v1/batches?limit=200')).json.items;
    expect(listed.every(({ partyId }: { partyId: string }) => partyId === other.partyId)).toBe(true);
    const all = (await app.authority.get(`/v1/batches?limit=200&siteId=${own.siteId}`)).json.items;
    expect(all.some(({ id }: { id: string }) => id === batch.id)).toBe(true);
  });

  it('is not visible to a token without an organisation and without the role of an authority', async () => {
    const nobody = await app.client({ roles: ['enterprise_manager'] });
    const { status, json } = await nobody.get('/v1/batches');
    expect([status, json.code]).toEqual([403, 'role-missing']);
  });

  it('needs the scope before anything else', async () => {
    const reader = await app.client({ partyId: own.partyId, scopes: ['batches:read'] });
    const { status, json, headers } = await reader.post('/v1/batches', batchInput(own.siteId));
    expect([status, json.code, json.scope]).toEqual([403, 'scope-missing', 'batches:write']);
    expect(headers['www-authenticate']).toContain('insufficient_scope');
  });
});
