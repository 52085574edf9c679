/** Wire shapes of deliveries, as their receiver sees them. */
import { z } from 'zod';
import { Id, InstantOut, MassGramsOut, named, PageQuery } from '../../platform/http/index.ts';
import type { DispositionKind } from '../inventory/disposition.ts';
import { DispositionKindCode } from '../inventory/schemas.ts';
import { DELIVERY } from './examples.ts';

export const DeliveryResponse = named(
  'OutputDelivery',
  'Sale or use of output that names its registered receiver, at the mass that the books have now.',
  z.object({
    id: Id.describe('The disposition, which the receiver confirms: POST /v1/dispositions/{id}/confirmations'),
    partyId: Id.describe('The recycler'),
    receiverId: Id.describe('The registered receiver'),
    kind: DispositionKindCode.describe('How the mass left'),
    material: z.string().nullable().describe('Code of the list materials, such as refined_lead'),
    massGrams: MassGramsOut.describe('Mass that left, after corrections'),
    confirmedGrams: MassGramsOut.describe(
      'Mass that the receiver itself confirmed; another one than massGrams is a contradiction of a sale',
    ),
    occurredAt: InstantOut.describe('Time at which it left'),
  }),
  DELIVERY,
);

export const DeliveryListQuery = PageQuery.extend({
  receiverId: Id.optional(),
  state: z
    .enum(['open', 'confirmed'])
    .optional()
    .describe('`open` lists those of which the receiver confirmed nothing'),
});

type Row = {
  readonly id: string;
  readonly partyId: string;
  readonly receiverId: string | null;
  readonly kind: DispositionKind;
  readonly material: string | null;
  readonly massGrams: string;
  readonly confirmedGrams: string;
  readonly occurredAt: Date;
};

export const toDeliveryResponse = ({
  receiverId,
  massGrams,
  confirmedGrams,
  occurredAt,
  ...row
}: Row): z.infer<typeof DeliveryResponse> => ({
  ...row,
  receiverId: receiverId ?? '',
  massGrams: Number(massGrams),
  confirmedGrams: Number(confirmedGrams),
  occurredAt: occurredAt.toISOString(),
});
