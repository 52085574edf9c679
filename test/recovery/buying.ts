/** An independent buyer of products that is registered, and confirms what it received. */
import { dayOf } from '../../src/core/calendar.ts';
import type { Answer, Enterprise, TestApp } from '../app/fixture.ts';

export type Buyer = Enterprise;

const opened = new WeakMap<TestApp, Promise<Buyer>>();

/** Returns the buyer that the enterprises of an app share. */
export function buyerOf(app: TestApp): Promise<Buyer> {
  const one = opened.get(app) ?? app.enterprise({ division: '450800', name: '演示电池制造厂' });
  opened.set(app, one);
  return one;
}

let serial = 0;

type Sold = { readonly id: string; readonly massGrams: number; readonly occurredAt: string };

/** Confirms that a sale was received on the day on which it left, as it is recorded unless it is said otherwise. */
export function confirmSale(
  buyer: Buyer,
  { id, massGrams, occurredAt }: Sold,
  changes: Record<string, unknown> = {},
): Promise<Answer> {
  serial += 1;
  const received = {
    number: `演示收-${serial}`,
    use: 'raw-material',
    massGrams,
    confirmedOn: dayOf(new Date(occurredAt)),
  };
  return buyer.post(`/v1/dispositions/${id}/confirmations`, { ...received, ...changes });
}
