/** Numbers: the national system decides, a partner reports its own, and a contradiction waits for a person. */
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { recordClashes } from '../../../src/exchange/numbers/clash-service.ts';
import { assignNumbers } from '../../../src/exchange/numbers/service.ts';
import { insertNumbers } from '../../../src/exchange/numbers/store.ts';
import { NOW, type TestApp } from '../../app/fixture.ts';
import { held, step, submit, useAuthorities } from '../authorities.ts';
import { outcomes, read } from '../border.ts';
import { useClaims } from './claims.ts';

const authorities = useAuthorities();
const { guangxi, guangdong, settle } = authorities;
const { route, give, claim, announced } = useClaims(authorities);

const clashes = async (app: TestApp, state = 'open') =>
  (await app.authority.get(`/v1/exchange/number-clashes?state=${state}&limit=200`)).json.items as {
    id: string;
    manifestId: string;
    number: string;
    source: string;
    reason: string;
    otherManifestId: string | null;
    heldNumber: string | null;
  }[];
const clashOf = async (app: TestApp, manifestId: string) =>
  (await clashes(app)).filter((one) => one.manifestId === manifestId);

const numberedAs = (numbered: string, number: string) =>
  claim(numbered, (document) => ({ ...document, number }), { number });

describe('a number that a partner reports', () => {
  test('is refused when it is of another province, and the clash waits for a person', async () => {
    const { id, numbered } = await announced();
    const [refused = ''] = await give([await numberedAs(numbered, '20264401000007')]);
    expect(read(refused)).toMatchObject({ outcome: 'refused', problem: { code: 'manifest-number-foreign' } });
    expect((await held(guangdong, id)).number).toBeNull();
    const [clash] = await clashOf(guangdong, id);
    expect(clash).toMatchObject({ number: '20264401000007', source: '45', reason: 'foreign_division' });
    expect((await guangdong.authority.get('/v1/exchange/status')).json.numberClashes).toBeGreaterThan(0);
    const { rows } = await guangdong.deps.db.execute(sql`
      select kind from journal_entries where subject = ${`number-clash:${clash?.id}`}`);
    expect(rows).toEqual([{ kind: 'number.clashed' }]);
    expect(outcomes(await give([numbered]))).toEqual(['applied']);
  });

  test('is provisional, keeps no other manifest from the same number, and the national copy decides', async () => {
    const liar = await announced();
    const honest = await announced();
    const { number } = await held(guangxi, honest.id);
    expect(outcomes(await give([await numberedAs(liar.numbered, number)]))).toEqual(['applied']);
    expect(await held(guangdong, liar.id)).toMatchObject({ number, numberConfirmed: false });

    expect(outcomes(await give([honest.numbered]))).toEqual(['applied']);
    expect(await clashOf(guangdong, honest.id)).toMatchObject([
      { number, source: '45', reason: 'number_claimed', otherManifestId: liar.id },
    ]);
    await guangdong.deps.db.transaction(async (tx) => {
      const stated = [{ manifestId: honest.id, number }];
      await recordClashes(tx, guangdong.deps, await insertNumbers(tx, stated, NOW));
    });
    await assignNumbers(guangdong.deps);
    expect(await held(guangdong, honest.id)).toMatchObject({ number, numberConfirmed: true });
    expect(await held(guangdong, liar.id)).toMatchObject({ number, numberConfirmed: false });
  });

  test('is confirmed with the first receipt of the national system to the destination', async () => {
    const id = await submit(route());
    await settle();
    expect(await held(guangdong, id)).toMatchObject({ numbering: 'issued', numberConfirmed: false });
    expect(await held(guangxi, id)).toMatchObject({ numberConfirmed: true });
    await step(route().consignor, id, 'hand-over');
    await step(route().carrier, id, 'depart', {
      plates: ['桂A12345'],
      from: '南宁',
      via: '梧州',
      protections: ['rain'],
    });
    await settle();
    await step(route().receiver, id, 'arrive');
    await settle();
    expect(await held(guangdong, id)).toMatchObject({ numberConfirmed: true });
    expect(await clashOf(guangdong, id)).toEqual([]);
  });

  test('is refused when the national system has given it to another manifest', async () => {
    const { id, numbered } = await announced();
    const other = await announced();
    const { number } = await held(guangxi, other.id);
    expect(outcomes(await give([other.numbered]))).toEqual(['applied']);
    await guangdong.deps.db.transaction((tx) => insertNumbers(tx, [{ manifestId: other.id, number }], NOW));
    await assignNumbers(guangdong.deps);
    const [refused = ''] = await give([await numberedAs(numbered, number)]);
    expect(read(refused)).toMatchObject({ outcome: 'refused', problem: { code: 'manifest-number-taken' } });
    expect(await clashOf(guangdong, id)).toMatchObject([{ reason: 'number_taken', otherManifestId: other.id }]);
  });
});

describe('a number of the national system', () => {
  const state = (manifestId: string, number: string) =>
    guangxi.deps.db.transaction(async (tx) => {
      await recordClashes(tx, guangxi.deps, await insertNumbers(tx, [{ manifestId, number }], NOW));
    });

  test('that another manifest has is a clash, until the right number comes', async () => {
    const first = await submit(route());
    await settle();
    const { number } = await held(guangxi, first);
    const second = await submit(route());
    await state(second, number);
    await assignNumbers(guangxi.deps);
    expect((await held(guangxi, second)).numbering).toBe('pending');
    const [clash] = await clashOf(guangxi, second);
    expect(clash).toMatchObject({ number, source: 'national', reason: 'number_taken', otherManifestId: first });

    await state(second, '20264501990001');
    await assignNumbers(guangxi.deps);
    expect(await held(guangxi, second)).toMatchObject({ number: '20264501990001', numberConfirmed: true });
    expect(await clashOf(guangxi, second)).toEqual([]);
    await guangxi.deps.db.execute(sql`update exchange_deliveries set state = 'parked' where manifest_id = ${second}`);
  });

  test('that differs from the one it gave before is a clash, which a person settles with remarks', async () => {
    const id = await submit(route());
    await settle();
    const { number } = await held(guangxi, id);
    await state(id, '20264501990002');
    const [clash] = await clashOf(guangxi, id);
    expect(clash).toMatchObject({ number: '20264501990002', reason: 'other_number', heldNumber: number });
    const path = `/v1/exchange/number-clashes/${clash?.id}/settle`;
    const settled = await guangxi.authority.post(path, { remarks: '国家系统确认原编号有效' });
    expect(settled).toMatchObject({ status: 200, json: { remarks: '国家系统确认原编号有效' } });
    expect(settled.json.settledAt).not.toBeNull();
    expect(await clashOf(guangxi, id)).toEqual([]);
    expect((await guangxi.authority.post(path, { remarks: '再次' })).json.code).toBe('number-clash-settled');
    expect((await guangxi.authority.post(path, {})).status).toBe(400);
    await state(id, '20264501990002');
    expect(await clashOf(guangxi, id)).toEqual([]);
  });
});
