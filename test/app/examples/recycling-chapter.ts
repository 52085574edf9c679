/** October: the recycler feeds what it received to a run, sells the lead, and counts its stock at the end of the month. */
import { EXAMPLE_IDS } from '../../../src/core/example-ids.ts';
import { CONFIRM_CERTIFICATE } from '../../../src/recycling/certificates/examples.ts';
import { COUNT_STOCK, DISPOSE, RECORD_ASSAY } from '../../../src/recycling/examples.ts';
import { papersIn } from '../../recycling/certificates/laboratory.ts';
import type { Client } from '../fixture.ts';
import { idOf } from './register-chapter.ts';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';

export async function recycle(stage: Stage, story: Story): Promise<void> {
  stage.at('2026-10-07T08:00:00.000Z');
  const recycler = await stage.app.client({ subject: 'smelter', partyId: idOf(story, 'recycler') });
  await certify(story, recycler);
  await assayAndBuy(stage, story, recycler);
  await smelt(stage, story, recycler);
  await count(stage, story, recycler);
  await evaluate(story, recycler);
}

async function assayAndBuy({ app, make }: Stage, story: Story, recycler: Client): Promise<void> {
  const { real, send } = story;
  const assay = await send(recycler, 'POST /v1/assays');
  // Other loads were accepted as well, and a rate needs the lead content of each.
  await send(recycler, 'POST /v1/assays/bulk');
  const supply = await send(recycler, 'POST /v1/supplies');
  const analysis = await send(recycler, 'POST /v1/analyses');
  await send(recycler, 'POST /v1/analyses/bulk');
  await send(recycler, 'GET /v1/analyses');
  await send(recycler, 'GET /v1/analyses/{id}', { params: { id: analysis.id } });
  await send(recycler, 'GET /v1/assays');
  await send(recycler, 'GET /v1/assays/{id}', { params: { id: assay.id } });
  await send(recycler, 'GET /v1/supplies');
  await send(recycler, 'GET /v1/supplies/{id}', { params: { id: supply.id } });
  const roles = ['laboratory_operator'] as const;
  const laboratory = await app.client({ subject: 'laboratory', partyId: idOf(story, 'laboratory'), roles });
  // The laboratory saw the batch of the assay, and its papers.
  const { batchId, sampled } = (await recycler.get(`/v1/assays/${assay.id}`)).json;
  real.set(String(CONFIRM_CERTIFICATE.seenMassGrams), String(sampled.massGrams));
  real.set(CONFIRM_CERTIFICATE.seenManifestNumber, (await papersIn(app)(batchId)) ?? '');
  // The example is of the assay, so its content contradicts the analysis first.
  const wrong = await send(laboratory, 'POST /v1/analyses/{id}/confirmations', { params: { id: analysis.id } });
  const { certificateNumber, ppm, sampleMark } = analysis;
  const seenMassGrams = sampled.massGrams;
  const right = { ...CONFIRM_CERTIFICATE, seenMassGrams, certificateNumber, ppm, sampleMark, replacesId: wrong.id };
  await make(laboratory, `/v1/analyses/${analysis.id}/confirmations`, right);
  const confirmed = await send(laboratory, 'POST /v1/assays/{id}/confirmations', { params: { id: assay.id } });
  real.set(EXAMPLE_IDS.certificateConfirmation, confirmed.id);
  real.set(EXAMPLE_IDS.assay, assay.id);
  await send(laboratory, 'POST /v1/certificate-confirmations/bulk');
  await send(recycler, 'GET /v1/certificate-confirmations', { query: `?assayId=${assay.id}` });
  await send(recycler, 'GET /v1/certificate-confirmations/{id}', { params: { id: confirmed.id } });
}

/** Uploads the certificate of the assay. A file has no example, because it is binary. */
async function certify({ real, send }: Story, recycler: Client): Promise<void> {
  const file = { text: '%PDF-1.7', type: 'application/pdf' };
  const { id } = await send(recycler, 'POST /v1/files', { query: '?name=certificate.pdf', file });
  real.set(EXAMPLE_IDS.file, id);
  await send(recycler, 'GET /v1/files/{id}', { params: { id } });
  await send(recycler, 'GET /v1/files/{id}/content', { params: { id } });
}

async function smelt({ at, make }: Stage, story: Story, recycler: Client): Promise<void> {
  const { real, send } = story;
  at('2026-10-08T01:00:00.098Z');
  const { id } = await send(recycler, 'POST /v1/runs');
  const params = { id };
  await send(recycler, 'POST /v1/runs/{id}/feeds', { params });
  at('2026-10-10T00:00:00.000Z');
  const { batches } = await send(recycler, 'POST /v1/runs/{id}/outputs', { params });
  real.set(EXAMPLE_IDS.productBatch, batches[0].id);
  await send(recycler, 'POST /v1/runs/{id}/close', { params });
  await send(recycler, 'GET /v1/runs');
  await send(recycler, 'GET /v1/runs/{id}', { params });
  await send(recycler, 'GET /v1/runs/{id}/movements', { params });
  at('2026-10-12T02:01:00.000Z');
  const product = { id: batches[0].id };
  await make(recycler, '/v1/assays', {
    ...{
      ...RECORD_ASSAY,
      laboratoryId: idOf(story, 'laboratory'),
      batchId: product.id,
      ppm: 999_900,
      sampledAt: '2026-10-08T20:00:00+08:00',
    },
  });
  const sale = await send(recycler, 'POST /v1/batches/{id}/dispositions', { params: product });
  real.set(EXAMPLE_IDS.slagBatch, batches[1].id);
  await send(recycler, 'POST /v1/dispositions/bulk');
  const used = { kind: 'use', massGrams: 15_000, use: 'raw-material', receiverId: idOf(story, 'collector') };
  await make(recycler, `/v1/batches/${batches[1].id}/dispositions`, { ...DISPOSE, ...used });
  await send(recycler, 'GET /v1/dispositions');
  await send(recycler, 'GET /v1/dispositions/{id}', { params: { id: sale.id } });
  await send(recycler, 'GET /v1/output-deliveries');
}

async function count({ app, at, make }: Stage, story: Story, recycler: Client): Promise<void> {
  const { real, send } = story;
  at('2026-11-01T01:00:00.000Z');
  // A recovery rate needs the stock at both ends of its period.
  const opening = { ...COUNT_STOCK, siteId: idOf(story, 'recyclingSite'), countedOn: '2026-09-30' };
  await make(recycler, '/v1/stock-counts', opening);
  const counted = await send(recycler, 'POST /v1/stock-counts');
  await send(recycler, 'GET /v1/stock-counts');
  await send(recycler, 'GET /v1/stock-counts/{id}', { params: { id: counted.id } });
  real.set(EXAMPLE_IDS.stockCount, counted.id);
  const observed = await send(app.authority, 'POST /v1/stock-counts/{id}/observations', { params: { id: counted.id } });
  await send(recycler, 'GET /v1/stock-observations');
  await send(recycler, 'GET /v1/stock-observations/{id}', { params: { id: observed.id } });
  at('2026-11-01T01:10:00.000Z');
  await confirmUse(story, recycler);
  const emitted = await send(recycler, 'POST /v1/emissions');
  const dioxin = await send(recycler, 'POST /v1/dioxin-measurements');
  await send(recycler, 'GET /v1/dioxin-measurements');
  await send(recycler, 'GET /v1/dioxin-measurements/{id}', { params: { id: dioxin.id } });
  await send(recycler, 'GET /v1/recovery/dioxin', { query: `?partyId=${idOf(story, 'recycler')}&year=2026` });
  await send(recycler, 'GET /v1/emissions');
  await send(recycler, 'GET /v1/emissions/{id}', { params: { id: emitted.id } });
}

/** The receiver of the slag confirmed its use, and the recycler uploaded the paper before. */
async function confirmUse({ real, send }: Story, recycler: Client): Promise<void> {
  const { items } = (await recycler.get('/v1/dispositions')).json;
  const used = items.find(({ massGrams }: { massGrams: number }) => massGrams === 15_000);
  const confirmation = await send(recycler, 'POST /v1/dispositions/{id}/confirmations', { params: { id: used.id } });
  real.set(EXAMPLE_IDS.disposition, used.id);
  await send(recycler, 'POST /v1/use-confirmations/bulk');
  await send(recycler, 'GET /v1/use-confirmations');
  await send(recycler, 'GET /v1/use-confirmations/{id}', { params: { id: confirmation.id } });
}

async function evaluate(story: Story, recycler: Client): Promise<void> {
  const query = `?partyId=${idOf(story, 'recycler')}&period=2026-10`;
  await story.send(recycler, 'GET /v1/recovery', { query });
  await story.send(recycler, 'GET /v1/recovery/records', { query });
  await story.send(recycler, 'GET /v1/recovery/fractions', { query });
  await story.send(recycler, 'GET /v1/recovery/methods');
  await story.send(recycler, 'GET /v1/recovery/report', { query });
  await story.send(recycler, 'GET /v1/recovery/comparison', { query });
  const params = { method: 'lead-recovery' };
  await story.send(recycler, 'GET /v1/recovery/methods/{method}/evaluation', { params, query });
  await story.send(recycler, 'GET /v1/recovery/methods/{method}/records', { params, query });
  await story.send(recycler, 'GET /v1/recovery/series', { query: `?partyId=${idOf(story, 'recycler')}&year=2026` });
  await story.send(recycler, 'GET /v1/recovery/ranking', { query: '?period=2026-10' });
}
