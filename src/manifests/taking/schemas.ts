/** Requests of the steps of a manifest. */
import { z } from 'zod';
import {
  codeText,
  documentNumber,
  eachOnce,
  expected,
  Instant,
  linesText,
  lineText,
  MassGrams,
  MassGramsOrNone,
  named,
  nameText,
  Pieces,
  PlateText,
  spelled,
} from '../../platform/http/index.ts';
import {
  ACCEPT,
  ACCEPT_PARTIALLY,
  ARRIVE,
  BACKFILL,
  CANCEL,
  CLOSE,
  DEPART,
  DISPUTE,
  HAND_OVER,
  REGISTER_PAPER,
  REJECT,
  SUBMIT,
} from '../examples/steps.ts';

const at = Instant.optional().describe('When it happened; now when left out');
const Remarks = linesText(1_000)
  .nullable()
  .default(null)
  .describe('Remarks (备注) that the other organisations and the authorities read');
const DifferenceKinds = eachOnce(z.array(codeText(40)).max(20))
  .default([])
  .describe('Codes of the list discrepancy-kinds');
const LineNumber = z.int().min(1).max(100).describe('`line` of the line in the manifest (联单行号), from 1');
const Method = codeText(10).describe('Code of the list treatment-methods');

export const SubmitRequest = named(
  'SubmitManifest',
  'Submission of a draft by the consignor.',
  z.strictObject({ at }),
  SUBMIT,
);
export const RegisterPaperRequest = named(
  'RegisterPaperManifest',
  'Number of a manifest on paper, and why the system could not be used.',
  z.strictObject({
    at,
    number: documentNumber(40).describe('Number of the paper manifest'),
    reason: linesText(500).describe('Why the system could not be used'),
    transferCompletedAt: Instant.nullable().default(null),
  }),
  REGISTER_PAPER,
);
export const BackfillRequest = named(
  'BackfillManifest',
  'Late entry of a transfer on paper, with the time at which the transfer was completed.',
  z.strictObject({
    at,
    transferCompletedAt: Instant.nullable().default(null).describe('Needed unless it was given with the paper'),
  }),
  BACKFILL,
);
export const HandOverRequest = named(
  'HandOverLoad',
  'Handover of the load from the consignor to the carrier.',
  z.strictObject({ at }),
  HAND_OVER,
);
export const DepartRequest = named(
  'DepartWithLoad',
  'Departure of the carrier with the load: vehicles, driver and route.',
  z.strictObject({
    at,
    plates: eachOnce(z.array(PlateText).min(1).max(10)),
    permitNumber: documentNumber(60)
      .nullable()
      .default(null)
      .describe('Number of the transport permit 道路运输证 of the vehicles that carry the load'),
    driver: nameText(100).nullable().default(null).describe('Name of the driver (驾驶人); personal data'),
    from: lineText(200),
    via: lineText(300).nullable().default(null),
    protections: eachOnce(z.array(z.enum(['rain', 'leakage', 'scattering'])).max(3))
      .default([])
      .describe('Protections of the vehicle: against rain, leakage or scattering'),
  }),
  DEPART,
);
export const ArriveRequest = named(
  'ArriveWithLoad',
  'Arrival of the carrier at the gate of the receiver.',
  z.strictObject({ at }),
  ARRIVE,
);

export const AcceptRequest = named(
  'AcceptLoad',
  'Acceptance of a whole load: what the receiver weighed and took, line by line.',
  z.strictObject({
    at,
    lines: z
      .array(
        z.strictObject({
          line: LineNumber,
          acceptedGrams: MassGrams,
          acceptedPieces: Pieces.describe('Batteries that the receiver accepts (接受数量（只）)'),
          treatmentMethod: Method,
        }),
      )
      .min(1)
      .max(100)
      .describe('Decision on each line (明细): every line of the manifest, each once'),
    differenceKinds: DifferenceKinds,
    remarks: Remarks,
  }),
  ACCEPT,
);

export const AcceptPartiallyRequest = named(
  'AcceptLoadPartially',
  'Acceptance of a part of a load: for each line, what was accepted and what went back.',
  z.strictObject({
    at,
    lines: z
      .array(
        z.strictObject({
          line: LineNumber,
          acceptedGrams: MassGramsOrNone,
          acceptedPieces: Pieces.describe('Batteries that the receiver accepts (接受数量（只）)'),
          refusedGrams: MassGramsOrNone,
          refusedPieces: Pieces.describe('Batteries that the receiver refuses (拒收数量（只）)'),
          treatmentMethod: Method.nullable()
            .default(null)
            .describe('Code of the list treatment-methods; null where nothing of the line is accepted'),
        }),
      )
      .min(1)
      .max(100)
      .describe('Decision on each line (明细): every line of the manifest, each once'),
    differenceKinds: DifferenceKinds,
    remarks: Remarks,
  }),
  ACCEPT_PARTIALLY,
);

export const RejectRequest = named(
  'RejectLoad',
  'Rejection of a whole load, line by line, with the kinds of difference.',
  z.strictObject({
    at,
    lines: z
      .array(z.strictObject({ line: LineNumber, refusedGrams: MassGramsOrNone, refusedPieces: Pieces }))
      .min(1)
      .max(100)
      .nullable()
      .default(null)
      .describe('Refused mass of each line as weighed; left out, the masses count as they were sent'),
    differenceKinds: DifferenceKinds,
    remarks: Remarks,
  }),
  REJECT,
);

export const DisputeRequest = named(
  'DisputeLoad',
  'Dispute of the receiver about a load that arrived, with the kinds of difference.',
  z.strictObject({ at, differenceKinds: DifferenceKinds, remarks: Remarks }),
  DISPUTE,
);

export const CloseRequest = named(
  'CloseManifest',
  'Closing of a manifest: how the receiver treated each line.',
  z.strictObject({
    at,
    lines: z
      .array(z.strictObject({ line: LineNumber, returnedGrams: MassGramsOrNone, returnedPieces: Pieces }))
      .max(100)
      .default([])
      .describe('What came back of every line of which something was refused'),
    remarks: Remarks,
  }),
  CLOSE,
);

export const CancelRequest = named(
  'CancelManifest',
  'Cancellation of a manifest, with the reason.',
  z.strictObject({
    at,
    reason: linesText(1_000).nullable().default(null).describe('Why the transfer does not take place (原因)'),
  }),
  CANCEL,
);

/** Headers of a step: the version that the user saw. All other headers are ignored. */
export const StepHeaders = z.looseObject({
  'if-match': expected(spelled('token').regex(/^(\*|"\d{1,7}")$/), {
    en: 'an ETag of the manifest, or *',
    zh: '查询联单时返回的 ETag 值或 *',
    example: '"3"',
  })
    .optional()
    .describe('ETag of the manifest the step was decided on'),
});

/** The version of an If-Match; null for any version. */
export function versionOf(ifMatch: string | undefined): number | null {
  return ifMatch === undefined || ifMatch === '*' ? null : Number(ifMatch.slice(1, -1));
}
