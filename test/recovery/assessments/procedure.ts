/** A smelter with a whole month, and the people who assess it. */
import { beforeAll } from 'vitest';
import { type Answer, type Client, type Enterprise, useApp } from '../../app/fixture.ts';
import { pdf, upload } from '../../files/sample.ts';
import { ok, on, plantOf, TONNE } from '../plant.ts';

export const PERIOD = '2026-10';
export const REVIEW = { recommendation: 'certify', reason: '数据完整' };
const SAID = { reason: '已核对' };

export type Smelter = {
  readonly who: Enterprise;
  readonly manager: Client;
  readonly received: string;
  readonly product: string;
};

/** Call it at the top of a test file. The clock shows 3 November 2026. */
export function useProcedure() {
  const app = useApp();
  const plant = plantOf(app);
  const people = {} as { expert: Client; office: Client; otherOffice: Client; point: Enterprise };

  beforeAll(async () => {
    app.clock.now = new Date('2026-11-03T02:00:00.000Z');
    people.expert = await app.client({ subject: 'expert', roles: ['assessor'], loggedIn: true });
    people.office = await app.client({ subject: 'office', roles: ['province_regulator'], loggedIn: true });
    people.otherOffice = await app.client({ subject: 'other-office', roles: ['province_regulator'], loggedIn: true });
    people.point = await plant.enterprise('collection_point', ['collection']);
  }, 60_000);

  /** A smelter whose rate of October is clear, or flagged by batteries without a manifest; with a certificate of its assay. */
  async function smelter({ flagged = false, day = 3, certificate = '' } = {}): Promise<Smelter> {
    const who = await plant.enterprise('recycler', ['recycling', 'collection', 'transport']);
    const file = certificate === '' ? undefined : (await upload(app, who, pdf(certificate))).json;
    const assay = file && { certificateFileId: file.id };
    const received = await plant.deliver({ who: people.point }, { who }, { tonnes: 100, day, assay });
    const fed: Record<string, number> = { [received]: 100 };
    if (flagged) {
      const own = await plant.collect({ who }, 1, on(5));
      await plant.assay(who, own, 580_000, { certificateFileId: null });
      fed[own] = 1;
    }
    const tonnes = flagged ? 58.2 : 57.6;
    const product = await plant.smelt(who, fed, tonnes);
    await plant.countBoth(who, [{ item: 'refined_lead', massGrams: Math.round(tonnes * TONNE), leadPpm: 1_000_000 }]);
    await app.follow();
    const manager = await app.client({ subject: `manager-${who.partyId}`, partyId: who.partyId, loggedIn: true });
    return { who, manager, received, product };
  }

  const open = async ({ manager }: Smelter): Promise<string> =>
    (await ok(manager.post('/v1/assessments', { period: PERIOD }))).id;
  const step = (by: Client, id: string, name: string, body: object = SAID): Promise<Answer> =>
    by.post(`/v1/assessments/${id}/${name}`, { ...body });

  /** Takes an assessment to the submission, the review or the certification. */
  async function reach(of: Smelter, until: 'submit' | 'review' | 'certify'): Promise<string> {
    const id = await open(of);
    await ok(step(of.manager, id, 'submit'));
    if (until === 'submit') return id;
    await ok(step(people.expert, id, 'review', REVIEW));
    if (until === 'certify') await ok(step(people.office, id, 'certify'));
    return id;
  }

  /** Certifies an assessment of which each flag gets a reason. */
  async function reachWithFlags(of: Smelter, method = 'lead-recovery'): Promise<string> {
    const { id } = await ok(of.manager.post('/v1/assessments', { period: PERIOD, method }));
    const { flags } = await ok(step(of.manager, id, 'submit'));
    const flagReasons = flags.map((code: string) => ({ code, reason: '已核对原始记录' }));
    await ok(step(people.expert, id, 'review', { ...REVIEW, flagReasons }));
    await ok(step(people.office, id, 'certify'));
    return id;
  }
  return { app, plant, people, smelter, open, step, reach, reachWithFlags };
}
