/** Generators of clients, each called as its users call it. As a program, writes the types of src/client. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import openapiTS, { astToString } from 'openapi-typescript';

/** Writes the client of a description into a folder, with `index.ts`. */
type Generator = (description: string, folder: string) => Promise<void>;

/** Keeps members with a default optional in requests. `--default-non-nullable false` does the same on the command line. */
const TYPES = { defaultNonNullable: false };

export const GENERATORS = {
  'openapi-typescript': async (description, folder) => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'index.ts'), astToString(await openapiTS(pathToFileURL(description), TYPES)));
  },
  'openapi-ts': async (description, folder) => {
    await createClient({
      input: description,
      output: folder,
      // The generator warns of every operation that DPoP, which it does not know, is missing in its code for tokens.
      plugins: ['@hey-api/typescript', '@hey-api/client-fetch', { name: '@hey-api/sdk', auth: false }],
      logs: { level: 'silent', file: false },
    });
  },
} as const satisfies Readonly<Record<string, Generator>>;

const DESCRIPTION = new URL('../leadloop.json', import.meta.url);

/** The module of src/client that is generated. */
export const CLIENT_TYPES = fileURLToPath(new URL('../../src/client/description.ts', import.meta.url));

/**
 * Returns the types of src/client as text. A list of codes that may grow (`x-extensible-enum`) becomes a union, so that a
 * misspelled code does not compile.
 */
export async function describeTypes(): Promise<string> {
  const document = JSON.parse(await readFile(DESCRIPTION, 'utf8'), (_, value) =>
    value?.['x-extensible-enum'] === undefined ? value : { ...value, enum: value['x-extensible-enum'] },
  );
  const types = astToString(await openapiTS(document, { ...TYPES, immutable: true }));
  return `/** Types of the API, generated from openapi/leadloop.json: run "npm run openapi". */\n${types}`;
}

if (import.meta.main) await writeFile(CLIENT_TYPES, await describeTypes());
