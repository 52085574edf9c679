/** Evidence of a figure after the qualification of a laboratory was withdrawn: what it confirmed since counts as none. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirm, type Laboratory, laboratoryOf } from '../../recycling/certificates/laboratory.ts';
import { changeJson, forged } from '../assessments/forging.ts';
import { packed } from '../assessments/packing.ts';
import { PERIOD, type Smelter, useProcedure } from '../assessments/procedure.ts';
import { certificateNumber } from '../certificate.ts';
import { ok, on } from '../plant.ts';

const { app, smelter } = useProcedure();
const VERIFIER = fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url));

type Finding = { readonly code: string; readonly facts: object };
type Snapshot = { readonly methods: readonly { readonly method: string; readonly findings: readonly Finding[] }[] };
type Files = Parameters<Parameters<typeof forged>[1]>[0];
type Qualification = { withdrawnOn: string | null };

let check: (archive: Buffer) => { readonly snapshot: Snapshot };
let of: Smelter;
let id: string;
let laboratory: Laboratory;
let path: string;

const codesIn = (archive: Buffer, name = 'comprehensive-recovery') =>
  check(archive)
    .snapshot.methods.find(({ method }) => method === name)
    ?.findings.map(({ code }) => code);

beforeAll(async () => {
  ({ check } = await import(VERIFIER));
  of = await smelter();
  laboratory = await laboratoryOf(app);
  const analysis = await ok(
    of.who.post('/v1/analyses', {
      ...{ method: '烘干法', laboratory: '演示省检测中心', laboratoryId: laboratory.partyId },
      ...{ certificateNumber: certificateNumber(), basis: 'batch', batchId: of.received, sampleMark: '样-1' },
      ...{ sampledAt: on(19), substance: 'water', ppm: 10_000 },
    }),
  );
  await ok(confirm(laboratory, analysis, 'analyses'));
  await app.follow();
  ({ id } = await ok(of.manager.post('/v1/assessments', { period: PERIOD, method: 'comprehensive-recovery' })));
  path = `/v1/parties/${laboratory.partyId}/qualifications`;
}, 120_000);

describe('the verifier', () => {
  it('takes a confirmation as it is while the qualification is valid', async () => {
    const codes = codesIn(await packed(app, id));
    expect(codes).not.toContain('ASSAYS_NOT_CONFIRMED');
    expect(codes).not.toContain('ANALYSES_NOT_CONFIRMED');
  });

  it('takes none of a laboratory whose qualification was withdrawn, for assays and analyses', async () => {
    const [{ id: first }] = (await ok(app.authority.get(path))).items;
    await ok(app.authority.post(`${path}/${first}/withdraw`, { withdrawnOn: '2026-11-02', reason: '资质被撤销' }));
    await app.follow();
    const archive = await packed(app, id);
    expect(codesIn(archive)).toEqual(expect.arrayContaining(['ASSAYS_NOT_CONFIRMED', 'ANALYSES_NOT_CONFIRMED']));
  });

  it('names a withdrawal that is left out, or that is not that of the journal', async () => {
    const archive = await packed(app, id);
    const inGrounds = (change: (grounds: { qualifications?: Qualification[] }) => void) =>
      forged(archive, (files: Files) => changeJson(files, 'grounds.json', change));
    const without = await inGrounds((grounds) => {
      delete grounds.qualifications;
    });
    expect(() => check(without)).toThrow(/^the grounds of qualification:\S+ differ from its entry/);
    const later = await inGrounds(({ qualifications = [] }) =>
      qualifications.map((one) => Object.assign(one, { withdrawnOn: '2026-11-04' })),
    );
    expect(() => check(later)).toThrow(/^the grounds of qualification:\S+ differ from its entry/);
  });

  it('takes a confirmation again that another qualification covers', async () => {
    const term = { kind: 'cnas', issuer: 'CNAS', number: 'L-演示', validFrom: '2026-01-01', validTo: '2030-01-01' };
    const { id: second } = await ok(app.authority.post(path, term));
    await app.follow();
    expect(codesIn(await packed(app, id))).not.toContain('ASSAYS_NOT_CONFIRMED');
    // A withdrawal of a day after the confirmation leaves it.
    await ok(app.authority.post(`${path}/${second}/withdraw`, { withdrawnOn: '2026-11-04', reason: '资质被撤销' }));
    // A package without the entry of the withdrawal would never verify.
    const behind = { code: 'assessment-journal-behind', facts: { subject: `qualification:${second}` } };
    await expect(packed(app, id)).rejects.toMatchObject(behind);
    await app.follow();
    expect(codesIn(await packed(app, id))).not.toContain('ANALYSES_NOT_CONFIRMED');
  });

  it('takes no denial of a laboratory that has no qualification any more', async () => {
    app.clock.now = new Date('2026-11-04T04:00:00.000Z');
    const { items } = await ok(laboratory.get('/v1/certificate-confirmations?limit=200'));
    for (const { id: replacesId, assayId } of items.filter((one: { assayId: string | null }) => one.assayId !== null)) {
      await ok(laboratory.post(`/v1/assays/${assayId}/confirmations`, { answer: 'not_issued', replacesId }));
    }
    await app.follow();
    const codes = codesIn(await packed(app, id));
    expect(codes).toContain('ASSAYS_NOT_CONFIRMED');
    expect(codes).not.toContain('ASSAYS_CONTRADICTED');
  });
});
