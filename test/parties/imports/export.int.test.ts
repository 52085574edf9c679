import { beforeAll, describe, expect, it } from 'vitest';
import { readTable, TABLE_CONTENT_TYPES } from '../../../src/platform/table/index.ts';
import { type TestApp, useApp } from '../../app/fixture.ts';
import { csv, faults, HEADER, row, sendTo } from './files.ts';

const app = useApp();
const other = useApp();

async function take(
  kind: string,
  format: 'csv' | 'xlsx' = 'csv',
  from: TestApp = app,
  { purpose = 'moving', language = 'en' } = {},
) {
  const answer = await from.http.inject({
    method: 'GET',
    url: `/v1/exports/${kind}?format=${format}`,
    headers: {
      authorization: `Bearer ${from.authority.token}`,
      'accept-language': language,
      ...(purpose === '' ? {} : { 'personal-data-purpose': purpose }),
    },
  });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    200,
    `${TABLE_CONTENT_TYPES[format]}${format === 'csv' ? '; charset=utf-8' : ''}`,
  ]);
  return answer.rawPayload;
}

describe('a register', () => {
  beforeAll(async () => {
    const tricky = ['=1+1', '+86 771', '-x', '@x', "'=x", 'a,"b" c', '_x0041_', ' blank ', '＝1'];
    await sendTo(
      app,
      csv(
        ['usccMissingReason', 'name', 'divisionCode', 'address', 'contactPhone'],
        ...tricky.map((name) => ['个体', name, '450100', `${name} ,"`, '0771-1']),
      ),
    ).then(({ json }) => expect(json.counts).toMatchObject({ registered: tricky.length }));
    const { json } = await app.authority.get('/v1/parties?limit=200');
    const nameless = json.items.find(({ uscc }: { uscc: string | null }) => uscc === null);
    const sites = csv(
      ['partyId', 'kind', 'name', 'divisionCode', 'storageLimitGrams'],
      [nameless.id, '收集网点', '点', '450100', '5'],
      [nameless.id, 'generator', '=点', '450100', ''],
    );
    expect((await sendTo(app, sites, { kind: 'sites' })).status).toBe(200);
    // Two organisations of one name, registered singly, stay two.
    const twin = { kind: 'generator', name: '同名', divisionCode: '450100' };
    for (const _ of [1, 2]) {
      expect((await app.authority.post(`/v1/parties/${nameless.id}/sites`, twin)).status).toBe(201);
    }
    await sendTo(app, csv(HEADER, row(7_001, { contactName: '某人' })));
    const licences = csv(
      ['partyId', 'number', 'mode', 'wasteCodes', 'validFrom', 'validTo', 'issuer'],
      [nameless.id, '00123', '运输', '900-052-31 384-004-31', '2026-01-01', '2027-01-01', '主管'],
    );
    expect((await sendTo(app, licences, { kind: 'licences' })).json.faults).toEqual([]);
    const vehicles = csv(
      ['partyId', 'plate', 'plateColor', 'trailer', 'permitNumber', 'permitValidFrom', 'permitValidTo'],
      [nameless.id, '桂A·12345', '黄色', '否', '0001', '2026-01-01', '2027-01-01'],
    );
    expect((await sendTo(app, vehicles, { kind: 'vehicles' })).json.faults).toEqual([]);
  });

  it.each(['csv', 'xlsx'] as const)(
    'exported as %s and imported into an empty service is equal there',
    async (format) => {
      const type = TABLE_CONTENT_TYPES[format];
      for (const kind of ['parties', 'sites', 'licences', 'vehicles']) {
        const file = await take(kind, format);
        const { rows } = await readTable(file, format);
        expect(rows.length).toBeGreaterThan(0);
        const first = await sendTo(other, file, { kind, type });
        expect([first.status, first.json.faults], JSON.stringify(first.json).slice(0, 300)).toEqual([200, []]);
        expect(first.json.counts[format === 'csv' ? 'registered' : 'unchanged']).toBe(rows.length);
        // A workbook contains the time of its creation, so the cells are compared.
        expect((await readTable(await take(kind, format, other), format)).rows).toEqual(rows);
        expect((await sendTo(app, file, { kind, type })).json.counts.unchanged).toBe(rows.length);
      }
    },
  );

  it.each(['csv', 'xlsx'] as const)(
    'in Chinese as %s shows words, and is imported as the same register',
    async (format) => {
      const words = { parties: '正常', sites: '收集网点', licences: '运输', vehicles: '黄色' };
      for (const [kind, word] of Object.entries(words)) {
        const file = await take(kind, format, app, { language: 'zh' });
        const { header, rows } = await readTable(file, format);
        expect(header.cells.every(({ text }) => /\p{Script=Han}/u.test(text))).toBe(true);
        const cells = rows.flatMap((row) => row.cells.map(({ text }) => text));
        expect(cells).toContain(word);
        for (const code of ['active', 'collection_point', 'generator', 'transport', 'yellow', 'false']) {
          expect(cells).not.toContain(code);
        }
        const { json } = await sendTo(app, file, { kind, type: TABLE_CONTENT_TYPES[format] });
        expect([json.faults, json.counts.unchanged]).toEqual([[], rows.length]);
      }
    },
  );

  it('includes personal data only with a purpose, and is still the same register without them', async () => {
    const file = await take('parties', 'csv', app, { purpose: '' });
    expect([file.includes('某人'), (await take('parties')).includes('某人')]).toEqual([false, true]);
    const { json } = await sendTo(app, file);
    expect([json.counts.unchanged, json.faults]).toEqual([json.counts.rows, []]);
  });

  it('contains nothing that a spreadsheet would run as a formula', async () => {
    const text = (await take('parties')).toString();
    expect(text).toContain("'=1+1");
    expect(text.split(/\r\n|,/).filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
  });

  it('is exported by an authority only, and the export is recorded', async () => {
    const own = await app.enterprise();
    for (const path of ['/v1/exports/parties', '/v1/imports/parties/template']) {
      expect((await own.get(path)).json.code).toBe('scope-missing');
    }
    expect((await sendTo(app, 'a', { token: own.token })).json.code).toBe('scope-missing');
    const { rows } = await app.database.db.$client.query(
      `select payload, actor from journal_entries where kind = 'register.exported'`,
    );
    expect(rows).toContainEqual({
      payload: { kind: 'parties', format: 'xlsx', purpose: 'moving' },
      actor: { source: 'local', subject: 'authority' },
    });
  });

  it.each(['parties', 'sites', 'licences', 'vehicles'])(
    'of %s has a template whose example row is valid',
    async (kind) => {
      for (const format of ['csv', 'xlsx'] as const) {
        const answer = await app.http.inject({
          url: `/v1/imports/${kind}/template?format=${format}`,
          headers: { authorization: `Bearer ${app.authority.token}`, 'accept-language': 'zh' },
        });
        expect(answer.statusCode).toBe(200);
        const { status, json } = await sendTo(app, answer.rawPayload, {
          kind,
          type: TABLE_CONTENT_TYPES[format],
          query: '?dryRun=true',
        });
        expect(status).toBe(200);
        expect(faults(json).map(([, , rule]) => rule)).toEqual(kind === 'parties' ? [] : ['party-reference-missing']);
      }
    },
  );
});
