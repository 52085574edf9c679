/** Photographs of loads, through the whole API: who adds them, who sees them, and the files behind them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { batchInput, type Enterprise, useApp } from '../../app/fixture.ts';
import { download, pdf, png, upload } from '../../files/sample.ts';

const app = useApp();
let consignor: Enterprise;
let carrier: Enterprise;
let receiver: Enterprise;
let stranger: Enterprise;

beforeAll(async () => {
  consignor = await app.enterprise({ division: '450100' });
  carrier = await app.enterprise({ division: '450300', kind: 'transfer_point' });
  receiver = await app.enterprise({ division: '450200', kind: 'recycler' });
  stranger = await app.enterprise({ division: '450400' });
  const licence = { number: '演示证1', mode: 'recycling', wasteCodes: ['900-052-31'], issuer: '演示厅' };
  const dates = { validFrom: '2026-01-01', validTo: '2027-01-01' };
  await app.authority.post(`/v1/parties/${receiver.partyId}/licences`, { ...licence, ...dates });
}, 60_000);

async function drafted(): Promise<string> {
  const mass = { massGrams: 500_000, pieces: 30 };
  const { json } = await consignor.post('/v1/batches', batchInput(consignor.siteId, mass));
  const draft = await consignor.post('/v1/manifests', {
    ...{ carrierId: carrier.partyId, receiverId: receiver.partyId },
    ...{ consignorSiteId: consignor.siteId, receiverSiteId: receiver.siteId },
    lines: [{ batchId: json.id, ...mass, packaging: 'pallet', packages: 1 }],
  });
  expect(draft.status, draft.text).toBe(201);
  return draft.json.id;
}

const picture = async (by: Enterprise, text: string): Promise<string> =>
  (await upload(app, by, png(text), { type: 'image/png', name: `${text}.png` })).json.id;
const add = (by: Enterprise, id: string, body: Record<string, unknown>) =>
  by.post(`/v1/manifests/${id}/photographs`, body);
let serial = 0;
const onPaper = (id: string) =>
  consignor.post(`/v1/manifests/${id}/register-paper`, { number: `纸-${++serial}`, reason: '停机' });
const warningsOf = ({ json }: { json: { warnings: { code: string }[] } }) => json.warnings.map(({ code }) => code);

describe('photographs of a load', () => {
  it('take the mark from the backfill of paper, and are read by all parties once they see the manifest', async () => {
    const id = await drafted();
    const [first, second] = [await picture(consignor, '甲'), await picture(consignor, '乙')];
    expect((await add(consignor, id, { fileIds: [first] })).json.code).toBe('photographs-of-draft');
    expect((await onPaper(id)).status).toBe(200);
    const takenAt = app.clock.now.toISOString();
    const added = await add(consignor, id, { fileIds: [first, second], takenAt, remarks: '装车' });
    expect([added.status, added.json.items]).toEqual([
      201,
      [
        {
          ...{ id: expect.any(String), manifestId: id, partyId: consignor.partyId, fileIds: [first, second] },
          ...{ takenAt, remarks: '装车', recordedAt: takenAt },
        },
      ],
    ]);
    const paths = [`/v1/manifests/${id}/photographs`, `/v1/files/${first}`];
    const read = async (by: { get: Enterprise['get'] }) =>
      Promise.all(paths.map(async (path) => (await by.get(path)).status));
    expect([await read(consignor), await read(app.authority)]).toEqual([
      [200, 200],
      [200, 200],
    ]);
    expect(await read(receiver)).toEqual([404, 404]);
    const entered = await consignor.post(`/v1/manifests/${id}/backfill`, { transferCompletedAt: takenAt });
    expect([entered.status, warningsOf(entered)]).toEqual([
      200,
      expect.not.arrayContaining(['paper-without-photographs']),
    ]);
    const city = (division: string) => app.client({ subject: division, roles: ['city_regulator'], division });
    for (const by of [receiver, carrier, await city('4502'), await city('4503')])
      expect(await read(by)).toEqual([200, 200]);
    for (const by of [stranger, await city('4504')]) expect(await read(by)).toEqual([404, 404]);
    const { bytes } = await download(app, receiver, second);
    expect(bytes).toEqual(png('乙'));
    expect((await receiver.get(`/v1/files/${first}`)).json.records).toEqual([{ kind: 'manifest', id }]);
    await app.follow();
    const { items } = (await consignor.get(`/v1/manifests/${id}/history`)).json;
    const entry = items.find(({ kind }: { kind: string }) => kind === 'manifest.photographed');
    expect(entry.payload).toEqual({
      ...{ manifestId: id, photographsId: added.json.items[0].id, partyId: consignor.partyId, takenAt },
      files: [first, second].map((fileId) => ({ fileId, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })),
    });
  });

  it('leave the signed document and the version of the manifest as they are', async () => {
    const id = await drafted();
    const before = (await consignor.post(`/v1/manifests/${id}/submit`, {})).json;
    expect((await add(receiver, id, { fileIds: [await picture(receiver, '丙')] })).status).toBe(201);
    const after = (await consignor.get(`/v1/manifests/${id}`)).json;
    expect([after.version, after.digest]).toEqual([before.version, before.digest]);
  });

  it('are own pictures, each once, and come from an organisation that the manifest names', async () => {
    const id = await drafted();
    await consignor.post(`/v1/manifests/${id}/submit`, {});
    const [file, foreign] = [await picture(consignor, '丁'), await picture(stranger, '戊')];
    const letter = (await upload(app, consignor, pdf('信'))).json.id;
    const refused = async (by: Enterprise, fileIds: string[], more: Record<string, unknown> = {}) => {
      const { status, json } = await add(by, id, { fileIds, ...more });
      return [status, json.code, json.pointer];
    };
    expect(await refused(consignor, [foreign])).toEqual([404, 'photograph-file-missing', '#/body/fileIds/0']);
    expect(await refused(consignor, [file, letter])).toEqual([422, 'photograph-not-a-picture', '#/body/fileIds/1']);
    expect((await refused(stranger, [foreign])).slice(0, 2)).toEqual([404, 'manifest-missing']);
    const ahead = new Date(app.clock.now.getTime() + 3_600_000).toISOString();
    expect(await refused(consignor, [file], { takenAt: ahead })).toEqual([
      ...[422, 'instant-in-future', '#/body/takenAt'],
    ]);
    expect((await add(consignor, id, { fileIds: [file, file] })).status).toBe(400);
    const answers = await Promise.all(Array.from({ length: 8 }, () => add(consignor, id, { fileIds: [file] })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(7).fill(409)]);
  });

  it('are missed when paper is entered without them', async () => {
    const id = await drafted();
    await onPaper(id);
    const completed = { transferCompletedAt: app.clock.now.toISOString() };
    const entered = await consignor.post(`/v1/manifests/${id}/backfill`, completed);
    expect([entered.status, warningsOf(entered)]).toEqual([200, expect.arrayContaining(['paper-without-photographs'])]);
  });
});
