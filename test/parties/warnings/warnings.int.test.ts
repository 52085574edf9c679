/** Doubtful codes and places are registered, and their warnings are shown, recorded and found. */
import { describe, expect, it } from 'vitest';
import { composeUscc } from '../../../src/core/identifiers/uscc.ts';
import { TABLE_CONTENT_TYPES, toXlsx } from '../../../src/platform/table/index.ts';
import { useApp } from '../../app/fixture.ts';
import { csv, HEADER, row, sendTo } from '../imports/files.ts';

const app = useApp();

// biome-ignore lint/suspicious/noExplicitAny: tests say what they expect by looking
const codesOf = ({ warnings }: any): string[] => warnings.map(({ code }: { code: string }) => code);
const draft = (division: string, serial: number, more: object = {}) => ({
  ...{ uscc: composeUscc('91', division, serial), name: `演示单位${serial}`, divisionCode: '450100', ...more },
});
const payloadOf = async (subject: string): Promise<Record<string, unknown>> => {
  const { rows } = await app.database.db.$client.query('select payload from journal_entries where subject = $1', [
    subject,
  ]);
  return rows[0].payload;
};
const listed = async (path: string): Promise<string[]> =>
  (await app.authority.get(path)).json.items.map(({ id }: { id: string }) => id);

describe('an organisation with a doubtful code', () => {
  it('is registered with a warning, which the answers, the journal and the list show', async () => {
    const { status, json } = await app.authority.post('/v1/parties', draft('440100', 2001));
    expect([status, codesOf(json)]).toEqual([201, ['uscc-division-differs']]);
    expect(json.warnings[0].detail).toContain('was issued in division 440100');
    const headers = { 'accept-language': 'zh-CN' };
    const chinese = await app.http.inject({
      ...{ url: `/v1/parties/${json.id}`, headers: { ...headers, authorization: `Bearer ${app.authority.token}` } },
    });
    expect(chinese.json().warnings[0]).toMatchObject({ title: '统一社会信用代码与所在地不一致', severity: 'flag' });
    expect(await payloadOf(`party:${json.id}`)).toMatchObject({ warnings: ['uscc-division-differs'] });
    const plain = await app.authority.post('/v1/parties', draft('450100', 2002));
    expect(codesOf(plain.json)).toEqual([]);
    expect(await payloadOf(`party:${plain.json.id}`)).toMatchObject({ warnings: [] });
    for (const filter of ['any', 'uscc-division-differs']) {
      const found = await listed(`/v1/parties?limit=200&warning=${filter}`);
      expect(found).toContain(json.id);
      expect(found).not.toContain(plain.json.id);
    }
    expect(await listed('/v1/parties?limit=200&warning=uscc-registration')).not.toContain(json.id);
    const unknown = await app.authority.get('/v1/parties?warning=of-the-moon');
    expect([unknown.status, unknown.json.code]).toEqual([400, 'request-invalid']);
  });

  it('keeps the warning through its steps', async () => {
    const { json } = await app.authority.post('/v1/parties', draft('999999', 2003));
    const suspended = await app.authority.post(`/v1/parties/${json.id}/suspend`, { reason: '核查' });
    expect(codesOf(suspended.json)).toEqual(['uscc-division-unknown']);
  });

  it('in a province without cities in the list is not verified', async () => {
    const { json } = await app.authority.post('/v1/parties', draft('710000', 2004, { divisionCode: '710100' }));
    expect(codesOf(json)).toEqual(['division-unverified']);
  });

  it.each(['450199', '442001', '310199', '429099', '460199', '660100'].entries().toArray())(
    'in a county that no list can verify (%i: %s) is registered with a warning',
    async (at, divisionCode) => {
      const serial = 2100 + at;
      const { status, json } = await app.authority.post('/v1/parties', draft('100000', serial, { divisionCode }));
      expect([status, codesOf(json)]).toEqual([201, ['division-unverified']]);
    },
  );
});

describe('a change of what is registered', () => {
  const change = async (path: string, body: object) => {
    const { headers } = await app.authority.get(path);
    return app.authority.patch(path, { reason: '核对后更正', ...body }, { 'if-match': String(headers.etag ?? '"1"') });
  };

  it('of the code judges the organisation again, in the answer and in the list', async () => {
    const { json } = await app.authority.post('/v1/parties', draft('440100', 2030));
    const right = await change(`/v1/parties/${json.id}`, { uscc: composeUscc('91', '450100', 2030) });
    expect([right.status, codesOf(right.json)]).toEqual([200, []]);
    expect(await listed('/v1/parties?limit=200&warning=any')).not.toContain(json.id);
    const wrong = await change(`/v1/parties/${json.id}`, { uscc: composeUscc('91', '999999', 2030) });
    expect(codesOf(wrong.json)).toEqual(['uscc-division-unknown']);
    const named = await change(`/v1/parties/${json.id}`, { name: '演示更名单位' });
    expect(codesOf(named.json)).toEqual(['uscc-division-unknown']);
  });

  it('of the coordinates judges the site again', async () => {
    const { partyId } = await app.enterprise();
    const { json } = await app.authority.post(`/v1/parties/${partyId}/sites`, {
      ...{ kind: 'collection_point', name: '演示网点', divisionCode: '450100', latitude: 39.9, longitude: 116.4 },
    });
    const { json: right } = await change(`/v1/sites/${json.id}`, { latitude: 22.8, longitude: 108.3 });
    expect([codesOf(json), codesOf(right)]).toEqual([['site-outside-province'], []]);
    expect(await listed(`/v1/parties/${partyId}/sites?warning=any`)).toEqual([]);
  });

  it('cannot make two permits of one by another spelling', async () => {
    const { partyId } = await app.enterprise();
    const post = (permitNumber: string) =>
      app.authority.post(`/v1/parties/${partyId}/vehicles`, {
        ...{ plate: '桂A12345', permitNumber, permitValidFrom: '2026-01-01', permitValidTo: '2027-01-01' },
      });
    await post('GX-1');
    const { json } = await post('GX-2');
    const { status, json: problem } = await change(`/v1/parties/${partyId}/vehicles/${json.id}`, {
      permitNumber: 'gx-1',
    });
    expect([status, problem.code]).toEqual([409, 'vehicle-exists']);
  });
});

describe('a site with doubtful coordinates', () => {
  it('is registered with a warning, and found by it', async () => {
    const { partyId } = await app.enterprise();
    const post = (latitude: number, longitude: number) =>
      app.authority.post(`/v1/parties/${partyId}/sites`, {
        ...{ kind: 'collection_point', name: '演示网点', divisionCode: '450100', latitude, longitude },
      });
    const [good, bad] = [await post(22.8, 108.3), await post(39.9, 116.4)];
    expect([codesOf(good.json), codesOf(bad.json)]).toEqual([[], ['site-outside-province']]);
    expect(bad.json.warnings[0].detail).toContain('39.9° N, 116.4° E');
    expect(await payloadOf(`site:${bad.json.id}`)).toMatchObject({ warnings: ['site-outside-province'] });
    expect(await listed(`/v1/parties/${partyId}/sites?warning=any`)).toEqual([bad.json.id]);
    expect(await listed('/v1/sites?warning=site-outside-province')).toEqual([bad.json.id]);
  });

  it('is still refused outside the province of its organisation', async () => {
    const { partyId } = await app.enterprise();
    const site = { kind: 'collection_point', name: '演示网点', divisionCode: '440103' };
    const { json } = await app.authority.post(`/v1/parties/${partyId}/sites`, site);
    expect(json.code).toBe('site-outside-home');
  });
});

it('the warnings of the register are counted, in the language of the reader', async () => {
  const count = async (record: string, code: string, client = app.authority): Promise<number> => {
    const { items } = (await client.get('/v1/register-warnings')).json;
    type Item = { readonly record: string; readonly code: string; readonly records: number };
    return items.find((one: Item) => one.record === record && one.code === code)?.records ?? 0;
  };
  const before = await count('party', 'uscc-registration');
  await app.authority.post('/v1/parties', { ...draft('450100', 2020), uscc: composeUscc('XX', '450100', 2020) });
  expect(await count('party', 'uscc-registration')).toBe(before + 1);
  expect(await count('site', 'uscc-registration')).toBe(0);
  const city = await app.client({ roles: ['city_regulator'], division: '4501' });
  expect(await count('party', 'uscc-registration', city)).toBe(before + 1);
});

describe('the report on an import', () => {
  it('names each warning by sheet, line and column, in the language of the reader, and registers the row', async () => {
    const other = row(2011, { uscc: composeUscc('91', '440100', 2011) });
    const file = await toXlsx('单位', [HEADER, row(2010), other]);
    const { json } = await sendTo(app, file, { type: TABLE_CONTENT_TYPES.xlsx, language: 'zh-CN' });
    expect([json.applied, json.counts.registered, json.faultsTotal, json.warningsTotal]).toEqual([true, 2, 0, 1]);
    expect(json.warnings).toEqual([
      {
        ...{ sheet: '单位', line: 3, column: 1, letters: 'A', name: 'uscc', field: 'uscc' },
        ...{ code: 'uscc-division-differs', detail: expect.stringContaining('登记机关行政区划为 440100') },
      },
    ]);
    expect(await listed('/v1/parties?limit=200&warning=any')).toContain(json.rows[1].id);
    const again = await sendTo(app, csv(HEADER, row(2010), other));
    expect([again.json.counts.unchanged, again.json.warningsTotal]).toEqual([2, 0]);
  });

  it('names counties that no list can verify', async () => {
    const file = csv(HEADER, row(2030, { divisionCode: '450199' }), row(2031, { divisionCode: '660100' }));
    const { json } = await sendTo(app, file, { query: '?dryRun=true' });
    const told = json.warnings.map(({ line, code }: { line: number; code: string }) => [line, code]);
    expect(told).toEqual(expect.arrayContaining([2, 3].map((line) => [line, 'division-unverified'])));
  });

  it('names unusual plates, also in a trial', async () => {
    const { partyId } = await app.enterprise();
    const header = ['partyId', 'plate', 'trailer', 'permitNumber', 'permitValidFrom', 'permitValidTo'];
    const file = csv(header, [partyId, '桂A000001X', 'false', 'P-1', '2026-01-01', '2027-01-01']);
    const { json } = await sendTo(app, file, { kind: 'vehicles', query: '?dryRun=true' });
    expect(json.warnings).toMatchObject([{ line: 2, column: 2, field: 'plate', code: 'plate-form' }]);
  });
});

describe('a permit of a vehicle', () => {
  const permit = (permitNumber: string) => ({
    ...{ plate: '桂A12345', permitNumber, permitValidFrom: '2026-01-01', permitValidTo: '2027-01-01' },
  });

  it('is one in every spelling: a second one is refused, and unchanged in a file', async () => {
    const { partyId } = await app.enterprise();
    const post = (permitNumber: string) => app.authority.post(`/v1/parties/${partyId}/vehicles`, permit(permitNumber));
    expect((await post('gx-4501 0001')).status).toBe(201);
    for (const spelling of ['GX-45010001', 'ＧＸ－４５０１０００１', 'gx‐4501\u00a00001']) {
      const { status, json } = await post(spelling);
      expect([status, json.code], spelling).toEqual([409, 'vehicle-exists']);
    }
    expect((await post('GX-45010002')).status).toBe(201);
    const header = ['partyId', 'plate', 'trailer', 'permitNumber', 'permitValidFrom', 'permitValidTo'];
    const file = csv(header, [partyId, '桂A12345', 'false', 'GX—45010001', '2026-01-01', '2027-01-01']);
    const { json } = await sendTo(app, file, { kind: 'vehicles' });
    expect(json.counts).toMatchObject({ registered: 0, unchanged: 1 });
  });

  it('is registered once when its spellings arrive at once', async () => {
    const { partyId } = await app.enterprise();
    const spellings = ['GX-7', 'gx-7', 'GX- 7', 'ＧＸ-7'];
    const answers = await Promise.all(
      spellings.map((number) => app.authority.post(`/v1/parties/${partyId}/vehicles`, permit(number))),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
  });
});
