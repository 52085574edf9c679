/** Plastics that were never made: a rate by mass believes their use only as far as an independent registered receiver confirms it. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { pdf, upload } from '../../files/sample.ts';
import { confirm, laboratoryOf } from '../../recycling/certificates/laboratory.ts';
import { buyerOf, confirmSale } from '../buying.ts';
import { certificateNumber } from '../certificate.ts';
import { t, usePlant } from '../stock/plant.ts';

const { app, who, settle, receive, open, feed, yieldFrom, close, sell, count, post, get } = usePlant();
let serial = 0;

beforeAll(() => {
  app.clock.now = new Date('2026-11-20T04:00:00.000Z');
});
beforeEach(settle);

async function analyse(batchId: string, substance: string, ppm: number, sampledAt: string): Promise<void> {
  const laboratory = await laboratoryOf(app);
  const made = await post('/analyses', {
    ...{ method: '烘干法', laboratory: '演示检测中心', laboratoryId: laboratory.partyId, sampleMark: '样-1' },
    ...{ certificateNumber: certificateNumber(), basis: 'batch', batchId, substance, ppm, sampledAt },
  });
  expect((await confirm(laboratory, made, 'analyses')).status).toBe(201);
}

type Use = {
  readonly by: 'receiver' | 'file' | 'number';
  readonly tonnes: number;
  readonly said?: number;
  readonly on?: string;
};

/** Delivers plastics for use, with the proof that is stated. */
async function use(batchId: string, { by, tonnes, said = tonnes, on = '2026-10-21' }: Use) {
  const buyer = await buyerOf(app);
  const sent = await post(`/batches/${batchId}/dispositions`, {
    ...{ kind: 'use', massGrams: t(tonnes), receiverName: '演示塑料厂', contractNumber: '合同-1', use: 'raw-material' },
    ...{ occurredAt: '2026-10-20T12:00:00+08:00', ...(by === 'receiver' && { receiverId: buyer.partyId }) },
    ...(by === 'number' && { confirmationNumber: '演示证明' }),
  });
  serial += 1;
  if (by === 'receiver') {
    const answer = await confirmSale(buyer, sent, { massGrams: t(said), confirmedOn: on });
    expect(answer.status).toBe(201);
  } else if (by === 'file') {
    const { id: fileId } = (await upload(app, who.plant, pdf(`confirmation ${serial}`))).json;
    const body = { number: `收-${serial}`, use: 'raw-material', massGrams: t(said), confirmedOn: on, fileId };
    await post(`/dispositions/${sent.id}/confirmations`, body);
  }
  return sent;
}

/** Feeds 100 t, makes the plastics that are used, and returns the batch of each use. */
async function smelt(uses: readonly Use[]): Promise<string[]> {
  await count('2026-09-30');
  const load = await receive(t(100), 580_000, '2026-10-03');
  await analyse(load.batchId, 'water', 100_000, '2026-10-03T06:00:00+08:00');
  await analyse(load.batchId, 'sulphur', 90_000, '2026-10-03T06:00:00+08:00');
  const run = await open('2026-10-04');
  await feed(run, '2026-10-05', [load]);
  const plastics = uses.map(({ tonnes }) => ['plastics_light', t(tonnes), null] as const);
  const [lead = '', ...made] = await yieldFrom(run, '2026-10-06', [['refined_lead', t(57.5), 1_000_000], ...plastics]);
  await close(run, '2026-10-07');
  for (const one of made) await analyse(one, 'water', 50_000, '2026-10-06T11:00:00+08:00');
  await sell(lead, t(57.5), '2026-10-08');
  await count('2026-10-31');
  return made;
}

async function foundIn(method: string): Promise<string[]> {
  const at = `/recovery/methods/${method}/evaluation?period=2026-10&partyId=${who.plant.partyId}`;
  return (await get(at)).findings
    .filter(({ code }: { code: string }) => code === 'USES_NOT_CONFIRMED')
    .map(({ severity, detail }: { severity: string; detail: string }) => `${severity} ${detail}`);
}

it.each<[string, readonly Use[], RegExp | null]>([
  ['all confirmed by the receiver', [{ by: 'receiver', tonnes: 5 }], null],
  [
    '10 t of which the enterprise uploads a file itself',
    [
      { by: 'receiver', tonnes: 5 },
      { by: 'file', tonnes: 10 },
    ],
    /^flag 10 t.* 10\.56 percentage points/,
  ],
  ['a number alone', [{ by: 'number', tonnes: 10 }], /^flag 10 t/],
  ['confirmed by the receiver after the period', [{ by: 'receiver', tonnes: 10, on: '2026-11-02' }], /^flag 10 t/],
  [
    'a little that no receiver confirmed',
    [
      { by: 'receiver', tonnes: 5 },
      { by: 'file', tonnes: 0.1 },
    ],
    /^note 100 kg|^note 0\.1 t/,
  ],
])('plastics, %s', async (_, uses, expected) => {
  const made = await smelt(uses);
  for (const [at, one] of uses.entries()) await use(made[at] ?? '', one);
  for (const method of ['comprehensive-recovery', 'eu-2025-606']) {
    const found = await foundIn(method);
    if (expected === null) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringMatching(expected)]);
  }
  // A rate of lead has no plastics.
  expect(await foundIn('lead-recovery')).toEqual([]);
});

it('a delivery that is corrected afterwards counts as far as its receiver confirmed it', async () => {
  const [made = ''] = await smelt([{ by: 'receiver', tonnes: 15 }]);
  const { id } = await use(made, { by: 'receiver', tonnes: 5 });
  const buyer = await buyerOf(app);
  await post(`/dispositions/${id}/corrections`, { massGrams: t(15), reason: '补记' });
  // The rest has no proof at all, so it does not count and lifts nothing.
  expect(await foundIn('comprehensive-recovery')).toEqual([]);
  const { id: fileId } = (await upload(app, who.plant, pdf(`rest ${id}`))).json;
  const rest = { number: '收-余', use: 'raw-material', massGrams: t(10), confirmedOn: '2026-10-25', fileId };
  const { id: replacesId } = await post(`/dispositions/${id}/confirmations`, rest);
  expect(await foundIn('comprehensive-recovery')).toEqual([expect.stringMatching(/^flag 10 t/)]);
  await post(`/dispositions/${id}/confirmations`, { ...rest, massGrams: 0, replacesId });
  const { massGrams, occurredAt } = { massGrams: t(10), occurredAt: '2026-10-25T12:00:00+08:00' };
  expect((await confirmSale(buyer, { id, massGrams, occurredAt })).status).toBe(201);
  expect(await foundIn('comprehensive-recovery')).toEqual([]);
});
