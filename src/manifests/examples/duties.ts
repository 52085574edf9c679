/** Example of an open duty, for the description of the API. */
import { EXAMPLE_IDS } from '../../core/example-ids.ts';

export const DUTY = {
  duty: 'confirm' as const,
  partyId: EXAMPLE_IDS.recycler,
  manifestId: EXAMPLE_IDS.manifest,
  number: '20264501000123',
  state: 'arrived' as const,
  dueOn: '2026-10-13',
  daysLeft: 6,
  overdue: false,
};
