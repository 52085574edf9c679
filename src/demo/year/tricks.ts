/** Manipulations of the second recycler, each in a month in which it lost a tenth of its lead. */
import { z } from 'zod';
import { GUANGXI } from '../plan/place.ts';
import { LABORATORY } from '../trade/laboratory.ts';
import { Anything, Made, Manifest } from '../trade/wire.ts';
import { at, type Month } from './calendar.ts';
import { FRIEND } from './cast.ts';
import type { Desk, Refusal } from './desk.ts';
import { analyseBatteries, carry, collect, draftOf, type Lot, leadGramsOf } from './load.ts';
import type { CountLine } from './works.ts';

export type TrickName = 'without-manifest' | 'friend' | 'count' | 'certificate';

/** Feed of a month: as it is recorded, and the lead that is fed without a record. */
type Feed = { readonly lots: readonly Lot[]; readonly hiddenLeadGrams: number; readonly refusal?: Refusal };

export type Trick = {
  readonly name: TrickName;
  readonly month: Month;
  readonly feed: (desk: Desk, lots: readonly Lot[]) => Promise<Feed>;
  readonly count: (line: CountLine) => CountLine;
  /** Lead that the enterprise would have to answer for if the trick worked, in grams. */
  readonly naiveLeadGrams: (usual: { readonly lots: readonly Lot[]; readonly stock: CountLine }) => number;
};

const leadOf = (lots: readonly Lot[]): number => lots.reduce((sum, lot) => sum + leadGramsOf(lot), 0);
const asItIs = (line: CountLine): CountLine => line;

/** Tonnes that come without a manifest, that are sent to the friend, and that the friend says came. */
const BOUGHT = 16;
const [SENT, CONFIRMED] = [30, 18];
/** The content of the same suppliers. */
const LEAD_PPM = 579_000;

/** Batteries are bought without a manifest and fed: their lead is in the products, and in no received load. */
const WITHOUT_MANIFEST: Trick = {
  name: 'without-manifest',
  month: 3,
  feed: async (desk, lots) => {
    const key = 'bought-without-manifest';
    const batchId = await collect(desk, { key, from: desk.plant, tonnes: BOUGHT, at: at(3, 8, 9) });
    await analyseBatteries(desk, { key, batchId, leadPpm: LEAD_PPM, sampledAt: at(3, 8, 15) });
    return { lots: [...lots, { batchId, tonnes: BOUGHT, leadPpm: LEAD_PPM }], hiddenLeadGrams: 0 };
  },
  count: asItIs,
  naiveLeadGrams: ({ lots }) => leadOf(lots),
};

/**
 * A manifest from the own site to the own site is refused. Then one to a friend follows, who confirms a part. The rest is fed without a
 * record.
 */
const TO_A_FRIEND: Trick = {
  name: 'friend',
  month: 6,
  feed: async (desk, lots) => {
    const [last] = lots.slice(-1);
    if (last === undefined) throw new RangeError('nothing is in stock');
    const { batchId } = last;
    const own = draftOf(desk, { from: desk.plant, to: desk.plant, batchId, tonnes: SENT, acceptedTonnes: SENT });
    const toItself = { ...own, body: { ...own.body, carrierId: desk.registry.party(GUANGXI, desk.plant.key) } };
    const refusal = await desk.tryPost('to-itself', toItself, Manifest);
    const load = { key: 'to-friend', month: 6, day: 8, from: desk.plant, to: FRIEND, batchId } as const;
    await carry(desk, { ...load, tonnes: SENT, acceptedTonnes: CONFIRMED });
    const kept = { ...last, tonnes: last.tonnes - SENT };
    const hiddenLeadGrams = leadGramsOf({ ...last, tonnes: SENT - CONFIRMED });
    return { lots: [...lots.slice(0, -1), kept], hiddenLeadGrams, ...(refusal && { refusal }) };
  },
  count: asItIs,
  naiveLeadGrams: ({ lots }) => leadOf(lots) - SENT * (lots.at(-1)?.leadPpm ?? 0),
};

/** The count lists batteries that are not there, and richer ones than the laboratory found. */
const COUNTED: Trick = {
  name: 'count',
  month: 9,
  feed: async (_, lots) => ({ lots, hiddenLeadGrams: 0 }),
  count: ({ item, massGrams }) => ({ item, massGrams: massGrams + 5_000_000, leadPpm: 630_000 }),
  naiveLeadGrams: ({ lots, stock: { massGrams, leadPpm } }) =>
    leadOf(lots) - ((massGrams + 5_000_000) * 630_000 - massGrams * leadPpm) / 1e6,
};

/** Less lead than the laboratory found in the last load. */
const FORGED_PPM = 500_000;

/** A certificate that the enterprise wrote itself replaces the one of the laboratory, which has issued no other and confirms none. */
const FORGED: Trick = {
  name: 'certificate',
  month: 11,
  feed: async (desk, lots) => {
    const batchId = lots.at(-1)?.batchId;
    const { items } = await desk.client.get(`/v1/assays?batchId=${batchId}`, Assays, desk.id);
    const forged = {
      laboratory: LABORATORY,
      laboratoryKind: 'external',
      laboratoryId: desk.registry.laboratory(GUANGXI),
    };
    const body = {
      ...{ ...forged, batchId, ppm: FORGED_PPM, method: 'GB/T 20975', certificateNumber: desk.numberOf('11-east-A') },
      ...{ certificateFileId: desk.certificateId, sampledAt: at(11, 3, 18), replacesId: items[0]?.id },
    };
    await desk.post('forged', { path: '/v1/assays', body, as: desk.id }, Anything);
    return { lots, hiddenLeadGrams: 0 };
  },
  count: asItIs,
  naiveLeadGrams: ({ lots }) => {
    const last = lots.at(-1);
    return leadOf(lots) - (last ? last.tonnes * (last.leadPpm - FORGED_PPM) : 0);
  },
};

const Assays = z.object({ items: z.array(Made) });

export const TRICKS: readonly Trick[] = [WITHOUT_MANIFEST, TO_A_FRIEND, COUNTED, FORGED];
