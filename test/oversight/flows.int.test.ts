import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { record } from '../../src/platform/journal/index.ts';
import { type Client, NOW, useApp } from '../app/fixture.ts';

const app = useApp();

type Accepted = { month: string; from: string; to: string; grams: readonly (number | null)[]; kind?: string };

/** Records an acceptance in the journal, as manifests do. */
async function accept({ month, from, to, grams, kind = 'manifest.accepted' }: Accepted): Promise<string> {
  const manifestId = newId();
  const document = {
    id: manifestId,
    wasteCode: '900-052-31',
    decidedAt: `${month}-15T04:00:00.000Z`,
    consignorSite: { name: 'a', divisionCode: from, address: null },
    receiverSite: { name: 'b', divisionCode: to, address: null },
    lines: grams.map((acceptedGrams, at) => ({
      line: at + 1,
      batteryKind: 'stationary',
      acceptedGrams,
      acceptedPieces: acceptedGrams === null ? null : 2,
    })),
  };
  await app.database.db.transaction((tx) =>
    record(tx, [
      {
        kind,
        subject: `manifest:${manifestId}`,
        actor: { subject: 'receiver', source: 'local' },
        occurredAt: NOW,
        recordedAt: NOW,
        version: 1,
        payload: { manifestId, version: 6, step: 'accept', input: {}, document, digest: '0' },
      },
    ]),
  );
  return manifestId;
}

let first: string;
beforeAll(async () => {
  first = await accept({ month: '2026-10', from: '450403', to: '440100', grams: [700, 300] });
  await accept({ month: '2026-10', from: '4501', to: '4401', grams: [500], kind: 'manifest.partially_accepted' });
  await accept({ month: '2026-10', from: '4501', to: '4501', grams: [40, null] });
  await accept({ month: '2026-11', from: '4501', to: '4401', grams: [6] });
  await accept({ month: '2026-10', from: '4501', to: '4401', grams: [9], kind: 'manifest.rejected' });
  await app.follow('oversight.flows');
});

describe('the flow matrix', () => {
  const OCTOBER = '/v1/flows?from=2026-10&to=2026-11';

  it('adds up accepted mass by month and province, the month after the last one left out', async () => {
    const { json } = await app.authority.get(OCTOBER);
    expect(json).toEqual({
      level: 'province',
      complete: true,
      items: [
        {
          month: '2026-10',
          from: '45',
          fromName: '广西壮族自治区',
          to: '44',
          toName: '广东省',
          massGrams: 1500,
          pieces: 6,
          manifests: 2,
        },
        {
          month: '2026-10',
          from: '45',
          fromName: '广西壮族自治区',
          to: '45',
          toName: '广西壮族自治区',
          massGrams: 40,
          pieces: 2,
          manifests: 1,
        },
      ],
    });
  });

  it('distinguishes cities at the level of cities', async () => {
    const { json } = await app.authority.get('/v1/flows?from=2026-10&to=2026-12&level=city');
    expect(
      json.items.map(({ month, from, to, massGrams }: Record<string, unknown>) => [month, from, to, massGrams]),
    ).toEqual([
      ['2026-10', '4501', '4401', 500],
      ['2026-10', '4501', '4501', 40],
      ['2026-10', '4504', '4401', 1000],
      ['2026-11', '4501', '4401', 6],
    ]);
  });

  it('opens a cell down to its manifests and journal entries, page by page', async () => {
    const cell = '/v1/flows/records?month=2026-10&from=45&to=44&limit=2';
    const { json: page } = await app.authority.get(cell);
    const { json: rest } = await app.authority.get(`${cell}&cursor=${page.nextCursor}`);
    const items = [...page.items, ...rest.items];
    expect(items.map(({ massGrams }) => massGrams)).toEqual([700, 300, 500]);
    expect(rest.nextCursor).toBeNull();
    expect(items[0]).toMatchObject({ manifestId: first, line: 1, batteryKind: 'stationary', fromCity: '4504' });
    const { json: journal } = await app.authority.get(`/v1/journal?after=${items[0].journalIndex - 1}&limit=1`);
    expect(journal.items[0].payload.manifestId).toBe(first);
  });

  it('is the same when it is made again from the journal', async () => {
    const before = (await app.authority.get('/v1/flows?from=2026-01&to=2027-01&level=city')).json;
    expect(before.items).toHaveLength(4);
    await app.database.owner.transaction(async (tx) => {
      await tx.execute(sql`delete from flow_records`);
      await tx.execute(sql`update journal_subscriptions set position = 0 where name = 'oversight.flows'`);
    });
    expect((await app.authority.get('/v1/flows?from=2026-01&to=2027-01')).json.items).toEqual([]);
    await app.follow('oversight.flows');
    expect((await app.authority.get('/v1/flows?from=2026-01&to=2027-01&level=city')).json).toEqual(before);
  });

  it('is for authorities only, whatever scopes an organisation holds', async () => {
    const { partyId } = await app.enterprise();
    const greedy: Client = await app.client({ partyId });
    for (const path of [
      OCTOBER,
      '/v1/flows/records?month=2026-10',
      '/v1/journal',
      '/v1/journal/subjects/a:b',
      '/v1/books',
    ]) {
      const { status, json } = await greedy.get(path);
      expect([status, json.code], path).toEqual([403, 'role-missing']);
    }
  });

  it('says what is wrong with a period', async () => {
    const { status, json } = await app.authority.get('/v1/flows?from=2026-10&to=2026-10');
    expect([status, json.code, json.errors[0].detail]).toEqual([400, 'request-invalid', 'to must be later than from.']);
    expect((await app.authority.get('/v1/flows?from=2020-01&to=2026-10')).status).toBe(400);
  });
});

describe('the journal over HTTP', () => {
  it('gives every sealed entry once, in dense order, however large the steps', async () => {
    const seen: { index: number; hash: string }[] = [];
    for (let after = 0; ; ) {
      const { json } = await app.authority.get(`/v1/journal?after=${after}&limit=3`);
      if (json.items.length === 0) {
        expect(json.nextAfter).toBe(after);
        break;
      }
      seen.push(...json.items);
      after = json.nextAfter;
    }
    expect(seen.map(({ index }) => index)).toEqual(seen.map((_, at) => at + 1));
    expect(seen.length).toBeGreaterThanOrEqual(5);
    expect(new Set(seen.map(({ hash }) => hash)).size).toBe(seen.length);
  });

  it('gives the chain of one subject, and 404 for one it does not know', async () => {
    const { siteId, post } = await app.enterprise();
    const lot = { origin: 'generated', siteId, batteryKind: 'stationary', riskClass: 'I', condition: 'whole' };
    const at = { occurredAt: '2026-10-14T10:00:00+08:00' };
    const { json: batch } = await post('/v1/batches', { ...lot, ...at, massGrams: 100, pieces: 2 });
    await post(`/v1/batches/${batch.id}/split`, { massGrams: 40, pieces: 1 });
    await app.follow('oversight.flows');
    const { json } = await app.authority.get(`/v1/journal/subjects/batch:${batch.id}`);
    expect(json.items.map(({ kind }: { kind: string }) => kind)).toEqual(['batch.generated', 'batch.split']);
    expect(json.items[1].previousHash).toBe(json.items[0].hash);
    expect((await app.authority.get(`/v1/journal/subjects/batch:${batch.id}?after=1`)).json.items).toHaveLength(1);
    const beyond = await app.authority.get(`/v1/journal/subjects/batch:${batch.id}?after=999999999999999`);
    expect([beyond.status, beyond.json.items]).toEqual([200, []]);
    expect((await app.authority.get(`/v1/journal/subjects/batch:${newId()}`)).json.code).toBe('subject-missing');
  });
});
