/** The registry of methods over the API. */
import { expect, it } from 'vitest';
import { useApp } from '../../app/fixture.ts';
import { ok, plantOf } from '../plant.ts';

const app = useApp();
const plant = plantOf(app);

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

it('shows all methods of one snapshot side by side, and opens the terms of one to its records', async () => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
  const collector = await plant.enterprise('collection_point', ['collection']);
  const smelter = await plant.enterprise('recycler', ['recycling', 'transport']);
  const batch = await plant.deliver({ who: collector }, { who: smelter }, { tonnes: 10, day: 5 });
  await plant.smelt(smelter, { [batch]: 10 }, 5.7);
  await plant.countBoth(smelter);
  const query = `partyId=${smelter.partyId}&period=2026-10`;
  const { methods } = await ok(smelter.get(`/v1/recovery/comparison?${query}`));
  const byId = Object.fromEntries(methods.map((one: { method: string }) => [one.method, one]));
  expect(Object.keys(byId)).toEqual([
    ...['lead-recovery', 'industry-lead-recovery', 'comprehensive-recovery', 'eu-2025-606', 'eu-493-2012'],
  ]);
  const { json } = await plant.rate(smelter);
  const headline = byId['lead-recovery'].figures.find(({ figure }: { figure: string }) => figure === 'headline');
  expect([headline.value, headline.uncertainty]).toEqual([json.rates.headline, json.uncertainty.headline]);
  expect(byId['industry-lead-recovery'].verdicts.map(({ verdict }: { verdict: string }) => verdict)).toEqual(
    json.verdicts
      .filter(({ method }: { method: string }) => method === 'industry-lead-recovery')
      .map(({ verdict }: { verdict: string }) => verdict),
  );
  expect(byId['eu-493-2012']).toMatchObject({ inForce: false, validTo: '2025-12-31', verdicts: [] });
  expect(byId['eu-493-2012'].figures[0]).toMatchObject({ value: null, missing: 'not_in_force' });

  const of = '/v1/recovery/methods/lead-recovery';
  const evaluation = await ok(smelter.get(`${of}/evaluation?${query}`));
  expect(evaluation.parameters.map(({ key }: { key: string }) => key)).toContain('recovery.targets');
  const received = evaluation.terms.find(({ term }: { term: string }) => term === 'received');
  const { items } = await ok(smelter.get(`${of}/records?${query}&term=received`));
  expect(items.map(({ countedGramsExact }: { countedGramsExact: string }) => countedGramsExact)).toEqual([
    received.massGramsExact,
  ]);
});

it('refuses a method outside its dates, and choices that a method does not have', async () => {
  const smelter = await app.enterprise({ kind: 'recycler' });
  const ask = async (method: string, rest: string) =>
    (await smelter.get(`/v1/recovery/methods/${method}/evaluation?partyId=${smelter.partyId}&${rest}`)).json;
  expect((await ask('eu-493-2012', 'period=2026-10')).code).toBe('method-not-in-force');
  expect((await ask('eu-493-2012', 'period=2025')).inForce).toBe(true);
  expect((await ask('eu-2025-606', 'period=2025-06')).code).toBe('method-not-in-force');
  expect((await ask('eu-2025-606', 'period=2025&leaveOut=carbon')).code).toBe('element-mass-unknown');
  expect((await ask('eu-2025-606', 'period=2025&leaveOut=sulphur&next=slag:500000')).choice).toEqual({
    ...{ leaveOut: ['sulphur'], next: [{ fraction: 'slag', efficiencyPpm: 500_000 }] },
  });
  expect((await ask('comprehensive-recovery', 'period=2025&next=slag:1')).code).toBe('choice-of-other-method');
  expect((await ask('unknown', 'period=2025')).code).toBe('request-invalid');
  const records = `/v1/recovery/methods/eu-493-2012/records?partyId=${smelter.partyId}&period=2026-10`;
  expect((await smelter.get(records)).json.code).toBe('method-not-in-force');
});
