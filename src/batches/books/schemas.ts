/** Wire shapes of the books. */
import { z } from 'zod';
import { MassGramsOut, named, namedCodes } from '../../platform/http/index.ts';
import { BOOKS } from '../examples/batches.ts';
import { BOUNDARIES, MOVEMENT_KINDS } from '../movement.ts';

export const BoundaryCode = namedCodes(
  'Boundary',
  'Boundary account, at which mass enters or leaves the books',
  BOUNDARIES,
  {
    generation: { en: 'waste arises', zh: '产生' },
    elsewhere: { en: 'the books of another province', zh: '外省账目' },
    supply: { en: 'bought feed and reagents', zh: '外购物料' },
    sale: { en: 'mass leaves by sale or disposal', zh: '销售或处置' },
    loss: { en: 'mass lost in a process', zh: '工艺损失' },
    adjustment: { en: 'differences of weighing and counting', zh: '计量和盘点差异' },
  },
);

export const MovementKindCode = namedCodes('MovementKind', 'Reason for which mass moves', MOVEMENT_KINDS, {
  generation: { en: 'waste was recorded', zh: '产生' },
  split: { en: 'a part became a batch of its own', zh: '分批' },
  merge: { en: 'several batches became one', zh: '合批' },
  dispatch: { en: 'loaded on a vehicle', zh: '发运' },
  arrival: { en: 'accepted by the receiver', zh: '接收' },
  departure: { en: 'left for another province', zh: '转出本省' },
  return: { en: 'came back to the consignor', zh: '退回' },
  weighing_difference: { en: 'weighed differently at arrival', zh: '计量差异' },
  supply: { en: 'bought', zh: '外购' },
  feed: { en: 'fed into a run', zh: '投料' },
  output: { en: 'yielded by a run', zh: '产出' },
  process_difference: { en: 'gained or lost in a run', zh: '工艺增减' },
  sale: { en: 'sold', zh: '销售' },
  disposal: { en: 'disposed of', zh: '处置' },
  stock_adjustment: { en: 'adjusted after a stock count', zh: '盘点调整' },
  correction: { en: 'sets another movement right', zh: '更正冲正' },
});

export const BooksResponse = named(
  'Books',
  'Check of the double entry: the sum of all accounts, and the accounts that deviate.',
  z.object({
    sumOfAccountsGrams: z.int().describe('0 in correct books'),
    negativeAccounts: z.int().describe('Accounts below 0; 0 in correct books'),
    deviatingAccounts: z.int().describe('Accounts with a balance that differs from the sum of their movements'),
    accounts: z.int().describe('How many batches there are, loads in transit and runs included'),
    movements: z.int().describe('How many postings the books hold, each from one account to another'),
    boundaries: z
      .array(
        z.object({
          name: BoundaryCode.describe('Boundary account that has the balance'),
          massGrams: MassGramsOut.describe('Its balance; below 0 where more mass left it than entered it'),
        }),
      )
      .describe('Accounts where mass enters or leaves the books'),
  }),
  BOOKS,
);
