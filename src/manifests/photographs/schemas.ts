/** Wire shapes of photographs of loads. */
import { z } from 'zod';
import { eachOnce, Id, Instant, InstantOut, linesText, named } from '../../platform/http/index.ts';
import { ADD_PHOTOGRAPHS, PHOTOGRAPHS } from '../examples/photographs.ts';
import type { Photographs } from './photographs.ts';

export const AddPhotographsRequest = named(
  'AddPhotographs',
  'Photographs of a load and of its papers.',
  z.strictObject({
    fileIds: eachOnce(z.array(Id).min(1).max(20)).describe('Pictures that the own organisation has uploaded'),
    takenAt: Instant.nullable().default(null).describe('Time at which they were taken; null when unknown'),
    remarks: linesText(500).nullable().default(null).describe('What they show; null without remarks'),
  }),
  ADD_PHOTOGRAPHS,
);

const PhotographsResponse = named(
  'Photographs',
  'Photographs that an organisation of a manifest added at once.',
  z.object({
    id: Id,
    manifestId: Id.describe('Manifest whose load they show'),
    partyId: Id.describe('Organisation that added them'),
    fileIds: z.array(Id).describe('Files; everyone who may see the manifest reads them with /v1/files/{id}/content'),
    takenAt: InstantOut.nullable().describe('Time at which they were taken, as stated; null when unknown'),
    remarks: z.string().nullable().describe('What they show; null without remarks'),
    recordedAt: InstantOut.describe('Time at which this service recorded them'),
  }),
  PHOTOGRAPHS,
);

export const PhotographsOfManifest = named(
  'ManifestPhotographs',
  'All photographs of the load of a manifest.',
  z.object({ items: z.array(PhotographsResponse).describe('Photographs, first to last') }),
  { items: [PHOTOGRAPHS] },
);

export const toPhotographsResponse = ({
  fileIds,
  takenAt,
  recordedAt,
  ...one
}: Photographs): z.infer<typeof PhotographsResponse> => ({
  ...one,
  fileIds: [...fileIds],
  takenAt: takenAt?.toISOString() ?? null,
  recordedAt: recordedAt.toISOString(),
});
