/** The quantity of an approval over the border: what the receiver accepted counts, and what it refused may travel again. */
import { expect, it } from 'vitest';
import { DEPARTURE, makeRoute, step, submit, useAuthorities } from '../../exchange/authorities.ts';

const authorities = useAuthorities();

it('counts the mass that was handed over, then what was accepted, and nothing of a refused load', async () => {
  const { guangxi, guangdong } = authorities;
  const route = await makeRoute(authorities);
  const used = async () => {
    const path = `/v1/approvals?consignorId=${route.trade.consignor.id}`;
    return (await guangxi.authority.get(path)).json.items[0].quantities[0].usedGrams;
  };
  const send = async () => {
    const id = await submit(route);
    await authorities.settle();
    await step(route.consignor, id, 'hand-over');
    await step(route.carrier, id, 'depart', DEPARTURE);
    await authorities.settle();
    await step(route.receiver, id, 'arrive');
    return id;
  };
  const [whole, part, none] = [await send(), await send(), await send()];
  expect(await used()).toBe(3_000_000);
  const line = { line: 1, acceptedGrams: 1_004_000, acceptedPieces: 60, treatmentMethod: 'R4' };
  await step(route.receiver, whole, 'accept', { lines: [line] });
  const rest = { ...line, acceptedGrams: 700_000, acceptedPieces: 42, refusedGrams: 300_000, refusedPieces: 18 };
  await step(route.receiver, part, 'accept-partially', {
    lines: [rest],
    differenceKinds: ['quantity'],
    remarks: '破损',
  });
  await step(route.receiver, none, 'reject', { remarks: '混入锂电池' });
  expect(await used()).toBe(3_000_000);
  await authorities.settle();
  expect(await used()).toBe(1_704_000);
  const { items } = (await guangxi.authority.get('/v1/covered-transfers')).json;
  const counted = Object.fromEntries(items.map(({ id, countedGrams }: Record<string, unknown>) => [id, countedGrams]));
  expect(counted).toEqual({ [whole]: 1_004_000, [part]: 700_000, [none]: 0 });
  const { id } = (await guangxi.authority.get('/v1/approvals')).json.items[0];
  const kinds = (await guangxi.authority.get(`/v1/journal/subjects/approval:${id}`)).json.items.map(
    ({ kind }: { kind: string }) => kind,
  );
  expect(kinds).toEqual([
    'approval.registered',
    ...Array(3).fill('approval.used'),
    ...Array(3).fill('approval.settled'),
  ]);
  // The province of destination has decided nothing, so it keeps no quantity.
  expect((await guangdong.authority.get('/v1/covered-transfers')).json.items).toEqual([]);
});
