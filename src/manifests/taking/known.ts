/** Records that decide a user's step, as the look-ups found them. */
import type { Covering } from '../../approvals/rules.ts';
import type { Batch, Ledgers, SiteStock } from '../../batches/rules.ts';
import type { Licence, PartyStatus, Vehicle } from '../../parties/rules.ts';
import type { PaperFindings } from '../numbering/paper.ts';
import type { Answer } from '../rules/answer.ts';
import type { Books } from '../rules/movements.ts';

/** Licences for a load on one day. */
export type Qualification = {
  /** The day of the look-up. */
  readonly on: string;
  /** Kind of the receiving site; null when it is not registered (another province). */
  readonly siteKind: string | null;
  /** Licences of the receiver, for each mode that its site allows. */
  readonly receiver: readonly Answer<readonly Licence[]>[];
  /** The transport licence of the carrier; null for an exempt load. */
  readonly carrier: Answer<Licence> | null;
  /** Grams accepted in the year under each licence of the receiver, by its id. */
  readonly acceptedGrams: ReadonlyMap<string, number>;
};

export type Known = Books & {
  /** Organisations of the step, with the history of their states. */
  readonly parties: readonly PartyStatus[];
  /** The batches of the lines as they are now, by id, for steps that need the stock. */
  readonly stock: ReadonlyMap<string, Batch>;
  /** Postings of the batches of the lines, for steps that need the stock. */
  readonly ledgers: Ledgers;
  /** Licences on the day of the act; null for steps without a licence check. */
  readonly onActDay: Qualification | null;
  /** Licences on the day of entry; null for a step entered in time. */
  readonly onEntryDay: Qualification | null;
  /** Approvals and exemptions for the load; null for a step that needs none. */
  readonly covering: Covering | null;
  /** The registered vehicles of the carrier among the plates, with all their permits. */
  readonly vehicles: readonly Vehicle[];
  /** True when another load of the consignor goes under the number of the form on paper. */
  readonly paperTaken: boolean;
  /** Facts about the form on paper; null for a step that needs none. */
  readonly paper: PaperFindings | null;
  /** False when no national system is registered, so that no number will come. */
  readonly numbersIssued: boolean;
  /** Site that receives mass, with its stock; null when the site is unknown or has no limit. */
  readonly arrivingAt: ({ readonly siteId: string } & SiteStock) | null;
};
