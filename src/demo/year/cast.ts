/** The enterprises of the year: two recyclers that are assessed, a third that helps one of them, their suppliers and a disposer. */
import { composeUscc } from '../../core/identifiers/uscc.ts';
import type { Enterprise } from '../plan/enterprise.ts';
import { GUANGXI } from '../plan/place.ts';

const CITY = '450400';
/** Far from the serial numbers of the month. */
const FIRST_SERIAL = 9_001;

type Kind = 'recycler' | 'disposer' | 'collection_point' | 'carrier';

/** Batteries, and the residues of recyclers that leave by manifest. */
const WASTE_CODES = ['900-052-31', '321-016-48', '321-029-48'];

const MODES = {
  recycler: 'recycling',
  disposer: 'recycling',
  collection_point: 'collection',
  carrier: 'transport',
} as const;

function enterprise(place: number, kind: Kind, label: string): Enterprise {
  const serial = FIRST_SERIAL + place;
  return {
    key: `year:${label}`,
    province: GUANGXI,
    cityCode: CITY,
    uscc: composeUscc('91', CITY, serial),
    name: `演示${label}有限公司`,
    address: '梧州市演示园区',
    site: kind === 'carrier' ? null : { kind, name: `演示${label}场所` },
    licence: { mode: MODES[kind], number: `演示${CITY}${serial}`, annualLimitGrams: null, wasteCodes: WASTE_CODES },
    sendsTo: null,
  };
}

/** The honest recycler, the one that tries to deceive, and its friend. */
export const HONEST = enterprise(0, 'recycler', '甲再生铅');
export const OTHER = enterprise(1, 'recycler', '乙再生铅');
export const FRIEND = enterprise(2, 'recycler', '丙再生铅');
export const EAST = enterprise(3, 'collection_point', '东区回收');
export const WEST = enterprise(4, 'collection_point', '西区回收');
export const CARRIER = enterprise(5, 'carrier', '危险货物运输');

/** Takes the residues of both recyclers, for disposal. */
export const DISPOSER = enterprise(6, 'disposer', '危险废物处置');

export const YEAR_CAST: readonly Enterprise[] = [HONEST, OTHER, FRIEND, EAST, WEST, CARRIER, DISPOSER];

/** Each load travels on three lorries. */
export const PLATES = ['桂D90001', '桂D90002', '桂D90003'] as const;
