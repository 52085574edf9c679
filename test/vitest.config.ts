import { availableParallelism } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { defineConfig } from 'vitest/config';

const inRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Variables of the processes that run tests, and of those that tests start. */
const env = {
  NODE_COMPILE_CACHE: inRoot('node_modules/.cache/leadloop'),
  NODE_OPTIONS: `--import=${pathToFileURL(inRoot('test/setup/quick-imports.ts')).href}`,
};

export default defineConfig({
  test: {
    root: inRoot(''),
    // The files of a worker share its modules: loading them would take longer than most files run.
    isolate: false,
    maxWorkers: Math.max(2, availableParallelism()),
    env,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.int.test.ts'],
          setupFiles: ['test/setup/no-sockets.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'int',
          include: ['test/**/*.int.test.ts'],
          globalSetup: ['test/setup/servers.ts'],
          setupFiles: ['test/setup/entries.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
