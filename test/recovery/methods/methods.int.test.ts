/** The registry of methods over the API. */
import { expect, it } from 'vitest';
import { useApp } from '../../app/fixture.ts';

const app = useApp();

it('lists every method with the targets of the day, in the language of the reader', async () => {
  const smelter = await app.enterprise({ kind: 'recycler' });
  const { status, json } = await smelter.get('/v1/recovery/methods');
  expect(status).toBe(200);
  const industry = json.items.find(({ id }: { id: string }) => id === 'industry-lead-recovery');
  expect(industry.targets).toContainEqual(
    expect.objectContaining({ figure: 'slagLead', comparison: 'below', limitPercent: '2.00' }),
  );
  const chinese = (await smelter.get('/v1/recovery/methods?on=2026-01-01', { 'accept-language': 'zh-CN' })).json;
  expect(chinese.items.map(({ title }: { title: string }) => title)).toContain('再生铅行业铅总回收率');
  expect((await smelter.get('/v1/recovery/methods?on=2019-12-31')).json.code).toBe('law-not-yet-in-force');
  const driver = await app.client({ subject: 'driver', partyId: smelter.partyId, roles: ['driver'] });
  expect((await driver.get('/v1/recovery/methods')).status).toBe(403);
});
