/** Generated clients: both descriptions lead to clients that compile strictly and have the names of the trade. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { GENERATORS } from '../../openapi/generators/main.ts';

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const STRICT = ['--strict', '--noUncheckedIndexedAccess', '--skipLibCheck', 'false'];
const MODULES = ['--module', 'esnext', '--moduleResolution', 'bundler', '--allowImportingTsExtensions'];
const OPTIONS = [
  '--noEmit',
  '--target',
  'esnext',
  '--lib',
  'esnext,dom,dom.iterable',
  '--types',
  '',
  '--pretty',
  'false',
];

/** Programs that use nouns by their names, and a member that each must send. */
const PROGRAMS = {
  leadloop: {
    nouns: ['Party', 'Batch', 'Manifest', 'Run', 'Recovery', 'Problem', 'DraftManifest'],
    text: `
export const draft: DraftManifest = {
  carrierId: '', receiverId: '', consignorSiteId: '',
  lines: [{ batchId: '', massGrams: 1, pieces: 1, packaging: 'pallet', packages: 1 }],
};
export const acceptedIn = ({ lines }: Manifest): number | null => lines[0]?.acceptedGrams ?? null;
export const massOf = ({ massGrams }: Batch): number => massGrams;
export const idOf = ({ id }: Party | Run): string => id;
export const partyOf = ({ partyId }: Recovery): string => partyId;
export const remedyOf = ({ code, remedy }: Problem): string => code + remedy;
`,
    member: { name: 'packaging', text: "packaging: 'pallet', " },
  },
  'national-exchange': {
    nouns: ['NationalManifest', 'RegisterProvince', 'Problem'],
    text: `
export const province: RegisterProvince = { code: '45', baseUrl: 'https://leadloop.example' };
export const numberOf = ({ number }: NationalManifest): string => number;
export const remedyOf = ({ code, remedy }: Problem): string => code + remedy;
`,
    member: { name: 'baseUrl', text: ", baseUrl: 'https://leadloop.example'" },
  },
} as const;

/** Imports of nouns in the form of each generator. */
const IMPORTS: Readonly<Record<keyof typeof GENERATORS, (nouns: readonly string[], from: string) => string>> = {
  'openapi-typescript': (nouns, from) =>
    [
      `import type { components } from '${from}';`,
      ...nouns.map((noun) => `type ${noun} = components['schemas']['${noun}'];`),
    ].join('\n'),
  'openapi-ts': (nouns, from) => `import type { ${nouns.join(', ')} } from '${from}';`,
};

const descriptions = Object.keys(PROGRAMS) as (keyof typeof PROGRAMS)[];
const generators = Object.keys(GENERATORS) as (keyof typeof GENERATORS)[];
const clients = descriptions.flatMap((description) =>
  generators.map((generator) => ({ description, generator, name: `${description}-${generator}` })),
);
/** The first words of the compiler's sentence about each incomplete program, in its order. */
const misses = clients
  .map(({ name, description }) => [`${name}-incomplete.ts`, PROGRAMS[description].member.name] as const)
  .toSorted(([a], [b]) => (a < b ? -1 : 1));

it('generated clients compile strictly, have the nouns, and require the members', { timeout: 180_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leadloop-clients-'));
  try {
    for (const { description, generator, name } of clients) {
      const { nouns, text, member } = PROGRAMS[description];
      await GENERATORS[generator](inRoot(`openapi/${description}.json`), join(folder, name));
      const head = IMPORTS[generator](nouns, `./${name}/index.ts`);
      await writeFile(join(folder, `${name}.ts`), head + text);
      await writeFile(join(folder, `${name}-incomplete.ts`), head + text.replace(member.text, ''));
    }
    const programs = clients.flatMap(({ name }) => [`${name}.ts`, `${name}-incomplete.ts`]);
    const command = [inRoot('node_modules/typescript/bin/tsc'), ...OPTIONS, ...MODULES, ...STRICT, ...programs];
    const faults = await promisify(execFile)(process.execPath, command, { cwd: folder }).then(
      () => '',
      ({ stdout }: { stdout: string }) => stdout,
    );
    const found = faults.split('\n').filter((line) => /^\S/.test(line));
    expect(
      found.map((line) => /^(\S+)\(.*?: error \w+: Property '(\w+)' is missing/.exec(line)?.slice(1) ?? line),
    ).toEqual(misses);
  } finally {
    await rm(folder, { recursive: true });
  }
});
