/** The workbooks of series, rankings and comparisons: their formulas give the figures of the answers. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Enterprise } from '../../app/fixture.ts';
import { useApp } from '../../app/fixture.ts';
import { ok, plantOf } from '../plant.ts';
import { openSpreadsheet } from '../report/spreadsheet.ts';

const app = useApp();
const plant = plantOf(app);
/** A name that a spreadsheet would run if it were no text. */
const NAME = '=HYPERLINK("http://x","y")';
let smelter: Enterprise;
let neighbour: Enterprise;

beforeAll(async () => {
  app.clock.now = new Date('2026-11-02T04:00:00.000Z');
  const point = await plant.enterprise('collection_point', ['collection']);
  neighbour = await plant.enterprise('recycler', ['recycling', 'transport']);
  smelter = await app.enterprise({ kind: 'recycler', name: NAME });
  for (const mode of ['recycling', 'transport']) {
    await app.authority.post(`/v1/parties/${smelter.partyId}/licences`, {
      ...{ number: `演示-${mode}-7`, mode, wasteCodes: ['900-052-31'], issuer: '演示生态环境厅' },
      ...{ validFrom: '2026-01-01', validTo: '2030-01-01' },
    });
  }
  const batchId = await plant.deliver({ who: point }, { who: smelter }, { tonnes: 10, day: 5 });
  await plant.smelt(smelter, { [batchId]: 10 }, 5.7);
  await plant.countBoth(smelter, [{ item: 'refined_lead', massGrams: 5_700_000, leadPpm: 1_000_000 }]);
}, 60_000);

async function download(who: { readonly token: string }, path: string) {
  const headers = { authorization: `Bearer ${who.token}`, 'accept-language': 'zh' };
  const answer = await app.http.inject({ url: `/v1/recovery/${path}&format=xlsx`, headers });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  expect(answer.headers['content-type']).toContain('spreadsheetml');
  return { name: answer.headers['content-disposition'], sheet: openSpreadsheet(answer.rawPayload) };
}

function recompute(sheet: ReturnType<typeof openSpreadsheet>): number {
  const formulas = sheet.formulas();
  for (const { sheet: name, cell } of formulas) {
    expect(Number(sheet.compute(name, cell)), `${name} ${cell}`).toBeCloseTo(Number(sheet.stored(name, cell)), 6);
  }
  return formulas.length;
}

describe('the workbook of', () => {
  it('a series has the rates of each month by formula, and the lead of all months', async () => {
    const of = `series?year=2026&partyId=${smelter.partyId}`;
    const { items } = await ok(smelter.get(`/v1/recovery/${of}`));
    const { name, sheet } = await download(smelter, of);
    expect(name).toBe('attachment; filename="recovery-2026.xlsx"');
    expect(recompute(sheet)).toBeGreaterThan(40);
    const october = items[9];
    expect(sheet.stored('逐月回收率', 'A11')).toBe('2026-10');
    for (const [letter, rate] of [
      ['O', 'headline'],
      ['P', 'productsOnly'],
      ['Q', 'conservative'],
      ['R', 'unaccountedShare'],
    ]) {
      expect(Number(sheet.compute('逐月回收率', `${letter}11`)).toFixed(2)).toBe(october.rates[rate!].percent);
    }
    expect(sheet.stored('逐月回收率', 'A13')).toBe('合计');
    expect(sheet.compute('逐月回收率', 'K13')).toBe(5_700_000);
    expect(sheet.stored('逐月回收率', 'O13')).toBe('无法计算');
  });

  it('a ranking has only what the caller may see, and no formula from a name', async () => {
    const { sheet } = await download(app.authority, 'ranking?period=2026-10');
    expect(recompute(sheet)).toBeGreaterThan(5);
    expect([sheet.stored('企业排名', 'A2'), sheet.stored('企业排名', 'B2')]).toEqual([1, NAME]);
    expect(sheet.stored('企业排名', 'A3')).toBe('—');
    expect(sheet.formulas().filter(({ formula }) => /HYPERLINK/.test(formula))).toEqual([]);
    const own = await download(neighbour, 'ranking?period=2026-10');
    expect(['A2', 'A3'].map((cell) => own.sheet.stored('企业排名', cell))).toEqual(['—', undefined]);
    expect(own.sheet.stored('企业排名', 'U2')).toBe('评价期内无处理量');
  });

  it('a comparison has every figure of every method', async () => {
    const of = `comparison?period=2026-10&partyId=${smelter.partyId}`;
    const { methods } = await ok(smelter.get(`/v1/recovery/${of}`, { 'accept-language': 'zh' }));
    const { sheet } = await download(smelter, of);
    recompute(sheet);
    type Figure = { readonly title: string; readonly value: { readonly percent: string } | null };
    const figures: (Figure & { readonly method: string })[] = methods.flatMap(
      ({ title: method, figures }: { readonly title: string; readonly figures: readonly Figure[] }) =>
        figures.map((one) => ({ ...one, method })),
    );
    expect(figures.length).toBeGreaterThan(5);
    for (const [at, { method, title, value }] of figures.entries()) {
      const row = at + 2;
      expect([sheet.stored('方法比较', `A${row}`), sheet.stored('方法比较', `E${row}`)]).toEqual([method, title]);
      if (value) expect(Number(sheet.compute('方法比较', `F${row}`)).toFixed(2)).toBe(value.percent);
    }
  });
});
