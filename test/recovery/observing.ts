/** An authority that is on the site at a count and states what is there, as in a real assessment. */
import type { Answer, Client } from '../app/fixture.ts';

export type Seen = { readonly item: string; readonly massGrams: number };
type Counted = {
  readonly id: string;
  readonly siteId: string;
  readonly countedOn: string;
  readonly lines: readonly Seen[];
};

/** Lets the authority state what it saw for a count; a later statement for the same site and day corrects the earlier one. */
export async function observeCount(
  authority: Client,
  { id, siteId, countedOn, lines: counted }: Counted,
  seen: readonly Seen[] = counted,
): Promise<void> {
  const items = [...new Set(seen.map(({ item }) => item))];
  const lines = items.map((item) => ({ item, massGrams: massOf(seen.filter((one) => one.item === item)) }));
  const visit = { observedOn: countedOn, observer: '演示市生态环境局', reportNumber: `核查-${countedOn}`, lines };
  const path = `/v1/stock-counts/${id}/observations`;
  const first = lines.length > 0 ? await authority.post(path, visit) : undefined;
  if (first?.status === 201) return;
  if (first && first.json?.code !== 'stock-observation-exists') throw new Error(first.text);
  const { items: made } = (await authority.get(`/v1/stock-observations?siteId=${siteId}&countedOn=${countedOn}`)).json;
  const before = made.find((one: Answer['json']) => !made.some((other: Answer['json']) => other.replacesId === one.id));
  if (before === undefined) return;
  const { status, text } = await authority.post(path, { ...visit, replacesId: before.id });
  if (status !== 201) throw new Error(text);
}

/** Lets the authority see a count that was accepted. Returns the answer to it. */
export async function observed(authority: Client, counted: Answer): Promise<Answer> {
  if (counted.status === 201) await observeCount(authority, counted.json);
  return counted;
}

const massOf = (lines: readonly Seen[]): number => lines.reduce((sum, { massGrams }) => sum + massGrams, 0);
