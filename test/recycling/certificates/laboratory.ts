/** A laboratory of the register, as tests need one. */
import { sql } from 'drizzle-orm';
import { dayOf } from '../../../src/core/calendar.ts';
import type { Answer, Client, Enterprise, TestApp } from '../../app/fixture.ts';

/** The papers of a batch, as a laboratory sees them on the site. */
type Papers = (batchId: string) => Promise<string | null>;

export type Laboratory = Client & { readonly partyId: string; readonly name: string; readonly papersOf: Papers };

/** Returns the number of the manifest with which a batch, or one that it was split or merged from, came. */
export const papersIn =
  ({ database: { db } }: TestApp): Papers =>
  async (batchId) => {
    const { rows } = await db.execute<{ number: string }>(sql`
      with recursive whole as (
        select ${batchId}::uuid as id
        union select m.from_batch_id from whole join movements m on m.to_batch_id = whole.id and m.kind in ('split', 'merge')
        where m.from_batch_id is not null)
      select coalesce(f.number, f.document -> 'paper' ->> 'number') as number from whole join manifest_lines line on line.received_batch_id = whole.id
        join manifests f on f.id = line.manifest_id limit 1`);
    return rows[0]?.number ?? null;
  };

// biome-ignore lint/suspicious/noExplicitAny: tests say what they expect by looking
async function made(answering: Promise<Answer>): Promise<any> {
  const { status, json, text } = await answering;
  if (status !== 201) throw new Error(`${status}: ${text}`);
  return json;
}

let serial = 0;

/** Registers a laboratory that is qualified in the years 2020 to 2039, and speaks in its name. */
export async function openLaboratory(app: TestApp, enterprise?: Enterprise): Promise<Laboratory> {
  serial += 1;
  const name = `演示检测中心${serial}`;
  const { partyId } = enterprise ?? (await app.enterprise({ division: '450700', name }));
  const qualification = { kind: 'cma', number: `23000000${1_000 + serial}`, issuer: '演示市场监督管理局' };
  const term = { validFrom: '2020-01-01', validTo: '2040-01-01' };
  await made(app.authority.post(`/v1/parties/${partyId}/qualifications`, { ...qualification, ...term }));
  const roles = ['laboratory_operator'] as const;
  return {
    ...(await app.client({ subject: `analyst-${serial}`, partyId, roles })),
    partyId,
    name,
    papersOf: papersIn(app),
  };
}

const opened = new WeakMap<TestApp, Promise<Laboratory>>();

/** Returns the laboratory that the enterprises of an app share. */
export function laboratoryOf(app: TestApp): Promise<Laboratory> {
  const one = opened.get(app) ?? openLaboratory(app);
  opened.set(app, one);
  return one;
}

type Sampled = {
  readonly id: string;
  readonly certificateNumber: string | null;
  readonly certificateSha256: string | null;
  readonly ppm: number;
  readonly moisturePpm?: number;
};

/** Returns the sample of a record as a laboratory that took it itself from the recorded batch states it. */
export async function sampleOf({ get, papersOf }: Client & { readonly papersOf?: Papers }, path: string) {
  const { sampled, sampleMark, batchId, sampledAt = '2026-10-05T00:00:00.000Z' } = (await get(path)).json;
  return {
    sampleMaterial: sampled?.material ?? '900-052-31',
    sampleMark: sampleMark ?? batchId ?? '样-1',
    sampledOn: dayOf(new Date(sampledAt)),
    sampling: 'by_laboratory',
    seenMassGrams: sampled?.massGrams ?? 1_000_000,
    seenManifestNumber: batchId ? ((await papersOf?.(batchId)) ?? null) : null,
  };
}

/** Confirms a certificate as the record states it. */
export async function confirm(
  laboratory: Client & { readonly papersOf?: Papers },
  { id, certificateSha256, ppm, moisturePpm = 0, ...of }: Sampled,
  path: 'assays' | 'analyses' = 'assays',
  changes: Record<string, unknown> = {},
): Promise<Answer> {
  const certificateNumber = of.certificateNumber ?? `演示检${id}`;
  const statement = { answer: 'issued', certificateNumber, certificateSha256, ppm, moisturePpm, ...changes };
  const sample = await sampleOf(laboratory, `/v1/${path}/${id}`);
  return laboratory.post(`/v1/${path}/${id}/confirmations`, { ...sample, ...statement });
}
