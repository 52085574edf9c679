import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { batchInput, type Enterprise, useApp } from '../app/fixture.ts';

const app = useApp();
let own: Enterprise;
beforeAll(async () => {
  own = await app.enterprise();
});

const NDJSON = { 'content-type': 'application/x-ndjson' };
const row = (changes: Record<string, unknown> = {}) => ({ batch: batchInput(own.siteId, changes) });
const outcomes = (json: { items: { outcome: string }[] }) => json.items.map(({ outcome }) => outcome);
const movements = async () => (await app.authority.get('/v1/books')).json.movements as number;

describe('a bulk request', () => {
  it('has one result for each row, in their order: one bad row refuses no other', async () => {
    const before = await movements();
    const rows = [
      row({ massGrams: 100 }),
      row({ massGrams: -1 }),
      row({ condition: 'acid' }),
      row({ siteId: newId() }),
      row({ massGrams: 500 }),
    ];
    const { status, json } = await own.post('/v1/batches/bulk', rows);
    expect(status).toBe(200);
    expect(outcomes(json)).toEqual(['recorded', 'refused', 'refused', 'refused', 'recorded']);
    expect(json).toMatchObject({ recorded: 2, replayed: 0, refused: 3 });
    expect((await own.get(`/v1/batches/${json.items[4].id}`)).json).toMatchObject({ massGrams: 500 });
    expect(json.items[1].problem).toMatchObject({
      code: 'request-invalid',
      errors: [{ pointer: '#/body/1/batch/massGrams', rule: 'too_small' }],
    });
    expect(json.items[2].problem.pointer).toBe('#/body/2/batch/riskClass');
    expect(json.items[3].problem).toMatchObject({ code: 'site-missing', pointer: '#/body/3/batch/siteId' });
    expect(await movements()).toBe(before + 2);
  });

  it('that is repeated after a crash records only what is missing, and answers the same', async () => {
    const headers = { 'idempotency-key': newId() };
    const rows = Array.from({ length: 450 }, (_, at) => row({ massGrams: at + 100 }));
    const half = await own.post('/v1/batches/bulk', rows.slice(0, 230), headers);
    expect(half.json.recorded).toBe(230);
    const before = await movements();
    const whole = await own.post('/v1/batches/bulk', rows, headers);
    expect(whole.json).toMatchObject({ recorded: 220, replayed: 230, refused: 0 });
    expect(whole.json.items[7].id).toBe(half.json.items[7].id);
    expect(await movements()).toBe(before + 220);
    const again = await own.post('/v1/batches/bulk', rows, headers);
    expect(again.json).toMatchObject({ recorded: 0, replayed: 450 });
  });

  it('with a key for each row may be sent in any parts and any order', async () => {
    const rows = Array.from({ length: 6 }, (_, at) => ({
      idempotencyKey: `row-${at}`,
      ...row({ massGrams: at + 100 }),
    }));
    await own.post('/v1/batches/bulk', rows.slice(0, 4));
    const { json } = await own.post('/v1/batches/bulk', rows.toReversed());
    expect(outcomes(json)).toEqual(['recorded', 'recorded', 'replayed', 'replayed', 'replayed', 'replayed']);
    const twice = await own.post('/v1/batches/bulk', [
      { idempotencyKey: 'twice', ...row({ massGrams: 100 }) },
      { idempotencyKey: 'twice', ...row({ massGrams: 100 }) },
      { idempotencyKey: 'twice', ...row({ massGrams: 200 }) },
    ]);
    expect(outcomes(twice.json)).toEqual(['recorded', 'replayed', 'refused']);
    expect(twice.json.items[2].problem.code).toBe('idempotency-key-reused');
  });

  it('refuses a number beyond all numbers in its own row only', async () => {
    const [good, bad] = [JSON.stringify(row()), JSON.stringify(row()).replace('15000', '1e400')];
    const { status, json } = await own.post('/v1/batches/bulk', `[${good},${bad},${good}]`);
    expect(status).toBe(200);
    expect(outcomes(json)).toEqual(['recorded', 'refused', 'recorded']);
  });

  it.each(['[]', '{}', '"x"', `[${'1,'.repeat(1_000)}1]`])(
    'other than a list of 1 to 1 000 rows is refused: %.20s',
    async (body) => {
      expect((await own.post('/v1/batches/bulk', body)).json.code).toBe('request-invalid');
    },
  );
});

describe('NDJSON', () => {
  it('is read line by line: no line affects another', async () => {
    const good = JSON.stringify(row());
    const lines = [
      good,
      '{"batch":',
      '"',
      '['.repeat(200_000),
      '{'.repeat(30),
      '{'.repeat(30),
      `${'['.repeat(40)}${']'.repeat(40)}`,
      '{"__proto__":{"a":1}}',
      'null',
      '',
      good.replace('15000', '1e400'),
      `${good}\r`,
    ];
    const bytes = Buffer.concat([
      Buffer.from(`${lines.join('\n')}\n`),
      Buffer.from('7b2261223a22c328227d0a', 'hex'),
      Buffer.from(good),
    ]);
    const answer = await app.http.inject({
      method: 'POST',
      url: '/v1/batches/bulk',
      payload: bytes,
      headers: { ...NDJSON, authorization: `Bearer ${own.token}`, 'idempotency-key': newId() },
    });
    const json = answer.json();
    expect(answer.statusCode).toBe(200);
    const refused = Array.from({ length: 9 }, () => 'refused');
    expect(outcomes(json)).toEqual(['recorded', ...refused, 'recorded', 'refused', 'recorded']);
    for (const { problem } of json.items.filter(({ outcome }: { outcome: string }) => outcome === 'refused')) {
      expect(['body-unreadable', 'request-invalid']).toContain(problem.code);
    }
  });

  it('is answered in the language of the caller', async () => {
    const { json } = await own.post('/v1/batches/bulk', '{}\n{"batch":1}', { ...NDJSON, 'accept-language': 'zh-CN' });
    for (const { problem } of json.items) expect(problem.title).toBe('请求无效');
  });

  it('names a field given twice, in its own line', async () => {
    const line = JSON.stringify(row()).replace('"massGrams":15000', '"massGrams":15000,"massGrams":1');
    const { status, json } = await own.post('/v1/batches/bulk', `${JSON.stringify(row())}\n${line}`, NDJSON);
    expect([status, ...outcomes(json)]).toEqual([200, 'recorded', 'refused']);
    expect(json.items[1].problem).toMatchObject({ code: 'body-name-repeated', pointer: '#/body/1/batch/massGrams' });
    const whole = await own.post('/v1/batches/bulk', `[${JSON.stringify(row())},${line}]`);
    expect([whole.status, whole.json.pointer]).toEqual([400, '#/body/1/batch/massGrams']);
  });

  it('in other characters than UTF-8 is refused', async () => {
    const headers = { 'content-type': 'application/x-ndjson; charset=gbk' };
    expect((await own.post('/v1/batches/bulk', JSON.stringify(row()), headers)).status).toBe(415);
  });

  it('without lines is refused', async () => {
    expect((await own.post('/v1/batches/bulk', '\n \n', NDJSON)).json.code).toBe('request-invalid');
  });
});
