/** Licences, vehicles and sites in the register, over HTTP. */
import { describe, expect, it } from 'vitest';
import { PLATE_COLORS } from '../../src/core/identifiers/plate.ts';
import { newId } from '../../src/platform/ids.ts';
import { useApp } from '../app/fixture.ts';

const app = useApp();
const LICENCE = {
  number: 'GX-2026-001',
  mode: 'recycling',
  wasteCodes: ['900-052-31'],
  validFrom: '2026-01-01',
  validTo: '2031-01-01',
  issuer: '演示主管部门',
};
const VEHICLE = {
  plate: '桂a·12345',
  permitNumber: '450100000001',
  permitValidFrom: '2026-01-01',
  permitValidTo: '2027-01-01',
};
const SHA256 = 'a'.repeat(64);

describe('a licence', () => {
  it('is suspended, reinstated and revoked from a day on, and keeps its history', async () => {
    const { partyId } = await app.enterprise();
    const path = `/v1/parties/${partyId}/licences`;
    const { json } = await app.authority.post(path, LICENCE);
    expect(json.history).toEqual([]);
    const lead = (step: string, effectiveOn?: string) =>
      app.authority.post(`${path}/${json.id}/${step}`, { reason: '演示', ...(effectiveOn && { effectiveOn }) });
    expect((await lead('suspend', '2026-05-01')).status).toBe(200);
    expect((await lead('suspend', '2026-05-02')).json.code).toBe('licence-step-not-allowed');
    expect((await lead('reinstate', '2026-04-30')).json.code).toBe('licence-step-too-early');
    expect((await lead('reinstate', '2026-06-01')).status).toBe(200);
    const revoked = await lead('revoke');
    expect(revoked.json.history.map((one: Record<string, string>) => [one.step, one.state, one.effectiveOn])).toEqual([
      ['suspend', 'suspended', '2026-05-01'],
      ['reinstate', 'valid', '2026-06-01'],
      ['revoke', 'revoked', '2026-10-15'],
    ]);
    const { items } = (await app.authority.get(path)).json;
    expect(items).toEqual([{ ...json, history: revoked.json.history, version: 4 }]);
    await expect(
      app.database.owner.$client.query('update licence_states set effective_on = $1', ['2020-01-01']),
    ).rejects.toThrow('append-only');
  });

  it('shows all readers that it is suspended, and the reason only to its organisation and the authorities', async () => {
    const [own, other] = [await app.enterprise(), await app.enterprise()];
    const path = `/v1/parties/${own.partyId}/licences`;
    const { json } = await app.authority.post(path, LICENCE);
    await app.authority.post(`${path}/${json.id}/suspend`, { reason: '演示：账目不清' });
    const city = (division: string) => app.client({ roles: ['city_regulator'], division });
    const seers = [own, other, app.authority, await city('4501'), await city('4502')];
    const histories = await Promise.all(seers.map(async (one) => (await one.get(path)).json.items[0].history));
    expect(histories.map(([{ state }]) => state)).toEqual(seers.map(() => 'suspended'));
    const why = '演示：账目不清';
    expect(histories.map(([{ reason }]) => reason)).toEqual([why, null, why, why, null]);
  });

  it('of another organisation, or unknown, takes no step', async () => {
    const [own, other] = [await app.enterprise(), await app.enterprise()];
    const { json } = await app.authority.post(`/v1/parties/${own.partyId}/licences`, LICENCE);
    for (const path of [`${other.partyId}/licences/${json.id}`, `${own.partyId}/licences/${newId()}`]) {
      const { status, json: problem } = await app.authority.post(`/v1/parties/${path}/revoke`, { reason: '演示' });
      expect([status, problem.code]).toEqual([404, 'licence-unknown']);
    }
    const self = await own.post(`/v1/parties/${own.partyId}/licences/${json.id}/revoke`, { reason: '演示' });
    expect([self.status, self.json.code]).toEqual([403, 'scope-missing']);
  });

  it('has the name and the hash of its file, or neither', async () => {
    const { partyId } = await app.enterprise();
    const path = `/v1/parties/${partyId}/licences`;
    const { json } = await app.authority.post(path, { ...LICENCE, fileName: '许可证.pdf', fileSha256: SHA256 });
    expect(json).toMatchObject({ fileName: '许可证.pdf', fileSha256: SHA256 });
    for (const half of [{ fileName: 'x.pdf' }, { fileSha256: SHA256 }, { fileName: 'x', fileSha256: 'g'.repeat(64) }]) {
      expect((await app.authority.post(path, { ...LICENCE, ...half })).json.code).toBe('request-invalid');
    }
  });
});

describe('a vehicle', () => {
  it('is registered once for each permit, however its plate is written', async () => {
    const { partyId } = await app.enterprise();
    const path = `/v1/parties/${partyId}/vehicles`;
    const first = await app.authority.post(path, VEHICLE);
    expect([first.status, first.json.plate, first.json.warnings]).toEqual([201, '桂A12345', []]);
    const again = await app.authority.post(path, { ...VEHICLE, plate: '桂A 12345' });
    expect([again.status, again.json.code]).toEqual([409, 'vehicle-exists']);
    const renewal = { ...VEHICLE, permitValidFrom: '2027-01-01', permitValidTo: '2028-01-01' };
    const renewed = await app.authority.post(path, renewal);
    const odd = await app.authority.post(path, { ...VEHICLE, plate: 'WJ12345' });
    expect(odd.json.warnings).toMatchObject([{ code: 'plate-form', severity: 'flag', title: 'Unusual plate' }]);
    const page = await app.authority.get(`${path}?limit=2`);
    expect(page.json.items).toEqual([first.json, renewed.json]);
    const rest = await app.authority.get(`${path}?limit=2&cursor=${page.json.nextCursor}`);
    expect([rest.json.items, rest.json.nextCursor]).toEqual([[odd.json], null]);
  });

  it('keeps the colour of its plate, with a notice if the form of the plate has another', async () => {
    const { partyId } = await app.enterprise();
    const path = `/v1/parties/${partyId}/vehicles`;
    const { json } = await app.authority.post(path, { ...VEHICLE, plateColor: 'yellow' });
    expect([json.plateColor, json.warnings]).toEqual(['yellow', []]);
    const odd = await app.authority.post(path, { ...VEHICLE, plate: '桂AD12345', plateColor: 'blue' });
    expect([odd.status, odd.json.warnings]).toMatchObject([201, [{ code: 'plate-color' }]]);
    expect((await app.authority.get(path)).json.items.map((one: { plateColor: string }) => one.plateColor)).toEqual([
      'yellow',
      'blue',
    ]);
    const { items } = (await app.authority.get('/v1/codes/plate-colors')).json;
    expect(items.map(({ code }: { code: string }) => code)).toEqual([...PLATE_COLORS].toSorted());
  });

  it.each<[string, object]>([
    ['a colour that no plate has', { plateColor: 'pink' }],
    ['a permit that ends before it begins', { permitValidTo: '2026-01-01' }],
    ['a plate of blanks', { plate: ' · ' }],
  ])('with %s is refused', async (_, changes) => {
    const { partyId } = await app.enterprise();
    const { json } = await app.authority.post(`/v1/parties/${partyId}/vehicles`, { ...VEHICLE, ...changes });
    expect(json.code).toBe('request-invalid');
  });
});

describe('a site', () => {
  const site = { kind: 'transfer_point', name: '演示', divisionCode: '450100' };

  it('keeps its position and its storage limits', async () => {
    const { partyId } = await app.enterprise();
    const more = { latitude: 22.817, longitude: 108.366, storageLimitGrams: 500_000_000, storageLimitDays: 365 };
    const { json } = await app.authority.post(`/v1/parties/${partyId}/sites`, { ...site, ...more });
    expect(json).toMatchObject(more);
    const { items } = (await app.authority.get(`/v1/sites?partyId=${partyId}&kind=transfer_point`)).json;
    expect(items).toEqual([json]);
  });

  it('has both coordinates or neither', async () => {
    const { partyId } = await app.enterprise();
    const { json } = await app.authority.post(`/v1/parties/${partyId}/sites`, { ...site, latitude: 22 });
    expect(json.code).toBe('request-invalid');
  });
});
