import { beforeAll, describe, expect, it } from 'vitest';
import type { Enterprise } from '../../app/fixture.ts';
import { useApp } from '../../app/fixture.ts';
import { bare, pagesOf } from '../../platform/print/pdf.ts';
import { ok, plantOf } from '../plant.ts';
import { openSpreadsheet } from './spreadsheet.ts';

const app = useApp();
const plant = plantOf(app);

/** A name that would be code in a template, with characters of names that few fonts have. */
const NAME = '演示#panic()$x$冶炼@镕𠮷"有限\\公司';

let smelter: Enterprise;
let neighbour: Enterprise;

beforeAll(async () => {
  app.clock.now = new Date('2026-11-02T04:00:00.000Z');
  smelter = await app.enterprise({ kind: 'recycler', name: NAME });
  const point = await app.enterprise();
  neighbour = await app.enterprise({ kind: 'recycler' });
  for (const [{ partyId }, mode] of [
    [smelter, 'recycling'],
    [smelter, 'transport'],
    [point, 'collection'],
  ] as const) {
    await app.authority.post(`/v1/parties/${partyId}/licences`, {
      ...{ number: `演示-${mode}`, mode, wasteCodes: ['900-052-31'], issuer: '演示生态环境厅' },
      ...{ validFrom: '2026-01-01', validTo: '2030-01-01' },
    });
  }
  const batchId = await plant.deliver({ who: point }, { who: smelter }, { tonnes: 10, day: 5 });
  await plant.smelt(smelter, { [batchId]: 10 }, 5.7);
  await plant.countBoth(smelter);
  await measure('2025-06-05', { technologyClass: '1', pvcSeparated: false, certificateNumber: '演示检-2025-1' });
  await measure('2026-10-06', { technologyClass: '3', certificateNumber: '演示检-2026-1' });
}, 60_000);

/** 60 000 m³/h for 7 200 h are 1.2 times the reference exhaust of 36 000 t. */
function measure(day: string, changes: object) {
  const sample = {
    ...{ femtogramsPerCubicMetre: 450_000, oxygenBasisPoints: 1_450, cubicMetresPerHour: 60_000 },
    ...{ celsius: 82, moistureBasisPoints: 610, loadBasisPoints: 9_200 },
  };
  return ok(
    smelter.post('/v1/dioxin-measurements', {
      ...{ siteId: smelter.siteId, outlet: 'DA003', furnace: '侧吹炉', pvcSeparated: true },
      ...{ laboratory: '演示检测中心', cmaNumber: '演示', method: 'HJ 77.2-2008', teqScheme: 'i_tef' },
      ...{ nonDetectRule: 'half_limit', samples: [sample, sample, sample] },
      ...{ operatingHours: 7_200, productGrams: 36_000_000_000 },
      ...{ startedAt: `${day}T08:00:00+08:00`, sampledAt: `${day}T16:00:00+08:00`, ...changes },
    }),
  );
}

async function download(who: { readonly token: string }, query: string) {
  const url = `/v1/recovery/report?period=2026-10&partyId=${smelter.partyId}${query}`;
  const answer = await app.http.inject({ url, headers: { authorization: `Bearer ${who.token}` } });
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
}

describe('the report as a workbook', () => {
  it('has formulas that give the figures of the answer', async () => {
    const { json } = await smelter.get(`/v1/recovery?period=2026-10&partyId=${smelter.partyId}`);
    const { status, headers, bytes } = await download(smelter, '&format=xlsx');
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe('attachment; filename="recovery-2026-10.xlsx"');
    const sheet = openSpreadsheet(bytes);
    expect(sheet.stored('汇总', 'B2')).toBe(NAME);
    expect(Number(sheet.compute('汇总', 'C21')).toFixed(2)).toBe(json.rates.headline.percent);
    const { numerator, denominator } = json.rates.headline;
    expect(sheet.compute('汇总', 'B21')).toBeCloseTo(Number(numerator) / Number(denominator), 12);
    for (const { sheet: name, cell } of sheet.formulas()) {
      expect(Number(sheet.compute(name, cell)), `${name} ${cell}`).toBeCloseTo(Number(sheet.stored(name, cell)), 6);
    }
  });
});

describe('the report as PDF', () => {
  it('has the figures of the answer, in Chinese', async () => {
    const { json } = await smelter.get(`/v1/recovery?period=2026-10&partyId=${smelter.partyId}`);
    const { status, headers, bytes } = await download(smelter, '');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="recovery-2026-10.pdf"',
    });
    const text = (await pagesOf(bytes)).join('');
    expect(text).toContain('铅回收率评价报告');
    expect(text).toContain('演示#panic()$x$冶炼@镕〔U+20BB7〕"有限\\公司');
    expect(text).toContain(`${json.rates.headline.percent}%`);
    for (const { headline, productsOnly } of [json.rates]) {
      expect(text).toContain(
        `（产品铅＋副产品铅）÷可回收铅${headline.percent}${json.uncertainty.headline.expandedPoints}`,
      );
      expect(text).toContain(`产品铅÷可回收铅${productsOnly.percent}`);
    }
    for (const [name, tonnes] of [
      ['接受', '10.0005.800'],
      ['产品', '5.7005.700'],
      ['可回收铅', '5.800'],
      ['未核算铅', '0.100'],
    ]) {
      expect(text).toContain(`${name}${tonnes}`);
    }
    for (const { title, detail } of (
      await app.http
        .inject({
          url: `/v1/recovery?period=2026-10&partyId=${smelter.partyId}`,
          headers: { authorization: `Bearer ${smelter.token}`, 'accept-language': 'zh' },
        })
        .then((answer) => answer.json())
    ).findings) {
      expect(text).toContain(bare(title));
      expect(text).toContain(bare(detail).replaceAll('𠮷', '〔U+20BB7〕'));
    }
    expect(text).toContain('演示检测中心');
    expect(text).toMatch(/数据摘要（SHA-256）[0-9a-f]{64}/);
  });

  it('has the dioxin of the year: the limit in the reference exhaust, and releases before and after', async () => {
    const text = (await pagesOf((await download(smelter, '')).bytes)).join('');
    expect(text).toContain('DA003侧吹炉2026-10-06演示检-2026-10.4500000.540000超标');
    expect(text).toContain('DA003132.8800000000000.0018000000000.1944000000005.400000');
    expect(text).toContain('合计2.8800000000000.0018000000000.194400000000');
    const sheet = openSpreadsheet((await download(smelter, '&format=xlsx')).bytes);
    expect(['F3', 'G3', 'H3', 'I3', 'J4', 'K4', 'L4'].map((cell) => sheet.stored('二噁英', cell))).toEqual([
      ...[0.54, '超标', '1', '3', 2.88, 0.0018, 0.1944],
    ]);
    expect(sheet.compute('二噁英', 'J4')).toBe(2.88);
  });

  it('is in English on request, and has the same bytes at the same time', async () => {
    const [one, two] = [await download(smelter, '&language=en'), await download(smelter, '&language=en')];
    expect(one.bytes.equals(two.bytes)).toBe(true);
    expect((await pagesOf(one.bytes)).join('')).toContain('Reportonleadrecovery');
  });

  it('is for those who may see the enterprise', async () => {
    expect((await download(app.authority, '')).status).toBe(200);
    expect((await download(neighbour, '')).status).toBe(404);
  });
});
