/** The files that the description shows are taken and written as shown, with the answers that it shows. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_IDS } from '../../../src/core/example-ids.ts';
import { composeUscc } from '../../../src/core/identifiers/uscc.ts';
import { OPENAPI_FILE } from '../../../src/openapi.ts';
import { PARTY_HISTORY } from '../../../src/parties/examples/register.ts';
import { IMPORT_KINDS, type ImportKind } from '../../../src/parties/imports/columns.ts';
import { CSV_MARK } from '../../../src/platform/table/index.ts';
import { type Client, useApp } from '../../app/fixture.ts';

const { examples } = JSON.parse(readFileSync(OPENAPI_FILE, 'utf8')).components;
const shown = (name: string) => examples[name]?.value;

const TITLES = { parties: 'Parties', sites: 'Sites', licences: 'Licences', vehicles: 'Vehicles' };
const IDS = { parties: 'collector', sites: 'collectionSite', licences: 'licence', vehicles: 'vehicle' } as const;
/** The column that the faulty row leaves empty. */
const LEFT_OUT = { parties: '单位名称', sites: '场所名称', licences: '发证机关', vehicles: '道路运输证号' };

const app = useApp();
let office: Client;
/** Identifiers of the examples by those that the service gave. */
const known = new Map<string, string>();
const asShown = (text: string) => [...known].reduce((all, [from, to]) => all.replaceAll(from, to), text);

const send = (kind: ImportKind, text: string, query: string, language = 'en') =>
  office.post(`/v1/imports/${kind}${query}`, text, { 'content-type': 'text/csv', 'accept-language': language });
const take = async (path: string, language = 'en') => {
  const answer = await office.get(path, { 'accept-language': language });
  expect(answer.status).toBe(200);
  return asShown(answer.text);
};

/** The Chinese file with a second row in which one cell is empty. */
function withFault(kind: ImportKind): string {
  const [header = '', row = ''] = shown(`${TITLES[kind]}FileInChinese`).split('\r\n');
  const place = header.split(',').indexOf(LEFT_OUT[kind]);
  const faulty = row.split(',').with(place, '').join(',');
  return [header, row, faulty, ''].join('\r\n');
}

beforeAll(async () => {
  app.clock.now = new Date('2026-09-01T02:00:00.000Z');
  office = await app.client({ subject: 'office' });
  known.set('office', EXAMPLE_IDS.person);
  const carrier = { uscc: composeUscc('91', '450100', 102), name: '演示危货运输有限公司', divisionCode: '450100' };
  expect((await office.post('/v1/parties', carrier)).status).toBe(201);
  for (const kind of IMPORT_KINDS) {
    const { json } = await send(kind, shown(`${TITLES[kind]}File`), '?mode=rows');
    known.set(json.rows[0].id, EXAMPLE_IDS[IDS[kind]]);
    expect(JSON.parse(asShown(JSON.stringify(json)))).toEqual(shown(`${TITLES[kind]}Imported`));
  }
}, 60_000);

describe.each(IMPORT_KINDS)('the examples of %s', (kind) => {
  it('are the same file in Chinese', async () => {
    const { json } = await send(kind, shown(`${TITLES[kind]}FileInChinese`), '?mode=rows');
    expect(json).toMatchObject({ kind, counts: { rows: 1, unchanged: 1 }, faults: [] });
  });

  it('show what a faulty row is answered, in both modes', async () => {
    const byRows = await send(kind, withFault(kind), '?mode=rows', 'zh');
    expect([byRows.status, JSON.parse(asShown(byRows.text))]).toEqual([200, shown(`${TITLES[kind]}Refused`)]);
    const whole = await send(kind, withFault(kind), '', 'zh');
    expect([whole.status, JSON.parse(asShown(whole.text)).report]).toEqual([
      422,
      { ...shown(`${TITLES[kind]}Refused`), mode: 'all', applied: false },
    ]);
  });

  it('show what an import of many rows is answered before it runs', async () => {
    const [header, row] = shown(`${TITLES[kind]}File`).split('\r\n');
    const { status, json } = await send(kind, [header, ...Array(2_500).fill(row)].join('\r\n'), '?mode=rows');
    const { id: _, createdAt, ...waiting } = json;
    expect([status, createdAt]).toEqual([202, app.clock.now.toISOString()]);
    expect(shown(`${TITLES[kind]}ImportWaiting`)).toMatchObject(waiting);
  });

  it.each([
    ['en', ''],
    ['zh', 'InChinese'],
  ])('show the template in the language %s', async (language, ending) => {
    const text = await take(`/v1/imports/${kind}/template`, language);
    expect(text).toBe(CSV_MARK + shown(`${TITLES[kind]}Template${ending}`));
  });
});

it('show exports of all kinds as the service writes them', async () => {
  const id = [...known].find(([, shownId]) => shownId === EXAMPLE_IDS.collector)?.[0];
  const licence = [...known].find(([, shownId]) => shownId === EXAMPLE_IDS.licence)?.[0];
  const lines = async (kind: string) => (await take(`/v1/exports/${kind}`)).replace(CSV_MARK, '').split('\r\n');
  for (const kind of IMPORT_KINDS) {
    const [header, row] = shown(`${TITLES[kind]}Export`).split('\r\n');
    const written = await lines(kind);
    expect(written[0]).toBe(header);
    expect(written).toContain(row);
  }
  const [history] = PARTY_HISTORY.items;
  app.clock.now = new Date(history?.at ?? '');
  await office.post(`/v1/parties/${id}/suspend`, { reason: history?.reason });
  expect((await lines('party-steps')).join('\r\n')).toBe(shown('PartyStepsExport'));
  app.clock.now = new Date('2026-10-28T03:00:00.000Z');
  const suspension = { effectiveOn: '2026-11-01', reason: '贮存场所整改。' };
  await office.post(`/v1/parties/${id}/licences/${licence}/suspend`, suspension);
  expect((await lines('licence-steps')).join('\r\n')).toBe(shown('LicenceStepsExport'));
});
