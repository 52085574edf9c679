/** Wire shapes of uses and their confirmations. */
import { z } from 'zod';
import {
  affectedMembers,
  codeText,
  Day,
  documentNumber,
  Id,
  InstantOut,
  MassGramsOrNone,
  MassGramsOut,
  named,
  PageQuery,
  toAffectedMembers,
} from '../../platform/http/index.ts';
import { CONFIRM_USE, CONFIRMED_USE, USE_CONFIRMATION } from './examples.ts';
import type { UseConfirmation } from './use.ts';

/** Members of a new disposition; without defaults, so that the same request has the same hash as before. */
export const USE_MEMBERS = {
  use: codeText(40)
    .nullable()
    .optional()
    .describe('Code of the list uses: raw-material, building-material, fuel, landfill, backfill; only for a use'),
  receiverId: Id.nullable().optional().describe('The receiver, when it is registered: it may confirm the use itself'),
};

/** Members of a recorded disposition. */
export const USE_SHOWN = {
  use: z.string().nullable().describe('Code of the list uses that the recycler declared'),
  receiverId: Id.nullable().describe('The registered receiver; null for others'),
};

export const ConfirmUseRequest = named(
  'ConfirmUse',
  'Confirmation of a receiver: what it used of a delivery, and for what.',
  z.strictObject({
    number: documentNumber(100).describe(
      'Number of the confirmation (利用确认编号); each part of a delivery has its own',
    ),
    use: codeText(40).describe('Code of the list uses, as the receiver confirms it'),
    massGrams: MassGramsOrNone.describe('Mass that was used; 0 withdraws the confirmation that is replaced'),
    confirmedOn: Day.describe('Day on which the receiver confirmed'),
    fileId: Id.nullable()
      .default(null)
      .describe(
        'Uploaded file of the confirmation (POST /v1/files); required unless the registered receiver records it',
      ),
    replacesId: Id.nullable().default(null).describe('The confirmation that this one corrects'),
  }),
  CONFIRM_USE,
);

const CONFIRMATION = {
  id: Id,
  dispositionId: Id.describe('The delivery'),
  partyId: Id.describe('The recycler'),
  confirmedById: Id.describe('Organisation that recorded it: the recycler, or the receiver'),
  number: z.string().describe('Number that the receiver gave it (利用确认编号)'),
  use: z.string().describe('Code of the list uses'),
  massGrams: MassGramsOut.describe('Mass that was used; 0 withdraws'),
  confirmedOn: z.iso.date().describe('Day on which the receiver confirmed'),
  fileId: Id.nullable().describe('File of the confirmation; null when the receiver recorded it without one'),
  replacesId: Id.nullable().describe('The confirmation that this one corrects'),
  recordedAt: InstantOut.describe('Time at which this service recorded it'),
};

export const UseConfirmationResponse = named(
  'UseConfirmation',
  'Confirmation of a receiver that it used what was delivered.',
  z.object(CONFIRMATION),
  USE_CONFIRMATION,
);

export const ConfirmedUseResponse = named(
  'ConfirmedUse',
  'Confirmation of use, with the recovery rates that it changes.',
  z.object({ ...CONFIRMATION, ...affectedMembers('Recovery rates whose period the delivery is in') }),
  CONFIRMED_USE,
);

export const ConfirmationListQuery = PageQuery.extend({ dispositionId: Id.optional() });

export const toUseConfirmationResponse = ({ recordedAt, useFate: _, ...one }: UseConfirmation) => ({
  ...one,
  recordedAt: recordedAt.toISOString(),
});

export const toConfirmedUseResponse = ({
  affected,
  unlisted,
  ...confirmation
}: UseConfirmation & Parameters<typeof toAffectedMembers>[0]): z.infer<typeof ConfirmedUseResponse> => ({
  ...toUseConfirmationResponse(confirmation),
  ...toAffectedMembers({ affected, unlisted }),
});
