/** Packages of the present evaluation of an assessment, also of one that no person would certify. */
import { gzipSync } from 'node:zlib';
import { freezeNow } from '../../../src/recovery/evidence/freezing-jobs.ts';
import { evidenceOf } from '../../../src/recovery/evidence/package-service.ts';
import { sign } from '../../../src/recovery/evidence/service.ts';
import type { TestApp } from '../../app/fixture.ts';

const viewer = { visibility: { of: 'all' } } as const;

/** Freezes, signs and packs what the records of an assessment give now, with the journal. */
export async function packed(app: TestApp, id: string): Promise<Buffer> {
  const { frozen, chains } = await freezeNow(app.deps, await app.deps.law(), viewer.visibility, id);
  const { records, fractions, ...signed } = await sign(app.deps, viewer, frozen, chains);
  const certified = { ...signed, records: gzipSync(records), fractions: gzipSync(fractions) };
  const stream = await evidenceOf(app.deps, certified, { viewer, withJournal: true, certificates: [] });
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}
