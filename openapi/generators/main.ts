/** Generators of clients, each called as its users call it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
