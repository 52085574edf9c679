import { describe, expect, it } from 'vitest';
import { composeUscc } from '../../src/core/identifiers/uscc.ts';
import { newId } from '../../src/platform/ids.ts';
import { useApp } from '../app/fixture.ts';

const app = useApp();
const party = (serial: number, changes: Record<string, unknown> = {}) => ({
  uscc: composeUscc('91', '450100', serial),
  name: `演示单位${serial}`,
  divisionCode: '450100',
  ...changes,
});
const licence = (changes: Record<string, unknown> = {}) => ({
  number: 'GX-2026-001',
  mode: 'recycling',
  wasteCodes: ['900-052-31'],
  validFrom: '2026-01-01',
  validTo: '2031-01-01',
  issuer: '演示主管部门',
  ...changes,
});

describe('an organisation', () => {
  it('is registered once under its code, even by many requests at once', async () => {
    const tries = await Promise.all(Array.from({ length: 12 }, () => app.authority.post('/v1/parties', party(101))));
    expect(tries.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(tries.filter(({ json }) => json.code === 'party-exists')).toHaveLength(11);
  });

  it('is found by its code, by part of its name, and by id', async () => {
    const { json } = await app.authority.post('/v1/parties', party(102, { name: '演示 100%_蓄电池' }));
    expect(json.provinceCode).toBe('45');
    expect((await app.authority.get(`/v1/parties?uscc=${json.uscc}`)).json.items).toEqual([json]);
    for (const [name, found] of [
      ['100%25_', 1],
      ['%25%25', 0],
      ['%5F%5F', 0],
    ] as const) {
      expect((await app.authority.get(`/v1/parties?name=${name}`)).json.items, name).toHaveLength(found);
    }
    expect((await app.authority.get(`/v1/parties/${json.id}`)).json).toEqual(json);
  });

  it('shows no personal data', async () => {
    const { json } = await app.authority.post(
      '/v1/parties',
      party(103, { contactName: '某人', contactPhone: '0771-5550123' }),
    );
    expect(JSON.stringify((await app.authority.get(`/v1/parties/${json.id}`)).json)).not.toContain('某人');
    expect(JSON.stringify(json)).not.toContain('5550123');
  });

  it.each<[string, Record<string, unknown>]>([
    ['a wrong check character', { uscc: '914501000000000196' }],
    ['neither a code nor a reason', { uscc: null }],
    ['a name of blanks', { name: '  ' }],
    ['a name of wide blanks', { name: '\u3000\u200b' }],
    ['a name on two lines', { name: '演示\n单位' }],
    ['a contact of blanks', { contactName: ' ' }],
    ['a formula for a telephone number', { contactPhone: '=1+1' }],
    ['a telephone number of four digits', { contactPhone: '1234' }],
    ['a telephone number of words', { contactPhone: 'call me 13800001111' }],
    ['both a code and a reason', { usccMissingReason: 'shop' }],
    ['a whole province as its place', { divisionCode: '45' }],
    ['a province written as a city', { divisionCode: '4500' }],
    ['an unknown province', { divisionCode: '990100' }],
  ])('with %s is refused', async (_, changes) => {
    const { status, json } = await app.authority.post('/v1/parties', party(104, changes));
    expect([status, json.code]).toEqual([400, 'request-invalid']);
  });

  it('in a division that is unknown on the day is refused, and so is its site', async () => {
    const { status, json } = await app.authority.post('/v1/parties', party(106, { divisionCode: '459999' }));
    expect([status, json.code, json.pointer]).toEqual([422, 'division-unknown', '#/body/divisionCode']);
    const { partyId } = await app.enterprise();
    const site = { kind: 'recycler', name: '演示场所', divisionCode: '4599' };
    const refused = await app.authority.post(`/v1/parties/${partyId}/sites`, site);
    expect([refused.status, refused.json.code]).toEqual([422, 'division-unknown']);
  });

  it('is registered by an authority only', async () => {
    const own = await app.enterprise();
    expect((await own.post('/v1/parties', party(105))).json.code).toBe('scope-missing');
  });
});

describe('sites and licences', () => {
  it('are listed page by page to the last', async () => {
    const { partyId } = await app.enterprise();
    const path = `/v1/parties/${partyId}/licences`;
    for (const number of ['A1', 'A2', 'A3']) {
      const body = { ...licence({ validFrom: '2026-01-01', validTo: '2027-01-01' }), number };
      expect((await app.authority.post(path, body)).status).toBe(201);
    }
    const first = (await app.authority.get(`${path}?limit=2`)).json;
    const last = (await app.authority.get(`${path}?limit=2&cursor=${first.nextCursor}`)).json;
    expect([...first.items, ...last.items].map(({ number }) => number)).toEqual(['A1', 'A2', 'A3']);
    expect(last.nextCursor).toBeNull();
  });

  it('belong to an organisation that exists, in its own province', async () => {
    const { partyId } = await app.enterprise();
    const site = { kind: 'recycler', name: '演示场所', divisionCode: '440100' };
    const foreign = await app.authority.post(`/v1/parties/${partyId}/sites`, site);
    expect([foreign.status, foreign.json.code]).toEqual([422, 'site-outside-home']);
    const nobody = await app.authority.post(`/v1/parties/${newId()}/sites`, { ...site, divisionCode: '450100' });
    expect([nobody.status, nobody.json.code]).toEqual([404, 'party-missing']);
    expect((await app.authority.get(`/v1/parties/${newId()}/licences`)).json.code).toBe('party-missing');
  });

  it('a licence is registered once and shown with its term', async () => {
    const { partyId } = await app.enterprise();
    const path = `/v1/parties/${partyId}/licences`;
    const { json } = await app.authority.post(path, licence());
    const again = await app.authority.post(path, licence());
    expect([again.status, again.json.code]).toEqual([409, 'licence-exists']);
    expect((await app.authority.get(path)).json.items).toEqual([json]);
  });

  it.each([
    ['2026-01-01', '2026-01-01'],
    ['2026-01-02', '2026-01-01'],
    ['0000-01-01', '2026-01-01'],
    ['2026-02-30', '2031-01-01'],
    ['2026-01-01', '9999-01-01'],
  ])('a licence from %s to %s is refused', async (validFrom, validTo) => {
    const { partyId } = await app.enterprise();
    const { json } = await app.authority.post(`/v1/parties/${partyId}/licences`, licence({ validFrom, validTo }));
    expect(json.code).toBe('request-invalid');
  });

  it('lists show every record once, page by page', async () => {
    const all = (await app.authority.get('/v1/sites?limit=200')).json.items.map(({ id }: { id: string }) => id);
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { json } = await app.authority.get(`/v1/sites?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...json.items.map(({ id }: { id: string }) => id));
      if (json.nextCursor === null) break;
      cursor = json.nextCursor;
    }
    expect(seen).toEqual(all);
    expect(all.length).toBeGreaterThan(3);
  });
});
