/**
 * The load on paper, in the hour without the system of its province: the authority declares the outage and has reserved numbers, and
 * the consignor adds a photograph before it enters the load.
 */
import { PAPER_NUMBERS } from './plan/course.ts';
import type { Load } from './plan/load.ts';
import { isoOf, OUTAGE } from './plan/moment.ts';
import type { Step } from './plan/trip.ts';
import { clientOf } from './stage/stage.ts';
import type { Play } from './trade/play.ts';
import { uploadFile } from './trade/transfer.ts';
import { Anything, Made } from './trade/wire.ts';

/** A white point, as the photograph of the form. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTtWlwAAAABJRU5ErkJggg==',
  'base64',
);

type Loaded = { readonly load: Load; readonly manifestId: string };

/** Does what paper needs before the load is registered on it, and before it is entered. */
export async function prepareForPaper(play: Play, { load, manifestId }: Loaded, { step }: Step): Promise<void> {
  if (step !== 'register-paper' && step !== 'backfill') return;
  const { origin, consignor } = load;
  const partyId = play.registry.party(origin, consignor);
  const client = clientOf(play.stage, origin);
  const outage = {
    ...{ system: 'provincial', divisionCode: origin, startedAt: isoOf(OUTAGE.from) },
    reason: '省级系统故障（演示）',
  };
  const { id } = await client.post({ path: '/v1/outages', key: 'outage', body: outage }, Made);
  if (step === 'register-paper') {
    const body = { partyId, ...PAPER_NUMBERS };
    await client.post({ path: '/v1/paper-numbers', key: 'paper-numbers', body }, Made);
    return;
  }
  const end = { endedAt: isoOf(OUTAGE.to), remarks: '系统已恢复运行（演示）' };
  await client.post({ path: `/v1/outages/${id}/end`, key: 'outage/end', body: end }, Anything);
  const file = { province: origin, as: partyId, name: '纸质联单.png', bytes: PICTURE, type: 'image/png' };
  const fileIds = [await uploadFile(play.stage, { ...file, key: `${load.key}/photograph` })];
  const path = `/v1/manifests/${manifestId}/photographs`;
  await client.post({ path, key: `${load.key}/photographs`, body: { fileIds }, as: partyId }, Anything);
}
