import { beforeAll, describe, expect, it } from 'vitest';
import { CODE_KINDS } from '../../src/codes/code.ts';
import { LAW_SHAPES } from '../../src/commands/law.ts';
import { EXAMPLE_LISTS } from '../../src/core/example-codes.ts';
import { CodeFile, loadCodes } from '../../src/platform/law/index.ts';
import { NOW, useApp } from '../app/fixture.ts';

const app = useApp();
const provenance = { source: '演示通知', confidence: 'V' } as const;
const city = { code: '451500', level: 'city', parent: '450000', ...provenance } as const;

beforeAll(async () => {
  const file = CodeFile.parse({
    divisions: [
      { ...city, name: '旧名市', valid_from: '2020-01-01', valid_to: '2026-01-01' },
      { ...city, name: '新名市', valid_from: '2026-01-01' },
    ],
    law_values: [
      {
        key: 'codes.forms',
        value: [{ code: 'P', zh: '粉末', en: 'Powder', dusty: true }],
        valid_from: '2027-01-01',
        ...provenance,
      },
    ],
  });
  const actor = { subject: 'clerk', source: 'local', roles: [], scopes: [] } as const;
  await app.deps.db.transaction((tx) => loadCodes(tx, file, { actor, at: NOW, shapes: LAW_SHAPES }));
});

async function all(kind: string, query = '') {
  const items = [];
  for (let cursor = ''; ; ) {
    const { status, json, text } = await app.authority.get(`/v1/codes/${kind}?limit=200${query}${cursor}`);
    expect(status, text).toBe(200);
    items.push(...json.items);
    if (json.nextCursor === null) return items;
    cursor = `&cursor=${json.nextCursor}`;
  }
}

describe('a code table', () => {
  it.each(CODE_KINDS)('of %s has the term, source and confidence of every code', async (kind) => {
    const items = await all(kind);
    expect(items.length).toBeGreaterThan(1);
    expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
    for (const item of items) {
      expect(item.zh.length * item.source.length * item.confidence.length).toBeGreaterThan(0);
      expect(item.validFrom <= '2026-10-15').toBe(true);
    }
  });

  it('of divisions has every province, page by page', async () => {
    const items = await all('divisions');
    expect(items.filter(({ details }) => details.level === 'province')).toHaveLength(34);
    expect(items.find(({ code }) => code === '450100')).toMatchObject({ zh: '南宁市', details: { parent: '450000' } });
    expect(items.map(({ code }) => code)).toEqual(items.map(({ code }) => code).toSorted());
  });

  it('is read as of a day', async () => {
    const called = async (on: string) =>
      (await all('divisions', `&on=${on}`)).filter(({ code }) => code === '451500').map(({ zh }) => zh);
    expect([await called('2019-12-31'), await called('2025-12-31'), await called('2026-01-01')]).toEqual([
      [],
      ['旧名市'],
      ['新名市'],
    ]);
    expect((await all('forms')).map(({ code }) => code)).toEqual(['G', 'L', 'S', 'SS']);
    expect(await all('forms', '&on=2027-01-01')).toMatchObject([{ code: 'P', details: { dusty: true } }]);
    expect(await all('forms', '&on=1999-01-01')).toEqual([]);
    expect(await all('waste-codes', '&on=2024-12-31')).toContainEqual({
      code: '900-052-31',
      zh: '废铅蓄电池及废铅蓄电池拆解过程中产生的废铅板、废铅膏和酸液',
      en: null,
      details: { category: 'HW31', hazards: ['T', 'C'] },
      validFrom: '2021-01-01',
      validTo: '2025-01-01',
      source: 'National list of hazardous waste (2021)',
      confidence: 'V',
    });
  });

  it('that is unknown is missing, and none is read without the scope', async () => {
    expect((await app.authority.get('/v1/codes/colours')).json.code).toBe('request-invalid');
    const nobody = await app.client({ scopes: ['batches:read'] });
    expect((await nobody.get('/v1/codes/forms')).json.code).toBe('scope-missing');
  });
});

it.each(Object.entries(EXAMPLE_LISTS))(
  'examples of problems show the list %s as it is in force',
  async (kind, names) => {
    const codes: [string, string][] = (await all(kind)).map(({ code, en }) => [code, en]);
    expect(Object.keys(names)).toEqual(expect.arrayContaining(codes.map(([code]) => code)));
    expect(names).toEqual(Object.fromEntries(codes));
  },
);
