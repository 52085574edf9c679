/** The evidence of a certified figure: frozen, packed, and checked byte by byte. */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { pdf, sha256Of, upload } from '../../files/sample.ts';
import { pagesOf } from '../../platform/print/pdf.ts';
import { ok, on, TONNE } from '../plant.ts';
import { openSpreadsheet } from '../report/spreadsheet.ts';
import { changeJson, changeLines, forged, otherForm, repacked } from './forging.ts';
import { PERIOD, type Smelter, useProcedure } from './procedure.ts';

const { app, plant, people, smelter, step, reach } = useProcedure();
const VERIFIER = fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url));
type Verifier = {
  readonly check: (
    archive: Buffer,
    thumbprint?: string,
  ) => Record<'key' | 'rates' | 'certificates' | 'subjects' | 'records' | 'snapshot', never>;
};

type Snapshot = {
  readonly evaluation: { readonly rates: { readonly headline: { readonly percent: string } } };
  readonly takenAt: string;
};

let of: Smelter;
let id: string;
let archive: Buffer;
let shown: Record<string, unknown>;
let check: Verifier['check'];

async function download(token: string, expected = 200, of = id): Promise<Buffer> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await app.http.inject({ method: 'GET', url: `/v1/assessments/${of}/evidence`, headers });
  expect(answer.statusCode, answer.body.slice(0, 500)).toBe(expected);
  return answer.rawPayload;
}

/** Certifies a month of which slag was disposed of, and other slag was used with a confirmation. */
async function certifiedWithSlag() {
  const who = await plant.enterprise('recycler', ['recycling', 'collection', 'transport']);
  const received = await plant.deliver({ who: people.point }, { who }, { tonnes: 100, day: 3 });
  const run = await ok(who.post('/v1/runs', { siteId: who.siteId, startedAt: on(9), process: 'integrated' }));
  const lines = [{ batchId: received, massGrams: 100 * TONNE, pieces: 5_000 }];
  await ok(who.post(`/v1/runs/${run.id}/feeds`, { fedAt: on(10), lines }));
  const outputs = [
    { material: 'refined_lead', massGrams: 57_200_000 },
    { material: 'slag', massGrams: 10 * TONNE },
    { material: 'slag_used', massGrams: 10 * TONNE },
  ];
  const { batches } = await ok(who.post(`/v1/runs/${run.id}/outputs`, { yieldedAt: on(11), outputs }));
  await ok(who.post(`/v1/runs/${run.id}/close`, { closedAt: on(12), carriedGrams: 0 }));
  const [product, slag, useful] = batches.map((one: { id: string }) => one.id);
  await plant.assay(who, product, 1_000_000);
  for (const one of [slag, useful]) await plant.assay(who, one, 25_000);
  const leave = (batchId: string, body: object) =>
    ok(
      who.post(`/v1/batches/${batchId}/dispositions`, {
        ...{ massGrams: 10 * TONNE, receiverName: '演示接收方', occurredAt: on(29), ...body },
      }),
    );
  await leave(slag, { kind: 'disposal' });
  const { id: delivery } = await leave(useful, { kind: 'use', contractNumber: '合同-1', use: 'building-material' });
  const fileId = (await upload(app, who, pdf('confirmation'))).json.id;
  const confirmed = { number: '确-1', use: 'building-material', massGrams: 10 * TONNE, confirmedOn: '2026-10-30' };
  await ok(who.post(`/v1/dispositions/${delivery}/confirmations`, { ...confirmed, fileId }));
  await plant.countBoth(who, [{ item: 'refined_lead', massGrams: 57_200_000, leadPpm: 1_000_000 }]);
  await app.follow();
  const manager = await app.client({ subject: `manager-${who.partyId}`, partyId: who.partyId, loggedIn: true });
  const certified = await reach({ who, manager, received, product }, 'certify');
  return { id: certified, disposed: slag as string, used: { batchId: useful as string, id: delivery as string } };
}

beforeAll(async () => {
  ({ check } = (await import(VERIFIER)) as Verifier);
  of = await smelter({ certificate: 'lead content' });
  await app.follow();
  id = await reach(of, 'review');
  await download(of.who.token, 409);
  const url = `/v1/recovery?partyId=${of.who.partyId}&period=${PERIOD}`;
  await ok(step(people.office, id, 'certify'));
  shown = (await of.who.get(url, { 'accept-language': 'zh' })).json;
  archive = await download(of.who.token);
}, 120_000);

describe('the evidence of a certified figure', () => {
  it('agrees with the API and the verifier in every member, and has the same bytes each time', async () => {
    const { snapshot, rates, subjects } = check(archive) as unknown as {
      snapshot: { evaluation: object; journalIndex: number };
      rates: string[];
      subjects: number;
    };
    const { asOf: _, journalIndex, ...evaluation } = shown;
    expect(snapshot.evaluation).toEqual(evaluation);
    expect(snapshot.journalIndex).toBeLessThanOrEqual(Number(journalIndex));
    expect(rates).toContain('headline');
    expect(subjects).toBeGreaterThan(1);
    expect(await download(of.who.token)).toEqual(archive);
    expect(await download(app.authority.token)).toEqual(archive);
  });

  it('has the chains of what was sold, used and disposed of, which are those of its batches', async () => {
    const { id: certified, disposed, used } = await certifiedWithSlag();
    const bytes = await download(people.office.token, 200, certified);
    const { records, subjects } = check(bytes) as unknown as { records: number; subjects: number };
    expect(records).toBe(4);
    expect(subjects).toBeGreaterThan(3);
    const text = bytes.toString();
    for (const chain of [`batch:${disposed}`, `batch:${used.batchId}`, `disposition:${used.id}`])
      expect(text).toContain(`"subject":"${chain}"`);
  });

  it('leaves the journal out for readers who may not read it, and is good without it', async () => {
    const without = await download(people.expert.token);
    expect(without.length).toBeLessThan(archive.length);
    expect(check(without)).toMatchObject({ subjects: null });
  });

  it('is printed with its certification, from the frozen evaluation', async () => {
    const report = async (format: string, token = of.who.token) => {
      const headers = { authorization: `Bearer ${token}` };
      return app.http.inject({ url: `/v1/assessments/${id}/report?format=${format}`, headers });
    };
    const { evaluation, takenAt } = (check(archive) as unknown as { snapshot: Snapshot }).snapshot;
    const text = (await pagesOf((await report('pdf')).rawPayload)).join('');
    expect(text).toContain('铅回收率认定报告');
    expect(text).toContain(`认定编号${id}`);
    expect(text).toContain(`提交人manager-${of.who.partyId}2026-11-03`);
    expect(text).toContain('评审专家expert2026-11-03认定人office2026-11-03');
    expect(text).toContain(`${evaluation.rates.headline.percent}%`);
    expect(text).toContain('无待处理的修订');
    const sheet = openSpreadsheet((await report('xlsx')).rawPayload);
    expect(sheet.stored('汇总', 'B7')).toBe(takenAt);
    expect(Number(sheet.compute('汇总', 'C21')).toFixed(2)).toBe(evaluation.rates.headline.percent);
    expect(sheet.stored('认定信息', 'B1')).toBe(id);
    expect(sheet.stored('认定信息', 'B6')).toMatch(/^[0-9a-f]{64}$/);
    expect(sheet.stored('认定信息', 'B7')).not.toBe('');
    expect((await report('pdf', (await smelter({ day: 4 })).who.token)).statusCode).toBe(404);
  });

  it('is the same after a later correction, which sends another assessment back before it is certified', async () => {
    const other = await smelter();
    await app.follow();
    const open = await reach(other, 'review');
    for (const one of [of, other]) {
      const air = { medium: 'air', leadGrams: 5_000, method: 'CEMS', monitoringPoint: 'DA001' };
      await ok(
        one.who.post('/v1/emissions', { ...air, siteId: one.who.siteId, occurredAt: '2026-10-05T08:00:00+08:00' }),
      );
    }
    await app.follow();
    expect(await download(of.who.token)).toEqual(archive);
    expect(await ok(step(people.office, open, 'certify'))).toMatchObject({ state: 'returned', outcome: null });
    const { items } = await ok(other.manager.get(`/v1/assessments/${open}/history`));
    expect(items.at(-1)).toMatchObject({ step: 'send_back', changedSinceSubmission: true });
  });

  it('has the certificates that are stored and seen, each under its hash, and leaves out a damaged one', async () => {
    const hash = sha256Of(pdf('lead content'));
    expect(archive.includes(pdf('lead content'))).toBe(true);
    expect(check(archive)).toMatchObject({ certificates: { stored: 2, named: 2 } });
    const bytes = join(app.filesFolder, 'stored', hash.slice(0, 2), hash);
    const before = await readFile(bytes);
    await chmod(bytes, 0o600);
    await writeFile(bytes, pdf('lead contend'));
    expect(check(await download(of.who.token))).toMatchObject({ certificates: { stored: 1, named: 2 } });
    await writeFile(bytes, before);
    expect(await download(of.who.token)).toEqual(archive);
    const other = Buffer.from(archive.toString('latin1').replaceAll('lead content', 'lead contend'), 'latin1');
    expect(() => check(other)).toThrow();
  });

  it('shows each of 2 000 changed bytes, in every file and header', () => {
    let [state, found] = [20261130, 0];
    const random = (limit: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const places = Array.from({ length: 2_000 }, (_, at) =>
      at < 1_000 ? random(archive.length) : archive.length - 1 - random(Math.min(archive.length, 2_500)),
    );
    // Each file begins at its header, so flips around all headers reach every file.
    for (let at = archive.indexOf('PK\u0003\u0004'); at !== -1; at = archive.indexOf('PK\u0003\u0004', at + 1)) {
      for (let next = 0; next < 80; next += 1) places.push(at + next);
    }
    for (const place of places) {
      const flipped = Buffer.from(archive);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << random(8));
      expect(() => check(flipped), `byte ${place}`).toThrow();
      found += 1;
    }
    expect(found).toBeGreaterThan(2_000);
  }, 120_000);

  it('is good when nothing but the key is another, and names each figure that is not what the records and the law give', async () => {
    expect(check(await forged(archive, () => undefined))).toMatchObject({ records: 2 });
    // biome-ignore lint/suspicious/noExplicitAny: a forger changes members of any form
    const snapshot = (change: (evaluation: any) => void) => (files: Record<string, Uint8Array>) =>
      changeJson(files, 'snapshot.json', ({ evaluation }) => change(evaluation));
    const cases: [string, (files: Record<string, Uint8Array>) => void][] = [
      [
        'expanded uncertainty of headline',
        snapshot(({ uncertainty }) => {
          uncertainty.headline.expandedPoints = '0.01';
        }),
      ],
      [
        'standard uncertainty of conservative',
        snapshot(({ uncertainty }) => {
          uncertainty.conservative.standardPoints = '0.0001';
        }),
      ],
      [
        'source of the uncertainty of productsOnly',
        snapshot(({ uncertainty }) => {
          uncertainty.productsOnly.largest[0].sharePercent = '12.3';
        }),
      ],
      [
        'verdict on industry-lead-2016',
        snapshot(({ verdicts }) => {
          const found = verdicts.find(({ code }: { code: string }) => code === 'industry-lead-2016');
          Object.assign(found, { verdict: found.verdict === 'pass' ? 'fail' : 'pass', undecided: null });
        }),
      ],
      ['verdicts are missing', snapshot(({ verdicts }) => verdicts.pop())],
      [
        'standard uncertainty of conservative',
        (files) =>
          changeJson(files, 'law.json', (law) => {
            const { value } = law.find(({ key }: { key: string }) => key === 'recovery.uncertainties');
            value.coverageFactor = 2;
            value.contents.batteries.batch *= 2;
          }),
      ],
      [
        'recovery.targets is of another time',
        (files) =>
          changeJson(files, 'law.json', (law) => {
            law.find(({ key }: { key: string }) => key === 'recovery.targets').validFrom = '2026-11-01';
          }),
      ],
      [
        'lead of a record',
        (files) =>
          changeLines(files, 'records.ndjson', (lines) => {
            lines[0].leadPicograms = '1';
          }),
      ],
    ];
    for (const [fault, change] of cases) {
      const archiveOf = await forged(archive, change);
      expect(() => check(archiveOf), fault).toThrow(fault);
    }
  });

  it('has one form only: neither the other form of its signature nor another order of its files is accepted', async () => {
    expect(await repacked(archive, {})).toEqual(archive);
    const signed = await repacked(archive, { sign: otherForm });
    expect(() => check(signed)).toThrow('the signature is in its other form');
    const turned = await repacked(archive, { order: (paths) => paths.toReversed() });
    expect(() => check(turned)).toThrow('the files of the archive are in another order');
    const isCertificate = (path: string) => path.startsWith('certificates/');
    const swapped = await repacked(archive, {
      order: (paths) => [...paths.filter((one) => !isCertificate(one)), ...paths.filter(isCertificate).toReversed()],
    });
    expect(() => check(swapped)).toThrow('the files of the archive are in another order');
  });

  it('is checked on the command line, in both languages, with an exit code', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'evidence-'));
    const run = promisify(execFile);
    try {
      const [good, bad] = [join(folder, 'good.zip'), join(folder, 'bad.zip')];
      await writeFile(good, archive);
      await writeFile(bad, archive.subarray(0, -1));
      const { stdout } = await run(process.execPath, [VERIFIER, good, String(app.deps.exchangeKey.kid)]);
      expect(stdout).toMatch(/^GOOD: .*\n核验通过：/);
      // A package that another person signed with an own key is whole too.
      await expect(run(process.execPath, [VERIFIER, good])).rejects.toMatchObject({
        code: 2,
        stdout: expect.stringMatching(/^KEY NOT COMPARED .*\n证据包完整，但未核对公钥/),
      });
      await expect(run(process.execPath, [VERIFIER, bad])).rejects.toMatchObject({ code: 1 });
      await expect(run(process.execPath, [VERIFIER, good, 'another'])).rejects.toMatchObject({ code: 1 });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
