/** Kinds of site that receive, and treatment methods that their licences allow, before and after the law begins. */
import { describe, expect, it } from 'vitest';
import { at, deps, numbered, send, take, trade, useManifests } from '../api.ts';
import { addLicence, addSite, clock, requestOf } from '../province.ts';

useManifests();

const IN_2027 = new Date('2027-01-05T08:00:00.000Z');
const on = (day: string) => `${day}T06:00:00.000Z`;

/** Drafts a load, to the site of the trade or to another one, and submits it. */
async function submitting(time: string, receiverSiteId = trade.receiverSite?.id) {
  const { body } = await send(trade.consignor, '/manifests', { ...requestOf(trade, 1_000_000, 60), receiverSiteId });
  return { id: body.id as string, answer: await take(trade.consignor, body.id, 'submit', { at: time }) };
}

const licensed = () =>
  addLicence(deps, trade.receiver, 'recycling', { validFrom: '2027-01-01', validTo: '2028-01-01' });
const codesOf = ({ body }: { body: { warnings: { code: string }[] } }) => body.warnings.map(({ code }) => code);

/** Takes a submitted load to its receiver on a day. */
async function arriving(id: string, day: string) {
  await numbered(id);
  const step = async (who: typeof trade.carrier, name: string, given: object) => {
    const { status, body } = await take(who, id, name, given);
    expect(status, JSON.stringify(body)).toBe(200);
  };
  await step(trade.consignor, 'hand-over', { at: `${day}T06:10:00.000Z` });
  await step(trade.carrier, 'depart', { at: `${day}T06:12:00.000Z`, plates: ['桂A12345'], from: '南宁' });
  await step(trade.receiver, 'arrive', { at: `${day}T06:20:00.000Z` });
}

const accept = (id: string, time: string, treatmentMethod: string) =>
  take(trade.receiver, id, 'accept', {
    at: time,
    lines: [{ line: 1, acceptedGrams: 1_000_000, acceptedPieces: 60, treatmentMethod }],
  });

describe('a site of a generator', () => {
  it('receives with a warning until 2027, also what was handed over by then', async () => {
    const site = await addSite(deps, trade.receiver, 'generator', '暂存间');
    const { id, answer } = await submitting(at(0), site.id);
    expect([answer.status, codesOf(answer)]).toEqual([200, ['site-receives-nothing']]);
    const chinese = await send(trade.consignor, `/manifests/${id}`, undefined, { 'accept-language': 'zh-CN' });
    expect(chinese.body.warnings[0].detail).toContain('产生单位');
    await arriving(id, '2026-09-11');
    clock.now = IN_2027;
    await licensed();
    const decided = await accept(id, on('2027-01-05'), 'R4');
    expect([decided.status, codesOf(decided)]).toEqual([200, expect.arrayContaining(['site-receives-nothing'])]);
  });

  it('receives nothing from 2027 on, under any licence', async () => {
    const site = await addSite(deps, trade.receiver, 'generator', '暂存间');
    clock.now = IN_2027;
    await licensed();
    const { answer } = await submitting(on('2027-01-05'), site.id);
    expect([answer.status, answer.body.code, answer.body.pointer]).toEqual([
      ...[422, 'manifest-site-receives-nothing', '#/document/receiverSite'],
    ]);
    expect(answer.body.detail).toContain('generator');
    expect((await submitting(on('2027-01-05'))).answer.status).toBe(200);
  });
});

describe('a collection point', () => {
  it('receives under a licence for collection, not under one for recycling', async () => {
    const site = await addSite(deps, trade.receiver, 'collection_point', '网点');
    const { answer } = await submitting(at(0), site.id);
    expect([answer.body.code, answer.body.mode]).toEqual(['licence-missing', 'collection']);
    await addLicence(deps, trade.receiver, 'collection');
    expect((await submitting(at(0), site.id)).answer.status).toBe(200);
  });
});

describe('landfill at a recycler', () => {
  it('is taken with a warning until 2027', async () => {
    const { id } = await submitting(at(0));
    await arriving(id, '2026-09-11');
    const { status, body } = await accept(id, '2026-09-11T07:00:00.000Z', 'D1');
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.warnings.slice(-1)).toMatchObject([
      { code: 'method-unlicensed', facts: { line: 1, method: 'D1', mode: 'recycling' } },
    ]);
  });

  it('is refused from 2027 on; use as metal is not', async () => {
    clock.now = IN_2027;
    await licensed();
    const { id } = await submitting(on('2027-01-05'));
    await arriving(id, '2027-01-05');
    const refused = await accept(id, '2027-01-05T07:00:00.000Z', 'D1');
    expect([refused.status, refused.body.code, refused.body.pointer]).toEqual([
      ...[422, 'manifest-method-unlicensed', '#/body/lines/0/treatmentMethod'],
    ]);
    expect(refused.body.remedy).toContain('R4');
    expect((await accept(id, '2027-01-05T07:00:00.000Z', 'R4')).status).toBe(200);
  });
});
