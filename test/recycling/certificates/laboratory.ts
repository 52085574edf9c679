/** A laboratory of the register, as tests need one. */
import { dayOf } from '../../../src/core/calendar.ts';
import type { Answer, Client, Enterprise, TestApp } from '../../app/fixture.ts';

export type Laboratory = Client & { readonly partyId: string; readonly name: string };

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
  return { ...(await app.client({ subject: `analyst-${serial}`, partyId, roles })), partyId, name };
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

/** Returns the sample of a record as a laboratory that tested it states it. */
export async function sampleOf({ get }: Client, path: string) {
  const { sampled, sampleMark, batchId, sampledAt = '2026-10-05T00:00:00.000Z' } = (await get(path)).json;
  return {
    sampleMaterial: sampled?.material ?? '900-052-31',
    sampleMark: sampleMark ?? batchId ?? '样-1',
    sampledOn: dayOf(new Date(sampledAt)),
  };
}

/** Confirms a certificate as the record states it. */
export async function confirm(
  laboratory: Client,
  { id, certificateSha256, ppm, moisturePpm = 0, ...of }: Sampled,
  path: 'assays' | 'analyses' = 'assays',
  changes: Record<string, unknown> = {},
): Promise<Answer> {
  const certificateNumber = of.certificateNumber ?? `演示检${id}`;
  const statement = { answer: 'issued', certificateNumber, certificateSha256, ppm, moisturePpm, ...changes };
  const sample = await sampleOf(laboratory, `/v1/${path}/${id}`);
  return laboratory.post(`/v1/${path}/${id}/confirmations`, { ...sample, ...statement });
}
