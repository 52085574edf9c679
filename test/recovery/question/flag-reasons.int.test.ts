/** Reasons of the expert for several flags of one code: each is answered for itself, printed with it, and checked. */
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { pagesOf } from '../../platform/print/pdf.ts';
import { changeJson, forged } from '../assessments/forging.ts';
import { PERIOD, REVIEW, useProcedure } from '../assessments/procedure.ts';
import { ok, on, TONNE } from '../plant.ts';

const { app, plant, people, step } = useProcedure();
const VERIFIER = fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url));

type Reason = { readonly code: string; readonly reason: string; readonly facts?: object };

let check: (archive: Buffer) => { readonly snapshot: { readonly review: { readonly flagReasons: Reason[] } } };
let token: string;
let id: string;
let flags: string[];

const CODE = 'STOCK_NOT_COUNTED';
const about = (item: string, reason: string) => ({ code: CODE, facts: [{ name: 'item', value: item }], reason });
const others = () => flags.filter((code) => code !== CODE).map((code) => ({ code, reason: '已核对原始记录' }));
const review = (flagReasons: readonly Reason[]) => step(people.expert, id, 'review', { ...REVIEW, flagReasons });

/** Makes lead and an alloy, and counts neither: each is a flag of the same code. */
beforeAll(async () => {
  ({ check } = await import(VERIFIER));
  const who = await plant.enterprise('recycler', ['recycling', 'collection', 'transport']);
  const received = await plant.deliver({ who: people.point }, { who }, { tonnes: 100, day: 3 });
  const run = await ok(who.post('/v1/runs', { siteId: who.siteId, startedAt: on(9), process: 'integrated' }));
  const lines = [{ batchId: received, massGrams: 100 * TONNE, pieces: 5_000 }];
  await ok(who.post(`/v1/runs/${run.id}/feeds`, { fedAt: on(10), lines }));
  const outputs = [
    { material: 'refined_lead', massGrams: 40 * TONNE },
    { material: 'lead_alloy', massGrams: 17 * TONNE },
  ];
  const { batches } = await ok(who.post(`/v1/runs/${run.id}/outputs`, { yieldedAt: on(11), outputs }));
  await ok(who.post(`/v1/runs/${run.id}/close`, { closedAt: on(12), carriedGrams: 0 }));
  for (const one of batches) await plant.assay(who, one.id, 1_000_000);
  await plant.countBoth(who);
  await app.follow();
  const manager = await app.client({ subject: `manager-${who.partyId}`, partyId: who.partyId, loggedIn: true });
  token = who.token;
  ({ id } = await ok(manager.post('/v1/assessments', { period: PERIOD })));
  ({ flags } = await ok(step(manager, id, 'submit')));
}, 120_000);

const get = async (url: string) => {
  const { rawPayload } = await app.http.inject({ url, headers: { authorization: `Bearer ${token}` } });
  return rawPayload;
};

it('a reason for one of two flags leaves the other open, and names it', async () => {
  const { status, json } = await review([...others(), about('refined_lead', '成品已装车')]);
  expect([status, json.code, json.findings]).toEqual([422, 'assessment-flag-unexplained', [CODE]]);
  expect(json.occurrences).toEqual([expect.stringMatching(/^STOCK_NOT_COUNTED .*item=lead_alloy/)]);
  const wrong = await review([...others(), about('refined_lead', '成品已装车'), about('slag', '已核对')]);
  expect(wrong.json.occurrences).toHaveLength(1);
});

it('each reason is kept, frozen, printed with its flag and checked', async () => {
  const reasons = [about('refined_lead', '成品已装车，次日出库'), about('lead_alloy', '合金存于另库，已抽查')];
  await ok(review([...others(), ...reasons]));
  await ok(step(people.office, id, 'certify'));
  const { items } = await ok(people.office.get(`/v1/assessments/${id}/history`));
  expect(items.find((one: { step: string }) => one.step === 'review').flagReasons).toEqual([...others(), ...reasons]);
  const text = (await pagesOf(await get(`/v1/assessments/${id}/report?format=pdf`))).join('');
  for (const { reason } of reasons) expect(text).toContain(`专家说明：${reason}`);
  const archive = await get(`/v1/assessments/${id}/evidence`);
  expect(check(archive).snapshot.review.flagReasons).toEqual([...others(), ...reasons]);
  const inReview = (change: (reasons: Reason[]) => Reason[]) =>
    forged(archive, (files) =>
      changeJson(files, 'snapshot.json', ({ review: given }) =>
        Object.assign(given, { flagReasons: change(given.flagReasons) }),
      ),
    );
  const without = await inReview((some) => some.filter(({ reason }) => reason !== reasons[1]?.reason));
  expect(() => check(without)).toThrow(`the flag ${CODE} has no reason`);
  const whole = await inReview((some) => [
    ...some.filter(({ code }) => code !== CODE),
    { code: CODE, reason: '已核对' },
  ]);
  expect(check(whole)).toMatchObject({ records: expect.any(Number) });
});
