/** The places of the trade: cities of Guangxi and Guangdong, and the transfer point of each collection point. */

export const GUANGXI = '45';
export const GUANGDONG = '44';
export type Province = typeof GUANGXI | typeof GUANGDONG;

export const PROVINCE_NAMES = { [GUANGXI]: 'Guangxi 广西', [GUANGDONG]: 'Guangdong 广东' } as const;

/** A city, its districts with a collection point, and the transfer point that receives their loads. */
export type City = {
  readonly province: Province;
  /** GB/T 2260, six digits. */
  readonly code: string;
  readonly name: string;
  readonly districts: readonly string[];
  readonly sendsTo: TransferPlace;
};

/** Cities with a transfer point: three in Guangxi, two in Guangdong. */
export type TransferPlace = '贵港' | '梧州' | '河池' | '广州' | '清远';

const city = (code: string, name: string, districts: string, sendsTo: TransferPlace): City => ({
  province: code.startsWith(GUANGXI) ? GUANGXI : GUANGDONG,
  code,
  name,
  districts: districts.split(' '),
  sendsTo,
});

/**
 * Destinations across the border: loads from 贺州 go to Guangdong, loads from 云浮 and 茂名 to Guangxi, because the nearest
 * transfer point is there.
 */
export const CITIES: readonly City[] = [
  city('450100', '南宁', '青秀 西乡塘 江南', '贵港'),
  city('450200', '柳州', '城中 柳南 鱼峰', '河池'),
  city('450300', '桂林', '象山 七星 临桂', '梧州'),
  city('450400', '梧州', '万秀 长洲 岑溪', '梧州'),
  city('450500', '北海', '海城 银海 合浦', '贵港'),
  city('450600', '防城港', '港口 防城 东兴', '贵港'),
  city('450700', '钦州', '钦南 钦北 灵山', '贵港'),
  city('450800', '贵港', '港北 港南 桂平', '贵港'),
  city('450900', '玉林', '玉州 福绵 北流', '梧州'),
  city('451000', '百色', '右江 田阳 平果', '河池'),
  city('451100', '贺州', '八步 平桂 钟山', '清远'),
  city('451200', '河池', '金城江 宜州 南丹', '河池'),
  city('451300', '来宾', '兴宾 合山 武宣', '贵港'),
  city('451400', '崇左', '江州 扶绥 凭祥', '贵港'),
  city('440100', '广州', '天河 白云', '广州'),
  city('440600', '佛山', '南海 顺德', '广州'),
  city('441800', '清远', '清城', '清远'),
  city('440200', '韶关', '曲江', '清远'),
  city('445300', '云浮', '云城', '梧州'),
  city('440900', '茂名', '茂南', '梧州'),
];

export function cityNamed(name: string): City {
  const found = CITIES.find((one) => one.name === name);
  if (!found) throw new RangeError(`not a city of the plan: ${name}`);
  return found;
}
