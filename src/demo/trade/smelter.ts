/** Plays the month of a smelter: runs, assays, stock counts, emissions and dispositions. */

import { dayOf } from '../../core/calendar.ts';
import type { Client } from '../client.ts';
import { isoOf, MINUTE_MS, moment } from '../plan/moment.ts';
import type { Assay, Count, Run, SmelterPlan, Supply as SupplyPlan } from '../plan/smelting.ts';
import type { RunOutput } from '../plan/yield.ts';
import { clientOf } from '../stage/stage.ts';
import { certificateFile } from './certificate.ts';
import { confirmSupply, LABORATORY, recordConfirmed } from './laboratory.ts';
import { inParallel } from './parallel.ts';
import type { Play } from './play.ts';
import { confirmReceipt } from './receiver.ts';
import { uploadFile } from './transfer.ts';
import { Anything, Made, Parties, RunBatches, Supply } from './wire.ts';

type Works = Play & {
  readonly plan: SmelterPlan;
  readonly client: Client;
  readonly as: string;
  readonly siteId: string;
  /** Members of every assay: method, laboratory, and the file of its certificates. */
  readonly report: object;
};

const AT_A_TIME = 3;

export async function playSmelter(play: Play, plan: SmelterPlan): Promise<void> {
  const { province } = play.registry.enterprise(plan.smelter);
  const as = play.registry.party(province, plan.smelter);
  const certificates = { province, as, key: `${plan.smelter}/certificates`, name: '演示检测报告.pdf' };
  const bytes = certificateFile(play.registry.enterprise(plan.smelter).uscc);
  const works: Works = {
    ...{ ...play, plan, as, client: clientOf(play.stage, province), siteId: play.registry.site(plan.smelter) },
    report: {
      ...{ method: 'ICP-OES', laboratory: LABORATORY, laboratoryKind: 'external' },
      laboratoryId: play.registry.laboratory(province),
      certificateFileId: await uploadFile(play.stage, { ...certificates, bytes }),
    },
  };
  const analysing = inParallel(plan.assays, AT_A_TIME, (assay) => recordAssay(works, assay));
  for (const run of plan.runs) {
    await playRun(works, run);
    play.progress.runs += 1;
  }
  await analysing;
  for (const count of plan.counts) await recordCount(works, count);
  for (const medium of ['air', 'water'] as const) await recordEmission(works, medium);
}

async function playRun(works: Works, run: Run): Promise<void> {
  const { client, as, siteId, refs } = works;
  for (const supply of run.supplies) await recordSupply(works, supply);
  const opened = { siteId, startedAt: isoOf(run.startedAt), process: 'integrated' };
  const { id } = await client.post({ path: '/v1/runs', key: run.key, body: opened, as }, Made);
  const lines = await Promise.all(
    run.feeds.map(async ({ ref, massGrams, pieces }) => ({ batchId: await refs.idOf(ref), massGrams, pieces })),
  );
  const fed = { fedAt: isoOf(run.startedAt + 30 * MINUTE_MS), lines };
  await client.post({ path: `/v1/runs/${id}/feeds`, key: `${run.key}/feed`, body: fed, as }, Anything);
  const [first] = run.outputs;
  if (first) {
    const outputs = run.outputs.map(({ material, massGrams }) => ({ material, massGrams }));
    const body = { yieldedAt: isoOf(first.at), outputs };
    const request = { path: `/v1/runs/${id}/outputs`, key: `${run.key}/outputs`, body, as };
    const { batches } = await client.post(request, RunBatches);
    for (const [at, output] of run.outputs.entries()) await recordOutput(works, output, batches[at]?.id ?? '');
  }
  const closed = { closedAt: isoOf(run.closedAt), carriedGrams: run.carried?.massGrams ?? 0 };
  const request = { path: `/v1/runs/${id}/close`, key: `${run.key}/close`, body: closed, as };
  const { batches } = await client.post(request, RunBatches);
  const [carried] = batches;
  if (run.carried && carried) refs.publish(run.carried.ref, carried.id);
}

async function recordSupply(
  { client, as, siteId, refs, report }: Works,
  { ref, ...supply }: SupplyPlan,
): Promise<void> {
  const { sourceKind, massGrams, leadPpm: ppm, at } = supply;
  const body = {
    siteId,
    sourceKind,
    supplierName: sourceKind === 'reagent' ? '演示化工厂' : '演示粗铅供应商',
    documentNumber: `演示磅单-${isoOf(at).slice(0, 10)}`,
    massGrams,
    receivedAt: isoOf(at),
    ...(ppm !== null && {
      assay: { ppm, ...report, certificateNumber: certificate(ref), sampledAt: isoOf(at + 30 * MINUTE_MS) },
    }),
  };
  const { batchId } = await client.post({ path: '/v1/supplies', key: ref, body, as }, Supply);
  await confirmSupply(client, { key: ref, as, batchId });
  refs.publish(ref, batchId);
}

/** Records the assay of an output, and its disposition. The receiver confirms what it bought or used. */
async function recordOutput(works: Works, output: RunOutput, batchId: string): Promise<void> {
  const { client, as, report, registry, plan } = works;
  const { ref, leadPpm: ppm, at, leaves, leavesAt, massGrams } = output;
  const assay = { batchId, ppm, ...report, certificateNumber: certificate(ref), sampledAt: isoOf(at) };
  await recordConfirmed(client, { path: '/v1/assays', key: `${ref}/assay`, body: assay, as });
  if (leaves === null || leavesAt === null) return;
  const { kind, receiverName, confirmed } = leaves;
  const receiverId = registry.receiver(registry.enterprise(plan.smelter).province, receiverName);
  const body = {
    kind,
    massGrams,
    receiverName,
    receiverId,
    contractNumber: kind === 'disposal' ? null : '演示合同-1',
    confirmationNumber: confirmed ? '演示利用证明-1' : null,
    occurredAt: isoOf(leavesAt),
  };
  const { id } = await client.post(
    { path: `/v1/batches/${batchId}/dispositions`, key: `${ref}/leaves`, body, as },
    Made,
  );
  const isReceived = kind === 'sale' || (kind === 'use' && confirmed);
  if (!isReceived || receiverId === null) return;
  const received = { number: `演示收-${ref}`, massGrams, confirmedOn: dayOf(new Date(leavesAt)) };
  const use = kind === 'sale' ? 'raw-material' : 'building-material';
  await confirmReceipt(client, { key: ref, dispositionId: id, receiverId, body: { ...received, use } });
}

/**
 * Records assays by supplier; for the opening stock by batch. A supplier of another province is registered by its first
 * delivery.
 */
async function recordAssay({ client, as, refs, registry, plan, report }: Works, assay: Assay): Promise<void> {
  const batchId = await refs.idOf(assay.ref);
  const found = {
    ppm: assay.ppm,
    ...report,
    certificateNumber: certificate(assay.key),
    sampledAt: isoOf(assay.at),
  };
  if (assay.consignor === null) {
    await recordConfirmed(client, { path: '/v1/assays', key: assay.key, body: { ...found, batchId }, as });
    return;
  }
  const { uscc } = registry.enterprise(assay.consignor);
  const { items } = await client.get(`/v1/parties?uscc=${uscc}`, Parties, as);
  const supplierId = items.find((party) => party.uscc === uscc)?.id;
  if (supplierId === undefined) throw new Error(`${assay.consignor} is not known where ${plan.smelter} works`);
  const body = {
    ...found,
    basis: 'supplier_class',
    supplierId,
    batteryKind: assay.batteryKind,
    sampleMark: `样-${assay.key}`,
  };
  await recordConfirmed(client, { path: '/v1/assays', key: assay.key, body, as, seenGrams: assay.massGrams });
}

const certificate = (name: string): string => `演示-${name.split('/').slice(1).join('-')}`.slice(0, 100);

async function recordCount({ client, as, siteId, plan }: Works, { countedOn, lines }: Count): Promise<void> {
  const body = { siteId, countedOn, countedBy: '演示盘点人', lines };
  await client.post({ path: '/v1/stock-counts', key: `${plan.smelter}/count/${countedOn}`, body, as }, Anything);
}

async function recordEmission({ client, as, siteId, plan }: Works, medium: 'air' | 'water'): Promise<void> {
  const body = {
    siteId,
    medium,
    leadGrams: plan.emissions[medium],
    method: medium === 'air' ? 'CEMS' : '手工监测',
    monitoringPoint: medium === 'air' ? 'DA001' : 'DW001',
    occurredAt: isoOf(moment(31, 23)),
  };
  await client.post({ path: '/v1/emissions', key: `${plan.smelter}/emission/${medium}`, body, as }, Anything);
}
