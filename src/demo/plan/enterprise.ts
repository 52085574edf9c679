/** The trading enterprises: fictitious, marked 演示, with serial numbers that no real organisation has. */
import { composeUscc } from '../../core/identifiers/uscc.ts';
import { CITIES, type City, cityNamed, type Province, type TransferPlace } from './place.ts';

type SiteKind = 'generator' | 'collection_point' | 'transfer_point' | 'recycler' | 'disposer';
type LicenceMode = 'collection' | 'recycling' | 'transport';

/** An enterprise with its one site; a carrier has none. */
export type Enterprise = {
  /** Name within the plan, such as `collector:南宁-青秀`. */
  readonly key: string;
  readonly province: Province;
  readonly cityCode: string;
  readonly uscc: string;
  readonly name: string;
  readonly address: string;
  readonly site: { readonly kind: SiteKind; readonly name: string } | null;
  readonly licence: {
    readonly mode: LicenceMode;
    /** Batteries only when left out. */
    readonly wasteCodes?: readonly string[];
    readonly number: string;
    readonly annualLimitGrams: number | null;
  } | null;
  /** Destination of the loads of a collection point. */
  readonly sendsTo: TransferPlace | null;
};

const MARK = '（演示）';
const ENTERPRISE = '91';
const TONNE = 1_000_000;

/** The serial numbers of the published demonstration codes come first; all others follow. */
const FIRST_FREE_SERIAL = 6;

type Draft = {
  readonly role: string;
  readonly city: City;
  readonly label: string;
  readonly address: string;
  readonly serial?: number;
  readonly site?: { readonly kind: SiteKind; readonly name: string };
  readonly licence?: { readonly mode: LicenceMode; readonly annualLimitGrams?: number };
  readonly sendsTo?: TransferPlace;
};

export const carrierKey = (place: string): string => `carrier:${place}`;
export const transferKey = (place: string): string => `transfer:${place}`;
export const smelterKey = (place: string): string => `smelter:${place}`;

export const SMELTERS = ['梧州', '韶关'] as const;
const CARRIERS = ['南宁', '梧州', '柳州', '广州', '清远'] as const;

/** Large users that send their own waste directly to a smelter. */
export const GENERATORS = [
  { city: '南宁', label: '公交车队' },
  { city: '柳州', label: '通信运维' },
  { city: '桂林', label: '电力检修' },
  { city: '玉林', label: '机械制造' },
  { city: '广州', label: '数据中心' },
  { city: '佛山', label: '物流车队' },
] as const;

export function makeEnterprises(): Enterprise[] {
  let serial = FIRST_FREE_SERIAL;
  return [...carriers(), ...transferPoints(), ...smelters(), ...collectors(), ...generators()].map((draft) =>
    enterprise(draft, draft.serial ?? serial++),
  );
}

function carriers(): Draft[] {
  return CARRIERS.map((place) => ({
    role: 'carrier',
    city: cityNamed(place),
    label: '危险货物运输',
    address: `${place}市物流园`,
    licence: { mode: 'transport' },
    ...(place === '南宁' && { serial: 1 }),
  }));
}

const TRANSFER_SERIALS: Readonly<Partial<Record<TransferPlace, number>>> = { 贵港: 3, 广州: 4, 河池: 5 };

function transferPoints(): Draft[] {
  const places: readonly TransferPlace[] = ['贵港', '梧州', '河池', '广州', '清远'];
  return places.map((place) => {
    const serial = TRANSFER_SERIALS[place];
    return {
      role: 'transfer',
      city: cityNamed(place),
      label: '废铅蓄电池集中转运',
      address: `${place}市工业园`,
      site: { kind: 'transfer_point', name: `${place}集中转运点` },
      licence: { mode: 'collection', annualLimitGrams: 12_000 * TONNE },
      ...(serial !== undefined && { serial }),
    };
  });
}

function smelters(): Draft[] {
  return SMELTERS.map((place) => ({
    role: 'smelter',
    city: cityNamed(place),
    label: '再生铅',
    address: `${place}市再生资源循环利用园区`,
    site: { kind: 'recycler', name: `${place}再生铅厂` },
    licence: { mode: 'recycling', annualLimitGrams: 150_000 * TONNE },
    ...(place === '梧州' && { serial: 2 }),
  }));
}

const SHOPS = ['电动车', '汽车维修', '电池销售'] as const;

function collectors(): Draft[] {
  return CITIES.flatMap((city) =>
    city.districts.map((district, at) => ({
      role: 'collector',
      city,
      label: `${district}${SHOPS[at % SHOPS.length]}`,
      address: `${city.name}市${district}`,
      site: { kind: 'collection_point' as const, name: `${city.name}${district}收集网点` },
      licence: { mode: 'collection' as const },
      sendsTo: city.sendsTo,
    })),
  );
}

function generators(): Draft[] {
  return GENERATORS.map(({ city, label }) => ({
    role: 'generator',
    city: cityNamed(city),
    label,
    address: `${city}市`,
    site: { kind: 'generator', name: `${city}${label}暂存间` },
  }));
}

function enterprise({ role, city, label, address, site, licence, sendsTo }: Draft, serial: number): Enterprise {
  const { province, code, name: place } = city;
  return {
    key: role === 'collector' || role === 'generator' ? `${role}:${place}-${label}` : `${role}:${place}`,
    province,
    cityCode: code,
    uscc: composeUscc(ENTERPRISE, code, serial),
    name: `${place}${label}有限公司${MARK}`,
    address,
    site: site ?? null,
    licence: licence
      ? {
          mode: licence.mode,
          number: `演示${code}${String(serial).padStart(4, '0')}`,
          annualLimitGrams: licence.annualLimitGrams ?? null,
        }
      : null,
    sendsTo: sendsTo ?? null,
  };
}
