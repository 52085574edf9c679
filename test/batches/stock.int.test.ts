import { beforeAll, describe, expect, it } from 'vitest';
import { batchInput, type Enterprise, useApp } from '../app/fixture.ts';

const app = useApp();
let own: Enterprise;
beforeAll(async () => {
  own = await app.enterprise({ name: '演示收集点' });
});

type Made = { id: string; massGrams: number; pieces: number; occurredAt: string; recordedAt: string };
const record = async (changes: Record<string, unknown> = {}): Promise<Made> =>
  (await own.post('/v1/batches', batchInput(own.siteId, changes))).json;
const split = async (id: string, massGrams: number, pieces = 1): Promise<Made> =>
  (await own.post(`/v1/batches/${id}/split`, { massGrams, pieces })).json;
const merge = (...batchIds: string[]) => own.post('/v1/batches/merge', { batchIds });

type Step = {
  kind: string;
  fromBatchId: string | null;
  toBatchId: string | null;
  massGrams: number;
  sharePpm: number;
  depth: number;
  otherEnd: unknown;
};
const trace = async (id: string, direction: 'back' | 'forward'): Promise<{ complete: boolean; steps: Step[] }> =>
  (await own.get(`/v1/batches/${id}/trace?direction=${direction}`)).json;

describe('a part that is split off', () => {
  it('is one movement of its source account, listed page by page', async () => {
    const whole = await record({ massGrams: 100_000, pieces: 1_000 });
    for (let n = 0; n < 5; n += 1) await split(whole.id, 100, 1);
    const seen: { id: string; kind: string }[] = [];
    let cursor = '';
    for (let page = 1; ; page += 1) {
      const { json } = await own.get(`/v1/batches/${whole.id}/movements?limit=2${cursor}`);
      expect(json).toMatchObject({ batchId: whole.id, balanceGrams: 99_500 });
      seen.push(...json.items);
      if (json.nextCursor === null) {
        expect([page, json.items.length]).toEqual([3, 2]);
        break;
      }
      cursor = `&cursor=${json.nextCursor}`;
    }
    expect(seen.map(({ kind }) => kind)).toEqual(['generation', ...Array(5).fill('split')]);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(6);
    const strange = await own.get(
      `/v1/batches/${whole.id}/movements?cursor=${Buffer.from('-1').toString('base64url')}`,
    );
    expect([strange.status, strange.json.code]).toEqual([400, 'cursor-invalid']);
  });

  it('takes its mass and pieces, keeps the time of origin, and moves as of that time', async () => {
    const whole = await record({ massGrams: 1_000, pieces: 10, occurredAt: '2026-08-01T00:00:00Z' });
    const part = await split(whole.id, 300, 4);
    expect(part).toMatchObject({ massGrams: 300, pieces: 4, occurredAt: '2026-08-01T00:00:00.000Z' });
    expect((await own.get(`/v1/batches/${whole.id}`)).json).toMatchObject({ massGrams: 700, pieces: 6 });
    const { json } = await own.get(`/v1/batches/${part.id}/movements`);
    expect(json.items).toMatchObject([
      { kind: 'split', fromBatchId: whole.id, massGrams: 300, occurredAt: whole.occurredAt },
    ]);
  });

  it('cannot be more than the batch holds', async () => {
    const whole = await record({ massGrams: 100, pieces: 1 });
    const mass = await own.post(`/v1/batches/${whole.id}/split`, { massGrams: 101, pieces: 1 });
    expect([mass.status, mass.json.code, mass.json.availableGrams]).toEqual([422, 'batch-mass-exceeded', 100]);
    const pieces = await own.post(`/v1/batches/${whole.id}/split`, { massGrams: 50, pieces: 2 });
    expect([pieces.status, pieces.json.code, pieces.json.pointer]).toEqual([
      422,
      'batch-pieces-exceeded',
      '#/body/pieces',
    ]);
  });
});

describe('batches that are merged', () => {
  it('become one batch as old as the oldest, and are empty themselves', async () => {
    const young = await record({ massGrams: 50, occurredAt: '2026-10-10T00:00:00Z' });
    const old = await record({ massGrams: 70, occurredAt: '2026-09-10T00:00:00Z' });
    const { status, json } = await merge(young.id, old.id);
    expect(status).toBe(201);
    expect(json).toMatchObject({ massGrams: 120, pieces: 2, occurredAt: '2026-09-10T00:00:00.000Z' });
    for (const { id } of [young, old]) expect((await own.get(`/v1/batches/${id}`)).json.massGrams).toBe(0);
    const { json: moved } = await own.get(`/v1/batches/${json.id}/movements`);
    for (const { occurredAt } of moved.items) expect(occurredAt).toBe(young.occurredAt);
  });

  it('must be alike, hold mass, and be named once', async () => {
    const one = await record();
    const broken = await record({ riskClass: 'II', condition: 'broken' });
    const { status, json } = await merge(one.id, broken.id);
    expect([status, json.code, json.fields]).toEqual([422, 'batches-not-alike', ['riskClass', 'condition']]);
    expect((await merge(one.id, one.id)).json.code).toBe('request-invalid');
    expect((await merge(one.id)).json.code).toBe('request-invalid');
    const emptied = await record({ massGrams: 50 });
    await split(emptied.id, 50, 1);
    expect((await merge(one.id, emptied.id)).status).toBe(422);
  });
});

describe('a trace', () => {
  it('back shows every source with its share, forward every destination', async () => {
    const [a, b] = [await record({ massGrams: 600, pieces: 6 }), await record({ massGrams: 400, pieces: 4 })];
    const both: Made = (await merge(a.id, b.id)).json;
    const part = await split(both.id, 250);
    const back = await trace(part.id, 'back');
    expect(back.steps.map(({ kind, depth, sharePpm }) => [kind, depth, sharePpm])).toEqual([
      ['split', 1, 1_000_000],
      ['merge', 2, 600_000],
      ['merge', 2, 400_000],
      ['generation', 3, 600_000],
      ['generation', 3, 400_000],
    ]);
    const forward = await trace(a.id, 'forward');
    expect(forward.steps.map(({ kind, toBatchId, sharePpm }) => [kind, toBatchId, sharePpm])).toEqual([
      ['merge', both.id, 1_000_000],
      ['split', part.id, 250_000],
    ]);
    expect(forward.steps[0]?.otherEnd).toMatchObject({ kind: 'battery', siteName: '演示收集点场所' });
  });

  it('is marked incomplete when it has more steps than shown', async () => {
    const parts = [await record({ massGrams: 10_000, pieces: 100 })];
    for (let at = 0; at < 31; at++) parts.push(await split(parts.at(-1)?.id ?? '', 100 * (99 - at), 99 - at));
    const completeOf = async (at: number) => (await trace(parts[at]?.id ?? '', 'back')).complete;
    expect([await completeOf(29), await completeOf(31)]).toEqual([true, false]);
  });

  it('ends in time, and is marked incomplete, where batches were split and merged again and again', async () => {
    let current = await record({ massGrams: 1_000_000, pieces: 1_000 });
    for (let round = 0; round < 14; round++) {
      const parts = [];
      for (let at = 0; at < 7; at++) parts.push((await split(current.id, 1_000)).id);
      current = (await merge(current.id, ...parts)).json;
    }
    const started = performance.now();
    const { complete, steps } = await trace(current.id, 'back');
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(complete).toBe(false);
    expect(steps.length).toBeGreaterThan(50);
  });
});
