/** Sales of products, also of those that were never made. A customer takes and confirms what is there, a kin one whatever is said. */
import type { Enterprise } from '../../../../app/fixture.ts';
import { confirmSale } from '../../../buying.ts';
import type { Sell } from '../../acts.ts';
import { at, type Json, type Plant } from '../../enterprise.ts';

const part = (whole: number, thousandths: number): number => Math.round((whole * thousandths) / 1000);

const relatives = new WeakMap<Plant, Promise<Enterprise>>();

/** Returns a trading company of the owner, whose name says so. */
function kinOf(plant: Plant): Promise<Enterprise> {
  const open = async () => {
    const { name } = (await plant.app.authority.get(`/v1/parties/${plant.own.partyId}`)).json;
    return plant.app.enterprise({ name: `${name}销售公司` });
  };
  const one = relatives.get(plant) ?? open();
  relatives.set(plant, one);
  return one;
}

type Product = Plant['products'][number];

/** Sells a share of every product in stock. */
export async function sell(plant: Plant, act: Sell, day: string): Promise<void> {
  for (const product of plant.products) await sellOf(plant, product, act, day);
}

async function sellOf(plant: Plant, product: Product, act: Sell, day: string): Promise<void> {
  const { share, to = 'buyer', invented = 0 } = act;
  const { inventedGrams = 0 } = product;
  const thereGrams = part(product.grams - inventedGrams, share);
  const massGrams = thereGrams + part(inventedGrams, invented);
  // A sale that is corrected later begins with what is there.
  const firstGrams = to === 'corrected' ? thereGrams : massGrams;
  if (firstGrams === 0) return;
  const buyer = to === 'kin' ? await kinOf(plant) : plant.neighbours.buyer;
  const sold = await plant.post(`/batches/${product.batchId}/dispositions`, {
    ...{ kind: 'sale', massGrams: firstGrams, receiverName: '演示电池厂', contractNumber: '合同-3' },
    ...{ receiverId: to === 'name' ? null : buyer.partyId, occurredAt: at(day, 18) },
  });
  if (!sold) return;
  product.grams -= firstGrams;
  Object.assign(product, { inventedGrams: inventedGrams - (firstGrams - thereGrams) });
  await receive(plant, sold, { to, thereGrams, buyer });
  if (to !== 'corrected' || massGrams === firstGrams) return;
  const correction = { reason: '过磅单重量抄录有误', massGrams };
  if (!(await plant.post(`/dispositions/${sold.id}/corrections`, correction))) return;
  product.grams -= massGrams - firstGrams;
  Object.assign(product, { inventedGrams: inventedGrams - (massGrams - firstGrams) });
}

type Received = { readonly to: Sell['to']; readonly thereGrams: number; readonly buyer: Enterprise };

/** Lets the receiver state what it received. An independent one has a scale of its own, which shows what is there. */
async function receive(plant: Plant, sold: Json, { to, thereGrams, buyer }: Received): Promise<void> {
  if (to === 'name') return;
  const receivedGrams = Math.round(thereGrams / plant.errors.line);
  if (to === 'kin') {
    const { status } = await confirmSale(buyer, sold);
    if (status < 400) throw new Error('a company of the owner confirmed a sale');
  } else if (to === 'proof') {
    const number = `确-${sold.id.slice(-8)}`;
    const proof = { number, use: 'raw-material', massGrams: sold.massGrams, confirmedOn: sold.occurredAt.slice(0, 10) };
    await plant.post(`/dispositions/${sold.id}/confirmations`, { ...proof, fileId: plant.certificateFileId });
  } else if (receivedGrams > 0) {
    const { status, text } = await confirmSale(buyer, sold, { massGrams: receivedGrams });
    if (status !== 201) throw new Error(text);
  }
}
