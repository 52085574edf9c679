/** The laboratory of a province: it is registered with its qualification, and confirms the certificates that it issued. */
import { z } from 'zod';
import { dayOf } from '../../core/calendar.ts';
import { composeUscc } from '../../core/identifiers/uscc.ts';
import type { Client } from '../client.ts';
import type { Province } from '../plan/place.ts';
import { clientOf, type Stage } from '../stage/stage.ts';
import { Anything, Made } from './wire.ts';

const SERIAL = 9_901;
const QUALIFICATION = { kind: 'cma', validFrom: '2024-01-01', validTo: '2030-01-01', issuer: '演示市场监督管理局' };
export const LABORATORY = '演示省检测中心';

/** Registers the laboratory of a province. Returns its id. */
export async function registerLaboratory(stage: Stage, province: Province): Promise<string> {
  const client = clientOf(stage, province);
  const divisionCode = `${province}0100`;
  const body = { uscc: composeUscc('12', divisionCode, SERIAL), name: LABORATORY, divisionCode };
  const { id } = await client.post({ path: '/v1/parties', key: `party/laboratory/${province}`, body }, Made);
  const qualification = { ...QUALIFICATION, number: `${province}0000${SERIAL}` };
  const path = `/v1/parties/${id}/qualifications`;
  await client.post({ path, key: `qualification/laboratory/${province}`, body: qualification }, Anything);
  return id;
}

const Sampled = z.object({
  id: z.string(),
  laboratoryId: z.string().nullable(),
  certificateNumber: z.string().nullable(),
  certificateSha256: z.string().nullable(),
  ppm: z.int(),
  moisturePpm: z.int().default(0),
});
/** A sample as the laboratory sees it. */
const Tested = z.object({
  batchId: z.string().nullable(),
  sampleMark: z.string().nullable(),
  sampledAt: z.coerce.date(),
  sampled: z.object({ material: z.string(), massGrams: z.int().nullable() }),
});
const Listed = z.object({ items: z.array(Sampled) });

type Sample = {
  readonly path: '/v1/assays' | '/v1/analyses';
  readonly key: string;
  readonly body: object;
  readonly as: string;
  /** On the papers that the laboratory sees; absent for what came without a manifest. */
  readonly manifestNumber?: string | null;
  /** Mass that the laboratory saw of a class; of a batch it sees what is recorded. */
  readonly seenGrams?: number;
};

/** Records what the laboratory found in the sample that it took, and lets it confirm the certificate. */
export async function recordConfirmed(
  client: Client,
  { path, manifestNumber = null, seenGrams = 0, ...sample }: Sample,
): Promise<void> {
  const made = await client.post({ path, ...sample }, Sampled);
  await confirm(client, { path, key: sample.key, manifestNumber, seenGrams }, made);
}

/** Lets the laboratory confirm the assay that came with bought feed. */
export async function confirmSupply(
  client: Client,
  of: Omit<Sample, 'path' | 'body' | 'manifestNumber' | 'seenGrams'> & { readonly batchId: string },
) {
  const { items } = await client.get(`/v1/assays?batchId=${of.batchId}`, Listed, of.as);
  for (const one of items) await confirm(client, { path: '/v1/assays', key: of.key }, one);
}

async function confirm(
  client: Client,
  { path, key, manifestNumber = null, seenGrams = 0 }: Pick<Sample, 'path' | 'key' | 'manifestNumber' | 'seenGrams'>,
  { id, laboratoryId, ...found }: z.output<typeof Sampled>,
): Promise<void> {
  if (laboratoryId === null) return;
  const request = { path: `${path}/${id}/confirmations`, key: `${key}/confirmed`, as: laboratoryId };
  const { batchId, sampleMark, sampledAt, sampled } = await client.get(`${path}/${id}`, Tested, laboratoryId);
  const sample = { sampleMaterial: sampled.material, sampleMark: sampleMark ?? batchId, sampledOn: dayOf(sampledAt) };
  const seen = { seenMassGrams: sampled.massGrams ?? seenGrams, seenManifestNumber: manifestNumber };
  await client.post(
    { ...request, body: { answer: 'issued', ...found, ...sample, sampling: 'by_laboratory', ...seen } },
    Anything,
  );
}
