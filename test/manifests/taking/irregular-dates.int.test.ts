/** Steps whose date contradicts the rest of their manifest: irregular records, marked and reported. */
import { describe, expect, it } from 'vitest';
import { assignNumber, MANIFEST_FIGURES } from '../../../src/manifests/index.ts';
import { at, DEPART, deps, drafted, send, submitted, take, trade, useManifests } from '../api.ts';
import { paperInOrder, photographed } from '../paper-numbers/in-order.ts';
import { journalOf } from '../province.ts';

useManifests();

describe('a hand-over dated before the national number', () => {
  it('is marked in the answer and the journal, and found by the authority', async () => {
    const id = await submitted();
    const number = '20264501009999';
    const actor = { subject: 'national', source: 'national', roles: [], scopes: [] } as const;
    await deps.db.transaction((tx) => assignNumber(tx, deps, { actor, id, number, at: at(60) }));
    const { status, body } = await take(trade.consignor, id, 'hand-over', { at: at(10) });
    expect(status).toBe(200);
    const mark = { code: 'before-number', step: 'hand_over', facts: { stepAt: at(10), numberedAt: at(60) } };
    expect(body.warnings).toMatchObject([{ ...mark, severity: 'flag' }]);
    const warned = (await journalOf(deps.db, id)).filter(({ kind }) => kind === 'manifest.warned');
    expect(warned.map(({ payload }) => payload)).toMatchObject([{ warnings: [mark] }]);
    const found = async (beforeNumber: boolean) =>
      (await send({ id: 'authority' }, `/manifests?limit=200&beforeNumber=${beforeNumber}`)).body.items.map(
        (one: { id: string }) => one.id,
      );
    expect([(await found(true)).includes(id), (await found(false)).includes(id)]).toEqual([true, false]);
    // The next step, dated after the number, is in order.
    const departed = await take(trade.carrier, id, 'depart', { ...DEPART, at: at(61) });
    expect(departed.body.warnings.map(({ code }: { code: string }) => code)).toEqual([
      'before-number',
      'vehicle-unregistered',
    ]);
  });
});

describe('steps against the stated completion of a transfer on paper', () => {
  const codesOf = ({ warnings }: { warnings: { code: string }[] }) => warnings.map(({ code }) => code);

  it('are marked in the answer and the journal, found by the authority and counted, and are no plain late entries', async () => {
    const counted = async () =>
      (await MANIFEST_FIGURES.read(deps.db, deps.clock())).find(
        ({ name }) => name === 'leadloop_manifests_against_completion',
      )?.value ?? Number.NaN;
    const before = await counted();
    const id = await drafted();
    const paper = { at: at(0), number: await paperInOrder(), reason: '系统故障' };
    expect((await take(trade.consignor, id, 'register-paper', paper)).status).toBe(200);
    await photographed(id);
    const backfill = { at: at(50), transferCompletedAt: at(20) };
    expect((await take(trade.consignor, id, 'backfill', backfill)).status).toBe(200);
    const handed = await take(trade.consignor, id, 'hand-over', { at: at(10) });
    expect([handed.status, codesOf(handed.body)]).toEqual([200, []]);
    const departed = await take(trade.carrier, id, 'depart', { ...DEPART, at: at(40) });
    expect(departed.status).toBe(200);
    const mark = { code: 'against-completion', step: 'depart', facts: { stepAt: at(40), completedAt: at(20) } };
    expect(departed.body.warnings).toContainEqual(expect.objectContaining({ ...mark, severity: 'flag' }));
    const warned = (await journalOf(deps.db, id)).filter(({ kind }) => kind === 'manifest.warned');
    expect(warned.at(-1)?.payload).toMatchObject({ warnings: expect.arrayContaining([expect.objectContaining(mark)]) });
    const found = async (wanted: boolean) =>
      (await send({ id: 'authority' }, `/manifests?limit=200&againstCompletion=${wanted}`)).body.items.map(
        (one: { id: string }) => one.id,
      );
    expect([(await found(true)).includes(id), (await found(false)).includes(id)]).toEqual([true, false]);
    expect(await counted()).toBe(before + 1);
  });
});
