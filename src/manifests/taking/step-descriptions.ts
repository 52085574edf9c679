/** Descriptions of the steps of a manifest for the API: effects, preconditions, and problems of each step. */
import { exampleCodes } from '../../core/example-codes.ts';
import { type ListedProblem, Problem } from '../../core/messages/problem.ts';
import type { Facts } from '../../core/messages/text.ts';
import type { UserStep } from '../rules/command.ts';
import { type By, MANIFEST_STEPS, refuseStep, STEPS } from '../rules/manifest.ts';

type StepDescription = { readonly description: string; readonly problems: readonly ListedProblem[] };

/** Problems of every step. */
const COMMON = [
  'manifest-missing',
  'manifest-not-your-step',
  'manifest-step-elsewhere',
  'manifest-step-not-allowed',
  'manifest-step-too-early',
  'instant-in-future',
  'party-missing',
  'party-not-active',
  ['law-missing', { key: 'manifests.discrepancy-threshold' }],
] as const;
/** Refusals of loads to another province without a cover. */
const UNCOVERED = ['transfer-not-approved', 'approval-not-valid', 'approval-quantity-exceeded'];
const LICENCE = ['licence-missing', 'licence-suspended'];
const WEIGHED = ['manifest-lines-mismatch', 'manifest-weighing-implausible'];
const COUNTED = [
  'manifest-quantities-apart',
  'manifest-pieces-implausible',
  'manifest-pieces-differ',
  'manifest-piece-mass-differs',
];
const DECISION = ['manifest-decision-contradicts', 'manifest-method-missing', 'manifest-code-unknown'];
const UNEXPLAINED = 'manifest-reason-missing';
const DECIDED = [...WEIGHED, ...COUNTED, ...DECISION];
const UNLICENSED = ['manifest-method-unlicensed', 'manifest-site-receives-nothing'];
const ACCEPTED = [
  ...['manifest-method-unfit', ...UNLICENSED, ...LICENCE, 'licence-scale-exceeded'],
  'manifest-receiver-site-unknown',
];
/** Points to the document, because no request of a step names the sites. */
const SAME_SITE = ['manifest-same-site', { pointer: '#/document/receiverSite' }] as const;
const UNSUITED = [SAME_SITE, 'batch-piece-mass-differs', 'batch-instant-early'];
const HELD = ['batch-mass-exceeded', 'batch-pieces-exceeded'];
const STOCK = [...HELD, 'batch-quantities-apart', ...UNSUITED];

export const STEP_DESCRIPTIONS: Readonly<Record<UserStep, StepDescription>> = {
  submit: {
    description:
      'The consignor submits a draft: `draft` becomes `submitted`. The receiver needs a valid licence for the waste code, the carrier one for transport unless the load is exempt, and a load to another province a valid approval with room for its mass, or an exemption (Order 23, Art 21). The national system then issues the number, usually within seconds; read the manifest again until `number` is set. No mass moves yet. The mass of a piece must agree with the batches as they are now (`batteries.piece-mass`).',
    problems: [...COMMON, ...LICENCE, 'manifest-site-receives-nothing', ...UNCOVERED, ...HELD, ...UNSUITED],
  },
  register_paper: {
    description:
      'The consignor registers that the transfer runs on paper because the system could not be used (Order 23, Art 20): `draft` becomes `offline_paper`. Enter the manifest with the step backfill within the days of the law; `backfillDueOn` shows the last one. The mass of a piece must agree with the batches as they are now (`batteries.piece-mass`). The number of the form covers one load of its consignor. Paper at a time and place without a declared outage is marked (`paper-outside-outage`), and so is a number that is not reserved (`paper-number-not-reserved`).',
    problems: [...COMMON, ...UNCOVERED, ...HELD, ...UNSUITED, 'manifest-paper-taken', 'manifest-paper-of-another'],
  },
  backfill: {
    description:
      'The consignor enters a transfer that ran on paper: `offline_paper` becomes `submitted`. Licences are judged on the day on which the transfer was completed. The other steps follow with the times at which they happened. `backfilledLate` shows an entry after the last day, and warnings about the paper are judged again by what is known now. The mass of a piece must agree with the batches as they are now (`batteries.piece-mass`).',
    problems: [
      ...[...COMMON, ...LICENCE, 'manifest-site-receives-nothing', ...UNCOVERED, 'manifest-completion-missing'],
      ...UNSUITED,
    ],
  },
  hand_over: {
    description:
      'The consignor hands the load over to the carrier: `submitted` becomes `handed_over`. The manifest needs its national number, or must run on paper. The mass of every line leaves the batches of the consignor and enters batches in transit, and the mass of a piece must agree with the batches as they are now (`batteries.piece-mass`). A load to another province uses the quantity of its approval, which must be valid on that day. Afterwards the manifest cannot be cancelled.',
    problems: [...COMMON, ...STOCK, ...UNCOVERED, 'manifest-number-needed', 'national-system-missing', 'batch-missing'],
  },
  depart: {
    description:
      'The carrier departs with the load: `handed_over` becomes `in_transit`. A registered vehicle needs a valid transport permit. A vehicle that is not registered leads to the warning `vehicle-unregistered` and does not stop the load.',
    problems: [...COMMON, 'vehicle-permit-expired'],
  },
  arrive: {
    description:
      'The receiver confirms that the load has arrived: `in_transit` becomes `arrived`. From this day the receiver has the working days of the law to decide; `confirmationDueOn` shows the last one. No mass moves yet.',
    problems: COMMON,
  },
  accept: {
    description:
      'The receiver accepts every line as weighed: `arrived` or `disputed` becomes `accepted`. The accepted mass enters new batches of the receiver (`receivedBatchId`), and a difference to the sent mass is booked as a difference of weighing. The mass counts against the approved scale of the licence; above the scale the step is refused.',
    problems: [...COMMON, ...DECIDED, ...ACCEPTED],
  },
  accept_partially: {
    description:
      'The receiver accepts a part of the load and rejects the rest: `arrived` or `disputed` becomes `partially_accepted`. Give every line with its accepted and rejected mass, and why: a kind of difference or remarks. The accepted mass enters batches of the receiver; the rejected mass stays in transit until the consignor closes the manifest.',
    problems: [...COMMON, ...DECIDED, UNEXPLAINED, ...ACCEPTED],
  },
  reject: {
    description:
      'The receiver rejects the whole load: `arrived` or `disputed` becomes `rejected`. The mass stays in transit until the consignor closes the manifest and records what came back. Without `lines` the masses count as they were sent. A kind of difference or remarks say why; a refusal is a significant difference (Order 23, Art 18).',
    problems: [...COMMON, ...DECIDED, UNEXPLAINED],
  },
  dispute: {
    description:
      'The receiver states a difference before deciding: `arrived` becomes `disputed`. The time to decide keeps running. Accept, accept partially or reject the load when the difference is settled; the kinds of difference stay on the manifest.',
    problems: [...COMMON, 'manifest-code-unknown', UNEXPLAINED],
  },
  close: {
    description:
      'The consignor closes a decided manifest: `accepted`, `partially_accepted` or `rejected` becomes `closed`, which is final. For every line of which something was rejected, give the mass that came back; it enters a batch of the consignor (`returnedBatchId`). A return that differs from the refused mass beyond the threshold is explained in remarks, and both authorities see it.',
    problems: [...COMMON, ...WEIGHED, ...COUNTED, 'manifest-return-unexplained'],
  },
  cancel: {
    description:
      'The consignor cancels a manifest before the load is handed over: `draft`, `offline_paper` or `submitted` becomes `cancelled`, which is final. No mass has moved, so the batches are free for another manifest.',
    problems: COMMON,
  },
};

/** Problems of a step, with the facts that a request out of turn meets. */
export function problemsOf(step: UserStep): readonly ListedProblem[] {
  const facts = factsOf(step);
  return STEP_DESCRIPTIONS[step].problems.map((one) => {
    const own = typeof one === 'string' ? facts[one] : undefined;
    return typeof one === 'string' && own !== undefined ? [one, own] : one;
  });
}

/** Facts of the refusals that name a step, as its rules make them for a caller who repeats the step. */
function factsOf(step: UserStep): Readonly<Record<string, Facts>> {
  const { takenBy, ownedBy } = MANIFEST_STEPS[step];
  const leadsTo: Partial<Record<string, keyof typeof STEPS>>[] = Object.values(STEPS);
  const state = leadsTo.map((steps) => steps[step]).find((next) => next !== undefined) ?? 'closed';
  const refused = (by: By): Facts => {
    try {
      refuseStep(step, { state }, by);
    } catch (error) {
      if (error instanceof Problem) return error.facts;
      throw error;
    }
    throw new Error(`${state} allows ${step}`);
  };
  return {
    'manifest-not-your-step': refused({ roles: [], sides: [] }),
    'manifest-step-elsewhere': refused({ roles: [takenBy], sides: [] }),
    'manifest-step-not-allowed': refused({ roles: [takenBy], sides: [ownedBy] }),
    'manifest-step-too-early': { step },
    'manifest-decision-contradicts': { step, accepted: step === 'accept_partially', refused: false },
    'instant-in-future': { pointer: '#/body/at' },
    'batch-instant-early': { pointer: '#/body/at' },
    // The manifest has the lines, and the request does not repeat them.
    'batch-piece-mass-differs': { pointer: '#/document/lines/0/pieces' },
    ...((step === 'hand_over' || step === 'submit' || step === 'register_paper') && {
      'batch-mass-exceeded': { pointer: '#/document/lines/massGrams' },
      'batch-pieces-exceeded': { pointer: '#/document/lines/pieces' },
      'batch-quantities-apart': { pointer: '#/document/lines/pieces' },
    }),
    'manifest-code-unknown':
      step === 'dispute' || step === 'reject'
        ? {
            value: 'weight',
            list: 'discrepancy-kinds',
            known: exampleCodes('discrepancy-kinds'),
            pointer: '#/body/differenceKinds/0',
          }
        : {
            value: 'R0',
            list: 'treatment-methods',
            known: exampleCodes('treatment-methods'),
            pointer: '#/body/lines/0/treatmentMethod',
          },
  };
}
