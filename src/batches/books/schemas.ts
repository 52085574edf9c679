/** Wire shapes of the books. */
import { z } from 'zod';
import { MassGramsOut, named } from '../../platform/http/index.ts';
import { BOOKS } from '../examples/batches.ts';

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
          name: z.string().describe('Boundary account, such as generation or loss'),
          massGrams: MassGramsOut.describe('Its balance; below 0 where more mass left it than entered it'),
        }),
      )
      .describe('Accounts where mass enters or leaves the books'),
  }),
  BOOKS,
);
