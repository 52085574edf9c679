import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const inRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Variables of the processes that run tests, and of those that tests start. */
const env = {
  NODE_COMPILE_CACHE: inRoot('node_modules/.cache/leadloop'),
  NODE_OPTIONS: `--import=${pathToFileURL(inRoot('test/setup/quick-imports.ts')).href}`,
};

/** Files that take longest. A fresh clone has no record of durations, by which vitest would order them. */
const LONG = [
  'test/demo/year.int.test.ts',
  'test/app/isolation/reads.int.test.ts',
  'test/parties/imports/large-import.int.test.ts',
  'test/recovery/adversary/adversary.int.test.ts',
  'test/readme.int.test.ts',
  'test/recovery/one-term.int.test.ts',
  'test/app/isolation/writes.int.test.ts',
  'test/recovery/periods/year.int.test.ts',
  'test/exchange/queues.int.test.ts',
  'test/files/service-process.int.test.ts',
  'test/local.int.test.ts',
  'test/hostile/hostile.int.test.ts',
  'test/platform/process/task.int.test.ts',
  'test/platform/database/silence.int.test.ts',
  'test/exchange/hostile.int.test.ts',
  'test/platform/table/corpus.test.ts',
];

/** Lets the longest files of a project begin first, so that none of them runs alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = LONG.indexOf(relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'));
      return rank === -1 ? LONG.length : rank;
    };
    return sorted.toSorted(
      (one, other) => projects.indexOf(one.project) - projects.indexOf(other.project) || rankOf(one) - rankOf(other),
    );
  }
}

export default defineConfig({
  test: {
    root: inRoot(''),
    // The files of a worker share its modules: loading them would take longer than most files run.
    isolate: false,
    // A worker often waits: for PostgreSQL, for a limit of time, for a process. One more than there are cores uses that time.
    maxWorkers: Math.max(2, availableParallelism()) + 1,
    sequence: { sequencer: LongestFirst },
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
