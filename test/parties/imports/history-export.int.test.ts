import { describe, expect, it } from 'vitest';
import { readTable, TABLE_CONTENT_TYPES } from '../../../src/platform/table/index.ts';
import { useApp } from '../../app/fixture.ts';
import { sendTo } from './files.ts';

const app = useApp();
const LICENCE = {
  ...{ number: 'GX-2026-001', mode: 'recycling', wasteCodes: ['900-052-31'], issuer: '演示主管部门' },
  ...{ validFrom: '2026-01-01', validTo: '2031-01-01' },
};
const act = async (path: string, body: object) => {
  const answer = await app.authority.post(path, { reason: '演示', ...body });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.json;
};

async function cellsOf(kind: string, format: 'csv' | 'xlsx', language = 'en'): Promise<string[][]> {
  const { rawPayload, statusCode } = await app.http.inject({
    url: `/v1/exports/${kind}?format=${format}`,
    headers: { authorization: `Bearer ${app.authority.token}`, 'accept-language': language },
  });
  expect(statusCode).toBe(200);
  const { header, rows } = await readTable(rawPayload, format);
  return [header, ...rows].map(({ cells }) => cells.map(({ text }) => text));
}

describe.each(['csv', 'xlsx'] as const)('the history of the register as %s', (format) => {
  it('has every step of every organisation, in order', async () => {
    const parties = [await app.enterprise(), await app.enterprise()];
    for (const { partyId } of parties) {
      await act(`/v1/parties/${partyId}/suspend`, {});
      await act(`/v1/parties/${partyId}/resume`, {});
    }
    const [header, ...rows] = await cellsOf('party-steps', format);
    expect(header).toEqual([
      ...['partyUscc', 'partyId', 'number', 'step', 'fromState', 'state', 'reason', 'actor', 'at'],
    ]);
    for (const { uscc } of parties) {
      expect(rows.filter(([code]) => code === uscc)).toEqual([
        [uscc, '', '1', 'suspend', 'active', 'suspended', '演示', 'authority', '2026-10-15T04:00:00.000Z'],
        [uscc, '', '2', 'resume', 'suspended', 'active', '演示', 'authority', '2026-10-15T04:00:00.000Z'],
      ]);
    }
  });

  it('has every step of every licence, with its number', async () => {
    const { partyId, uscc } = await app.enterprise();
    const { status, json } = await app.authority.post(`/v1/parties/${partyId}/licences`, LICENCE);
    expect(status).toBe(201);
    await act(`/v1/parties/${partyId}/licences/${json.id}/suspend`, { effectiveOn: '2026-05-01' });
    const [header, ...rows] = await cellsOf('licence-steps', format, 'zh');
    expect(header?.slice(0, 4)).toEqual(['单位统一社会信用代码', '单位编号', '许可证编号', '有效期起']);
    expect(rows.filter(([code]) => code === uscc)).toEqual([
      [
        ...[uscc, '', 'GX-2026-001', '2026-01-01', '1', '暂扣', '暂扣', '2026-05-01', '演示', 'authority'],
        '2026-10-15T04:00:00.000Z',
      ],
    ]);
  });

  it('cannot be imported', async () => {
    const type = TABLE_CONTENT_TYPES[format];
    expect((await sendTo(app, 'a', { kind: 'party-steps', type })).json.code).toBe('method-not-allowed');
  });
});
