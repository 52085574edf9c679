/** Differences at the arrival (Order 23, Art 18): no refused load vanishes, and no finding does. */
import { describe, expect, it } from 'vitest';
import { accepted, arrived, at, deps, send, take, trade, useManifests } from '../api.ts';
import { journalOf } from '../province.ts';

useManifests();

const codeOf = async (answer: ReturnType<typeof take>) => {
  const { status, body } = await answer;
  return [status, body.code];
};
const warned = async (id: string) =>
  (await journalOf(deps.db, id)).flatMap(({ kind, payload }) => {
    const { warnings = [] } = payload as { warnings?: readonly { readonly code: string }[] };
    return kind === 'manifest.warned' ? warnings.map(({ code }) => code) : [];
  });

describe('a load that is refused', () => {
  it('is refused with a reason only, and is a significant difference', async () => {
    const id = await arrived();
    expect(await codeOf(take(trade.receiver, id, 'reject', { at: at(30) }))).toEqual([422, 'manifest-reason-missing']);
    const { body } = await take(trade.receiver, id, 'reject', { at: at(30), remarks: '混入锂电池' });
    expect(body).toMatchObject({ state: 'rejected', significantDifference: true, differenceKinds: [] });
    expect(body.warnings.at(-1)).toMatchObject({ code: 'significant-difference', severity: 'flag' });
    expect(await warned(id)).toContain('significant-difference');
  });

  it('cannot vanish: what does not come back is explained, and both authorities see it', async () => {
    const id = await arrived();
    await take(trade.receiver, id, 'reject', { at: at(30), differenceKinds: ['nature'] });
    const gone = { at: at(40), lines: [{ line: 1, returnedGrams: 0, returnedPieces: 0 }] };
    expect(await codeOf(take(trade.consignor, id, 'close', gone))).toEqual([422, 'manifest-return-unexplained']);
    const { body } = await take(trade.consignor, id, 'close', { ...gone, remarks: '途中被盗，已报案' });
    expect(body.state).toBe('closed');
    expect(body.warnings.map(({ code }: { code: string }) => code)).toContain('return-differs');
    const chinese = await send(trade.consignor, `/manifests/${id}`, undefined, { 'accept-language': 'zh-CN' });
    const { detail } = chinese.body.warnings.find(({ code }: { code: string }) => code === 'return-differs');
    expect(detail).toBe('接受人拒收 1 吨，移出人收到退回 0 千克。差额单独记账，须由主管部门核查。');
  });
});

describe('a dispute', () => {
  it('says what was found, and the decision keeps it', async () => {
    const id = await arrived();
    expect(await codeOf(take(trade.receiver, id, 'dispute', { at: at(25) }))).toEqual([422, 'manifest-reason-missing']);
    const found = { at: at(25), differenceKinds: ['nature', 'packaging'], remarks: '混入锂电池' };
    expect((await take(trade.receiver, id, 'dispute', found)).body.state).toBe('disputed');
    const { body } = await take(trade.receiver, id, 'accept', accepted(1_000_000, 60));
    expect(body).toMatchObject({
      ...{ state: 'accepted', differenceKinds: ['nature', 'packaging'], remarks: '混入锂电池' },
      significantDifference: true,
    });
  });
});
