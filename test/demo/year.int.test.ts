/** The year of two recyclers, played on three systems as `npm run demo` does. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOwnStage } from '../../src/demo/stage/own-stage.ts';
import type { Stage } from '../../src/demo/stage/stage.ts';
import { introduce } from '../../src/demo/trade/registry.ts';
import type { YearOutcome } from '../../src/demo/year/outcome.ts';
import { playYear } from '../../src/demo/year/play.ts';
import { yearFaults, yearReport } from '../../src/demo/year/report.ts';

let stage: Stage;
let folder: string;
let outcome: YearOutcome;
let report: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadloop-year-'));
  stage = await startOwnStage({ folder: undefined, keyPrefix: 'year-test' });
  for (const { client } of stage.provinces.values()) client.answerIn('en');
  await introduce(stage);
  outcome = await playYear(stage, { language: 'en', folder });
  report = yearReport(outcome, 'en');
}, 600_000);

afterAll(async () => {
  await stage?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const codesOf = (name: string) =>
  outcome.other.tried.find((one) => one.name === name)?.rate.findings.map(({ code }) => code) ?? [];
/** The lines of an attempt. */
const paragraphOf = (period: string) => report.split('\n\n').find((part) => part.includes(`${period}:`)) ?? '';

describe('the honest recycler', () => {
  it('has a clear year of about 98 %, with an expanded uncertainty of at most 1.5 points', () => {
    const { rate, months } = outcome.honest;
    // Its residues leave on manifests, so nothing of them is to be noted.
    expect(rate).toMatchObject({ status: 'clear', findings: [] });
    expect(Number(rate.rates?.headline?.percent)).toBeGreaterThan(98);
    expect(Number(rate.rates?.headline?.percent)).toBeLessThan(99);
    expect(Number(rate.uncertainty?.headline.expandedPoints)).toBeLessThanOrEqual(1.5);
    expect(months.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 'clear'));
  });

  it('has a comprehensive rate and the figures of the European Union, without a finding', () => {
    const { methods } = outcome.honest;
    const figure = (method: string) =>
      methods.find((one) => one.method === method)?.figures.map(({ value }) => Number(value?.percent)) ?? [];
    const [withAcid = 0, withoutAcid = 0] = figure('comprehensive-recovery');
    expect(withAcid).toBeGreaterThan(80);
    expect(withoutAcid).toBeLessThan(withAcid);
    expect(figure('eu-2025-606')).toHaveLength(2);
    expect(methods.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'note'))).toEqual([]);
    expect(methods.flatMap(({ verdicts }) => verdicts.map(({ verdict }) => verdict))).not.toContain('fail');
  });

  it('is certified by three people, and takes home a report, a workbook and evidence that the verifier finds good', async () => {
    const { assessed, files, verified } = outcome.honest;
    expect(assessed).toEqual({ id: expect.any(String), state: 'certified' });
    const [pdf, xlsx, zip] = await Promise.all(files.map((file) => readFile(file)));
    expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-');
    expect([xlsx, zip].map((file) => file?.subarray(0, 2).toString())).toEqual(['PK', 'PK']);
    expect(verified).toMatch(/^GOOD: .*\n核验通过：/);
    const command = /node (docs\/examples\/verify-evidence\.mjs) (\S+) (\S+)/.exec(report);
    const { stdout } = await promisify(execFile)(process.execPath, command?.slice(1, 4) ?? []);
    expect(stdout.trim()).toBe(verified);
  });
});

describe('the recycler that tries four manipulations', () => {
  it('is found each time, although a naive figure would have been good', () => {
    expect(codesOf('without-manifest')).toContain('BATTERIES_WITHOUT_MANIFEST');
    expect(codesOf('friend')).toEqual(expect.arrayContaining(['WEIGHING_DIFFERENCE_HIGH', 'UNCONFIRMED_MASS']));
    expect(codesOf('count')).toEqual(expect.arrayContaining(['STOCK_DIFFERS_FROM_BOOKS', 'COUNTED_CONTENT_DIFFERS']));
    expect(codesOf('certificate')).toEqual(expect.arrayContaining(['ASSAYS_NOT_CONFIRMED', 'WEAK_EVIDENCE_MATTERS']));
    for (const { hopedShare, rate } of outcome.other.tried) {
      expect(hopedShare).toBeGreaterThan(0.96);
      expect(hopedShare).toBeLessThan(1);
      expect(rate.status).not.toBe('clear');
    }
    for (const { rate } of outcome.other.tried.slice(0, 3)) {
      expect(Number(rate.rates?.headline?.percent)).toBeLessThan(95);
    }
  });

  it('reads so in print', () => {
    expect(paragraphOf('2027-03')).toMatch(
      /without a manifest.*\n.*naive.*\n.*flagged.*\n.*Batteries without a manifest/,
    );
    expect(paragraphOf('2027-06')).toMatch(/to the same site.*\n.*refused: The load would not leave its site/);
    expect(paragraphOf('2027-06')).toContain('flagged: Large weighing differences of loads');
    expect(paragraphOf('2027-09')).toMatch(/blocked: Counted stock differs from the books/);
    expect(paragraphOf('2027-09')).toMatch(/blocked: Counted lead content differs from the books/);
    expect(paragraphOf('2027-09')).toContain('cannot be submitted: Findings block the assessment');
    expect(report).toMatch(/The year: .*flagged[\s\S]*is refused: Reason for a flag missing[\s\S]*Assessment: refused/);
    expect(yearFaults(outcome, 'en')).toEqual([]);
  });

  it('reads so in Chinese, with the same figures', () => {
    const zh = yearReport(outcome, 'zh');
    expect(zh).toMatch(/2027-03：.*未附联单.*\n.*若照此计算/);
    expect(zh).toContain('先后尝试四种虚报手法');
    for (const { hopedShare, rate } of outcome.other.tried) {
      expect(zh).toContain(`${(hopedShare * 100).toFixed(2)}%`);
      expect(zh).toContain(`${rate.rates?.headline?.percent}%`);
    }
    expect(yearFaults(outcome, 'zh')).toEqual([]);
  });

  it('is a fault of the demo when it is not found', () => {
    const clear = { ...outcome.honest.rate };
    const tried = outcome.other.tried.map((one) => ({ ...one, rate: clear }));
    const faults = yearFaults({ ...outcome, other: { ...outcome.other, tried } }, 'en');
    expect(faults).toHaveLength(4);
    expect(faults[0]).toContain('was not found out in 2027-03');
  });
});
