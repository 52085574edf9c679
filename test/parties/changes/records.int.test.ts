import { describe, expect, it } from 'vitest';
import { batchInput, useApp } from '../../app/fixture.ts';
import { license, load, makeTrade, ok, PERMIT, problem, REASON, version } from './trade.ts';

const app = useApp();

describe('a change of a site', () => {
  it('leaves kind and division while it holds stock or an open manifest names it', async () => {
    const trade = await makeTrade(app);
    const { siteId } = trade.point;
    const change = (id: string, body: object) => app.authority.patch(`/v1/sites/${id}`, { ...REASON, ...body });
    expect((await change(siteId, { storageLimitDays: 30, latitude: 22.8, longitude: 108.3 })).status).toBe(200);
    const id = await load(app, trade, 'submit');
    const held = await change(siteId, { kind: 'generator' });
    expect([...problem(held), held.json.kinds.toSorted()]).toEqual([409, 'change-held', ['batch', 'manifest']]);
    expect(problem(await change(trade.smelter.siteId, { divisionCode: '450200' }))).toEqual([409, 'change-held']);
    const { json } = await change(siteId, { name: '演示新名网点' });
    expect(json.change.affected.map((one: { id: string }) => one.id)).toEqual([id]);
  });

  it('leaves the kind of a recycler whose records a recovery rate counts, and names them', async () => {
    const { siteId, partyId, ...own } = await app.enterprise({ kind: 'recycler' });
    const at = '2026-10-10T08:00:00+08:00';
    const air = { medium: 'air', leadGrams: 500, method: 'CEMS', monitoringPoint: 'DA001', occurredAt: at };
    const { id: emitted } = await ok(own.post('/v1/emissions', { siteId, ...air }));
    const counting = { siteId, countedOn: '2026-09-30', countedBy: '演示员', lines: [] };
    const { id: counted } = await ok(own.post('/v1/stock-counts', counting));
    const held = await app.authority.patch(`/v1/sites/${siteId}`, { ...REASON, kind: 'generator' });
    expect([...problem(held), held.json.members]).toEqual([409, 'change-held', ['kind']]);
    expect(held.json.ids.toSorted()).toEqual(
      [emitted, counted, ...['2026', '2026-10', '2026-Q4'].map((period) => `${partyId}/${period}`)].toSorted(),
    );
  });

  it('to a storage limit below the stock is taken, and the answer says by how much the stock exceeds it', async () => {
    const { siteId, ...own } = await app.enterprise();
    await ok(own.post('/v1/batches', batchInput(siteId, { massGrams: 5_000, pieces: 5 })));
    const limit = (storageLimitGrams: number) =>
      app.authority.patch(`/v1/sites/${siteId}`, { ...REASON, storageLimitGrams });
    expect((await limit(6_000)).json.change.affected).toEqual([]);
    expect((await limit(4_000)).json.change.affected).toEqual([
      {
        ...{ kind: 'site', id: siteId, state: 'over_limit' },
        ...{ before: { overLimitGrams: 0 }, after: { overLimitGrams: 1_000 } },
      },
    ]);
  });

  it('follows the rules of its registration, and its organisation changes nothing of it', async () => {
    const { siteId, ...own } = await app.enterprise();
    const at = `/v1/sites/${siteId}`;
    const change = (body: object) => app.authority.patch(at, { ...REASON, ...body });
    expect(problem(await change({ latitude: 22.8 }))).toEqual([400, 'request-invalid']);
    expect(problem(await change({ divisionCode: '440100' }))).toEqual([422, 'site-outside-home']);
    expect(problem(await change({ divisionCode: '459900' }))).toEqual([422, 'division-unknown']);
    expect(problem(await own.patch(at, { ...REASON, name: '自改' }))).toEqual([403, 'change-reserved']);
    expect((await change({ divisionCode: '450200', kind: 'generator' })).json).toMatchObject({ kind: 'generator' });
    expect((await own.get(`${at}/changes`)).json.items.length).toBe(1);
    expect(problem(await (await app.enterprise()).get(`${at}/changes`))).toEqual([404, 'site-missing']);
  });
});

describe('a change of a licence', () => {
  it('names the open manifests that lose its cover, and is extended only once loads were accepted under it', async () => {
    const trade = await makeTrade(app);
    const { smelter, licenceId } = trade;
    const at = `/v1/parties/${smelter.partyId}/licences/${licenceId}`;
    const change = (body: object) => app.authority.patch(at, { ...REASON, ...body });
    const id = await load(app, trade, 'submit');
    const shortened = await change({ validTo: '2026-10-01' });
    expect(shortened.json.change.affected, shortened.text).toEqual([
      { kind: 'manifest', id, state: 'submitted', before: { coveredLines: 1 }, after: { coveredLines: 0 } },
    ]);
    expect((await change({ validTo: '2031-01-01', issuer: '演示局' })).status).toBe(200);
    await load(app, trade, 'accept');
    for (const body of [{ validTo: '2030-01-01' }, { validFrom: '2026-02-01' }, { mode: 'collection' }]) {
      const { status, json } = await change(body);
      expect([status, json.code, json.members]).toEqual([409, 'change-held', Object.keys(body)]);
    }
    const { json } = await change({ validTo: '2032-01-01', wasteCodes: ['900-052-31', '384-004-31'] });
    expect([json.validTo, json.wasteCodes, json.history]).toEqual(['2032-01-01', ['900-052-31', '384-004-31'], []]);
    expect((await smelter.get(`${at}/changes`)).json.items.length).toBe(3);
  });

  it('keeps at least the annual scale that loads have used, and names the loads that are judged by it', async () => {
    const trade = await makeTrade(app);
    const { smelter, licenceId } = trade;
    const scale = (annualLimitGrams: number | null) =>
      app.authority.patch(`/v1/parties/${smelter.partyId}/licences/${licenceId}`, { ...REASON, annualLimitGrams });
    const accepted = await load(app, trade, 'accept');
    const open = await load(app, trade, 'submit');
    for (const grams of [1, 999_999]) {
      const { status, json } = await scale(grams);
      expect([status, json.code, json.members, json.ids]).toEqual([
        409,
        'change-held',
        ['annualLimitGrams'],
        [accepted],
      ]);
    }
    const { json } = await scale(1_500_000);
    expect(json.change.affected).toEqual([
      { kind: 'manifest', id: accepted, state: 'accepted', before: {}, after: {} },
      { kind: 'manifest', id: open, state: 'submitted', before: {}, after: { roomGrams: 500_000 } },
    ]);
    expect((await scale(1_000_000)).status).toBe(200);
    expect((await scale(null)).status).toBe(200);
  });

  it('follows the rules of its registration', async () => {
    const one = await app.enterprise();
    const { id } = await license(app, one);
    const { number } = await license(app, one);
    const at = `/v1/parties/${one.partyId}/licences/${id}`;
    const change = (body: object) => app.authority.patch(at, { ...REASON, ...body });
    expect(problem(await change({ number: ` ${number} ` }))).toEqual([409, 'licence-exists']);
    expect(problem(await change({ wasteCodes: ['999-999-99'] }))).toEqual([422, 'waste-code-unknown']);
    const turned = await change({ validTo: '2025-01-01' });
    expect([...problem(turned), turned.json.errors[0].detail]).toEqual([
      ...[400, 'request-invalid', 'validTo must be later than validFrom.'],
    ]);
    expect(problem(await change({ fileName: '证.pdf' }))).toEqual([400, 'request-invalid']);
    expect(problem(await one.patch(at, { ...REASON, number: '自改' }))).toEqual([403, 'change-reserved']);
    const suspended = await app.authority.post(`${at}/suspend`, { ...REASON, effectiveOn: '2026-10-20' });
    expect([suspended.json.version, (await app.authority.get(at)).headers.etag]).toEqual([2, '"2"']);
  });
});

describe('a change of a vehicle', () => {
  it('leaves the plate of a vehicle on the road', async () => {
    const trade = await makeTrade(app);
    const { carrier, vehicleId } = trade;
    const at = `/v1/parties/${carrier.partyId}/vehicles/${vehicleId}`;
    const change = (body: object) => app.authority.patch(at, { ...REASON, ...body });
    const id = await load(app, trade, 'depart');
    const held = await change({ plate: '桂A·20009' });
    expect([...problem(held), held.json.ids]).toEqual([409, 'change-held', [id]]);
    const permit = await change({ permitValidTo: '2031-01-01' });
    expect(permit.json.change.affected.map((one: { id: string }) => one.id)).toEqual([id]);
    await ok(trade.smelter.post(`/v1/manifests/${id}/arrive`, {}));
    expect((await change({ plate: '桂A·20009' })).json).toMatchObject({ plate: '桂A20009', version: 3 });
  });

  it('by its organisation reaches its description, never plate and permit, and clashes are refused', async () => {
    const { partyId, ...own } = await app.enterprise();
    const register = (plate: string) => ok(app.authority.post(`/v1/parties/${partyId}/vehicles`, { plate, ...PERMIT }));
    const [{ id }] = [await register('桂A30001'), await register('桂A30002')];
    const at = `/v1/parties/${partyId}/vehicles/${id}`;
    expect((await own.get(at)).headers.etag).toBe('"1"');
    const painted = await own.patch(at, { ...REASON, plateColor: 'yellow' }, version(1));
    expect([painted.status, painted.json.plateColor, painted.json.version], painted.text).toEqual([200, 'yellow', 2]);
    const longer = await own.patch(at, { ...REASON, permitValidTo: '2040-01-01' });
    expect([...problem(longer), longer.json.members]).toEqual([403, 'change-reserved', ['permitValidTo']]);
    expect(problem(await app.authority.patch(at, { ...REASON, plate: '桂A30002' }))).toEqual([409, 'vehicle-exists']);
    expect(problem(await (await app.enterprise()).patch(at, REASON))).toEqual([404, 'vehicle-missing']);
    expect((await own.get(`${at}/changes`)).json.items.length).toBe(1);
  });
});
