/** Command-line options of the demo. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Bilingual, Language } from '../core/messages/language.ts';
import { optionFault } from '../platform/process/option-fault.ts';
import { StartupError } from '../platform/process/startup-error.ts';
import { DEFAULT_SEED } from './plan/plan.ts';

const HELP: Bilingual = {
  en: `npm run demo -- [--once] [--json] [--folder <path>] [--seed <number>]
npm run demo -- --against guangxi=<url>[,guangdong=<url>],national=<url> --keys guangxi=<folder>[,guangdong=<folder>]
                [--inside guangxi=<url>,national=<url>] [--once] [--json] [--seed <number>]

  --once     end after the report instead of serving until Ctrl-C
  --json     only JSON on standard output
  --folder   folder for the data of the three systems; data that it holds already is used again; default: a temporary
             folder that is removed at the end
  --seed     seed of the random numbers of the month; default: ${DEFAULT_SEED}
  --against  use systems that run already, such as those of docker compose; without guangdong nothing crosses the border
  --keys     folders that hold the file issuer.json of each, to sign tokens
  --inside   addresses under which those systems reach each other, where they differ from --against
`,
  zh: `npm run demo -- [--once] [--json] [--folder <目录>] [--seed <数字>]
npm run demo -- --against guangxi=<网址>[,guangdong=<网址>],national=<网址> --keys guangxi=<目录>[,guangdong=<目录>]
                [--inside guangxi=<网址>,national=<网址>] [--once] [--json] [--seed <数字>]

  --once     输出报告后结束，不继续运行
  --json     标准输出只有 JSON
  --folder   三个系统的数据目录，已有数据可接续使用；默认使用临时目录，结束时删除
  --seed     该月业务的随机数种子；默认为 ${DEFAULT_SEED}
  --against  使用已在运行的系统，例如 docker compose 启动的系统；不含 guangdong 时没有跨省转移
  --keys     各省 issuer.json 所在目录，用于签发令牌
  --inside   各系统之间互访的地址，与 --against 不同时填写
`,
};

/** A sentence with the help after it. */
const withHelp = ({ en, zh }: Bilingual): Bilingual => ({ en: `${en}\n\n${HELP.en}`, zh: `${zh}\n\n${HELP.zh}` });

const OPTIONS = {
  once: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  folder: { type: 'string' },
  seed: { type: 'string', default: String(DEFAULT_SEED) },
  against: { type: 'string' },
  keys: { type: 'string' },
  inside: { type: 'string' },
  help: { type: 'boolean', default: false },
} satisfies ParseArgsOptionsConfig;

export type PlaceName = 'guangxi' | 'guangdong' | 'national';
type Addresses = Readonly<Partial<Record<PlaceName, string>>>;

export type Options = {
  readonly once: boolean;
  readonly json: boolean;
  readonly folder: string | undefined;
  readonly seed: number;
  /** Addresses of running systems; null when the demo starts its own. */
  readonly against: { readonly urls: Addresses; readonly keys: Addresses; readonly inside: Addresses } | null;
};

/** Reads the options, or returns the help text for --help. @throws StartupError */
export function readOptions(args: readonly string[], language: Language): Options | string {
  const values = parse(args);
  if (values.help) return HELP[language];
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0 || seed > 4_294_967_295) {
    throw new StartupError({
      en: '--seed must be a whole number from 0 to 4294967295.',
      zh: '--seed 须为 0 至 4294967295 的整数。',
    });
  }
  const { once, json, folder } = values;
  if (values.against === undefined) return { once, json, folder, seed, against: null };
  const urls = readPairs('--against', values.against);
  if (!urls.guangxi || !urls.national) {
    throw new StartupError(
      withHelp({
        en: '--against must name at least guangxi=<url> and national=<url>.',
        zh: '--against 至少须填写 guangxi=<网址> 和 national=<网址>。',
      }),
    );
  }
  const keys = readPairs('--keys', values.keys ?? '');
  if (!keys.guangxi || (urls.guangdong && !keys.guangdong)) {
    throw new StartupError(
      withHelp({
        en: '--keys must name the folder of issuer.json of every province.',
        zh: '--keys 须填写各省 issuer.json 所在目录。',
      }),
    );
  }
  return { once, json, folder, seed, against: { urls, keys, inside: readPairs('--inside', values.inside ?? '') } };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new StartupError(withHelp(optionFault(error)));
  }
}

function readPairs(option: string, text: string): Addresses {
  const pairs = text.split(',').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, name, value] = /^(guangxi|guangdong|national)=(.+)$/.exec(pair) ?? [];
      if (name === undefined || value === undefined) {
        throw new StartupError(
          withHelp({
            en: `${option} takes guangxi=…, guangdong=… and national=…, not "${pair}".`,
            zh: `${option} 只能填写 guangxi=…、guangdong=… 和 national=…，不能填写“${pair}”。`,
          }),
        );
      }
      return [name, value.replace(/\/+$/, '')];
    }),
  );
}
