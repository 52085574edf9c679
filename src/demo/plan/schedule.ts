/** The trips of the month: loads with departure and course, before their content is known. */
import { type Collection, generateAt, pickupsOf, type Sending } from './collection.ts';
import { carrierKey, type Enterprise, type GENERATORS, smelterKey, transferKey } from './enterprise.ts';
import { moment, OUTAGE } from './moment.ts';
import type { Random } from './random.ts';
import type { PlannedBatch } from './stock.ts';
import type { Course, Trip } from './trip.ts';

export type Cast = {
  readonly all: readonly Enterprise[];
  readonly of: (key: string) => Enterprise;
  readonly points: readonly Enterprise[];
};

export function castOf(all: readonly Enterprise[]): Cast {
  const byKey = new Map(all.map((one) => [one.key, one]));
  return {
    all,
    of: (key) => {
      const found = byKey.get(key);
      if (!found) throw new RangeError(`no enterprise has the key ${key}`);
      return found;
    },
    points: all.filter(({ site }) => site?.kind === 'collection_point'),
  };
}

const ACCEPTED: Course = { kind: 'accepted' };

/** Chooses the course of the n-th load of a point, so that every month has each kind of course. */
function courseOfPickup(n: number): Course {
  if (n % 41 === 12) return { kind: 'rejected' };
  if (n % 17 === 9) return { kind: 'partial' };
  if (n % 53 === 30) return { kind: 'disputed' };
  if (n % 50 === 44) return { kind: 'cancelled' };
  return ACCEPTED;
}

/** Trips from the collection points to the transfer points, three or four for each point. */
export function pickups(cast: Cast): Trip[] {
  let n = 0;
  const planned = cast.points.flatMap((consignor, at) =>
    pickupsOf(consignor, at).map((leavesAt) => ({
      at: leavesAt,
      consignor,
      carrier: carrierNear(cast, consignor),
      receiver: cast.of(transferKey(consignor.sendsTo ?? '')),
      course: courseOfPickup(n++),
    })),
  );
  return withPaper(planned);
}

/** A point of Guangdong without its system during the outage writes its manifest on paper. */
function withPaper(trips: Trip[]): Trip[] {
  const first = trips.find(
    ({ at, consignor, course }) =>
      consignor.province === '44' && course.kind === 'accepted' && at >= OUTAGE.from && at < OUTAGE.to,
  );
  return trips.map((trip) => (trip === first ? { ...trip, course: { ...trip.course, onPaper: true } } : trip));
}

function carrierNear({ of }: Cast, { province, sendsTo }: Enterprise): Enterprise {
  if (province === '44') return of(carrierKey(sendsTo === '广州' ? '广州' : '清远'));
  const place = sendsTo === '贵港' ? '南宁' : sendsTo === '河池' ? '柳州' : '梧州';
  return of(carrierKey(place));
}

type Shipment = readonly [day: number, hour: number, from: string, to: string, course?: Course];

/** Trips from the transfer points to the two smelters, across the border in both directions. */
const SHIPMENTS: readonly Shipment[] = [
  [11, 8, '梧州', '梧州'],
  [11, 9, '清远', '韶关'],
  [12, 8, '贵港', '梧州'],
  [12, 9, '河池', '梧州'],
  [12, 10, '广州', '韶关'],
  [16, 9, '广州', '梧州'],
  [17, 9, '梧州', '韶关', { kind: 'accepted', differencePerMille: -11 }],
  [18, 8, '贵港', '韶关', { kind: 'partial' }],
  [18, 9, '清远', '梧州', { kind: 'rejected' }],
  [20, 8, '贵港', '梧州', { kind: 'accepted', differencePerMille: -11 }],
  [20, 9, '河池', '梧州'],
  [20, 10, '广州', '梧州', { kind: 'disputed' }],
  [21, 8, '梧州', '梧州'],
  [21, 9, '清远', '韶关'],
  [28, 8, '贵港', '梧州', { kind: 'accepted', differencePerMille: 8 }],
  [28, 9, '河池', '韶关'],
  [28, 11, '广州', '梧州'],
  [29, 8, '清远', '韶关'],
  [31, 21, '梧州', '韶关'],
];

const CARRIER_OF: Readonly<Record<string, string>> = {
  贵港: '南宁',
  梧州: '梧州',
  河池: '柳州',
  广州: '广州',
  清远: '清远',
};

export function shipments({ of }: Cast): Trip[] {
  return SHIPMENTS.map(([day, hour, from, to, course]) => ({
    at: moment(day, hour),
    consignor: of(transferKey(from)),
    carrier: of(carrierKey(CARRIER_OF[from] ?? from)),
    receiver: of(smelterKey(to)),
    course: course ?? ACCEPTED,
  }));
}

type UserLoad = readonly [user: (typeof GENERATORS)[number]['city'], day: number, to: string, course?: Course];

/**
 * Trips directly from large users. The first load arrives before the holiday and is confirmed on 15 October, after its
 * five working days ended on the 13th. The second load waits as many days and is confirmed in time, on the last working
 * day.
 */
const USER_LOADS: readonly UserLoad[] = [
  ['南宁', 0, '梧州', { kind: 'accepted', decidesAt: moment(15, 10) }],
  ['玉林', 0, '梧州', { kind: 'accepted', decidesAt: moment(13, 15) }],
  ['柳州', 9, '梧州'],
  ['桂林', 10, '韶关'],
  ['广州', 10, '梧州'],
  ['佛山', 12, '韶关'],
  ['南宁', 22, '梧州'],
  ['柳州', 23, '梧州', { kind: 'partial' }],
  ['桂林', 23, '韶关'],
  ['广州', 26, '梧州'],
  ['佛山', 26, '韶关'],
  ['玉林', 27, '梧州'],
];

export type FromUsers = { readonly trips: readonly Trip[]; readonly sendings: readonly Sending[] };

export function loadsOfUsers(random: Random, { all, of }: Cast): FromUsers {
  const planned = USER_LOADS.map(([user, day, to, course], n) => {
    const consignor = all.find(({ key }) => key.startsWith(`generator:${user}`));
    if (!consignor) throw new RangeError(`no large user in ${user}`);
    const at = moment(day, 9, n);
    const carrier = of(carrierKey(USER_CARRIER[user] ?? '广州'));
    const trip: Trip = { at, consignor, carrier, receiver: of(smelterKey(to)), course: course ?? ACCEPTED };
    return { trip, sending: generateAt(random, consignor, at, n) };
  });
  return { trips: planned.map(({ trip }) => trip), sendings: planned.map(({ sending }) => sending) };
}

const USER_CARRIER: Readonly<Record<string, string>> = { 南宁: '南宁', 柳州: '柳州', 桂林: '梧州', 玉林: '梧州' };

/** Returns the batches that a recording puts in stock; they may leave once the service has recorded them. */
export function batchesOf({ rows, at }: Sending): PlannedBatch[] {
  return rows.map(({ ref, batteryKind, riskClass, condition, massGrams, pieces }: Collection) => ({
    ...{ ref, batteryKind, riskClass, condition, massGrams, pieces },
    availableAt: at,
    consignor: null,
  }));
}
