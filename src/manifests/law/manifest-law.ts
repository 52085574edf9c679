/** The law of manifests: returns each rule for a day, without a query. */
import type { PieceMassLimits, StorageLimits } from '../../batches/rules.ts';
import type { CodeNames } from '../../core/messages/code-names.ts';
import type { DiscrepancyThreshold, WeighingLimit } from '../differences/discrepancy.ts';
import type { PiecesLimit } from '../differences/pieces.ts';
import type { MethodLaw } from '../licensing/licensed-methods.ts';
import type { ReceivingLaw } from '../licensing/receiving-site.ts';
import type { ScaleLaw } from '../licensing/scale.ts';
import type { UnbrokenExemption } from '../licensing/transport-mode.ts';
import type { PhotographLaw } from '../photographs/photographs.ts';
import type { ClassPackaging } from '../wastes/packaging.ts';
import type { Treatments, WasteForm } from '../wastes/waste.ts';
import type { Deadline, DeadlineLaw } from './deadlines.ts';

/** Lists of codes for drafts and steps, by the names that `/v1/codes` gives them. */
export type CodeList = 'packaging' | 'treatment-methods' | 'discrepancy-kinds';

/**
 * Each member takes a day (`YYYY-MM-DD`) and returns the rule in force on it.
 * @throws Problem `law-missing`, `law-not-yet-in-force`, `law-unreadable`
 */
export type ManifestLaw = DeadlineLaw & {
  /** Working days before the last day of a duty, from which on it is near. */
  readonly deadlineNotice: (on: string) => Deadline;
  /** Seconds by which an instant may lie ahead of this service's clock. */
  readonly skewSeconds: (on: string) => number;
  /** Hours after which a step counts as entered late. */
  readonly lateHours: (on: string) => number;
  readonly codes: (list: CodeList, on: string) => CodeNames;
  readonly discrepancyThreshold: (on: string) => DiscrepancyThreshold;
  /** Maximum excess of a weighing over the expected mass. */
  readonly weighingLimit: (on: string) => WeighingLimit;
  /** Maximum excess of counted over expected pieces, and the difference that needs no difference kind. */
  readonly piecesLimit: (on: string) => PiecesLimit;
  /** Limits on the mass of one battery. */
  readonly pieceMass: (on: string) => PieceMassLimits;
  /** Own intermediates that leave as waste. */
  readonly wasteForms: (on: string) => readonly WasteForm[];
  /** Packaging that fits a class of batteries. */
  readonly classPackaging: (on: string) => readonly ClassPackaging[];
  /** Types of source that are kept apart from waste. */
  readonly keptApart: (on: string) => readonly string[];
  /** Treatment methods that fit a waste. */
  readonly treatments: (on: string) => readonly Treatments[];
  /** Kinds of site that receive waste, and the licences that they need. */
  readonly receiving: (on: string) => ReceivingLaw;
  /** Treatment methods that a licence allows at a kind of site. */
  readonly licensedMethods: (on: string) => MethodLaw;
  /** The exemption of unbroken batteries in transport; undefined when no exemption is in force. */
  readonly unbrokenExemption: (on: string) => UnbrokenExemption | undefined;
  /** Shares of the annual scale of a licence that cause a warning, and the share that ends it. */
  readonly annualScale: (on: string) => ScaleLaw;
  /** Returns true when a load to another province needs an approval or an exemption. */
  readonly approvalNeeded: (on: string) => boolean;
  /** Maximum of numbers for forms on paper that are reserved at once. */
  readonly paperBlocks: (on: string) => { readonly maxNumbers: number };
  /** True when paper is entered with photographs, and the maximum of photographs of a manifest. */
  readonly paperPhotographs: (on: string) => PhotographLaw;
  readonly storage: (siteKind: string, on: string) => StorageLimits;
};
