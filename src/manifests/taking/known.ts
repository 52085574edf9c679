/** The records that a step of a user is decided by, as the look-ups found them. */
import type { Batch, SiteStock } from '../../batches/rules.ts';
import type { Licence, PartyStatus, Vehicle } from '../../parties/rules.ts';
import type { Answer } from '../rules/answer.ts';
import type { Books } from '../rules/movements.ts';

/** Licences for a load on one day. */
export type Qualification = {
  /** The day that they were looked up for. */
  readonly on: string;
  /** Licences of the receiver, for each mode that its site allows. */
  readonly receiver: readonly Answer<readonly Licence[]>[];
  /** The transport licence of the carrier; null for a load that travels exempt. */
  readonly carrier: Answer<Licence> | null;
  /** Grams that were accepted in the year under each licence of the receiver, by its id. */
  readonly acceptedGrams: ReadonlyMap<string, number>;
};

export type Known = Books & {
  /** The organisations that the step concerns, with the history of their states. */
  readonly parties: readonly PartyStatus[];
  /** The batches behind the lines, for steps by which a transfer begins. */
  readonly stock: readonly Batch[];
  /** Licences on the day of the act; null for steps that need none. */
  readonly onActDay: Qualification | null;
  /** Licences on the day of entry; null for a step that is entered in time. */
  readonly onEntryDay: Qualification | null;
  /** The registered vehicles of the carrier among the plates, with all their permits. */
  readonly vehicles: readonly Vehicle[];
  /** The site that mass comes to, with its stock; null where the site is unknown or has no limit. */
  readonly arrivingAt: ({ readonly siteId: string } & SiteStock) | null;
};
