/** Command-line options of the demo. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { StartupError } from '../platform/process/startup-error.ts';
import { DEFAULT_SEED } from './plan/plan.ts';

const HELP = `npm run demo -- [--once] [--json] [--folder <path>] [--seed <number>]
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
`;

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
export function readOptions(args: readonly string[]): Options | string {
  const values = parse(args);
  if (values.help) return HELP;
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0 || seed > 4_294_967_295) {
    throw new StartupError('--seed must be a whole number from 0 to 4294967295.');
  }
  const { once, json, folder } = values;
  if (values.against === undefined) return { once, json, folder, seed, against: null };
  const urls = readPairs('--against', values.against);
  if (!urls.guangxi || !urls.national) {
    throw new StartupError(`--against must name at least guangxi=<url> and national=<url>.\n\n${HELP}`);
  }
  const keys = readPairs('--keys', values.keys ?? '');
  if (!keys.guangxi || (urls.guangdong && !keys.guangdong)) {
    throw new StartupError(`--keys must name the folder of issuer.json of every province.\n\n${HELP}`);
  }
  return { once, json, folder, seed, against: { urls, keys, inside: readPairs('--inside', values.inside ?? '') } };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new StartupError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

function readPairs(option: string, text: string): Addresses {
  const pairs = text.split(',').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, name, value] = /^(guangxi|guangdong|national)=(.+)$/.exec(pair) ?? [];
      if (name === undefined || value === undefined) {
        throw new StartupError(`${option} takes guangxi=…, guangdong=… and national=…, not "${pair}".\n\n${HELP}`);
      }
      return [name, value.replace(/\/+$/, '')];
    }),
  );
}
