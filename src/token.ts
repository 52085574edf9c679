/** `npm run token`: issues an access token with the key of the issuer. */
import { resolveQuickly } from './platform/process/loading.ts';

// Before anything else is loaded.
resolveQuickly();
const [{ loadLanguage, loadLocalConfig, programName }, { run }, { runToken }] = await Promise.all([
  import('./config.ts'),
  import('./platform/process/lifecycle.ts'),
  import('./commands/token.ts'),
]);
const settings = {
  language: loadLanguage(),
  program: programName('token'),
  config: loadLocalConfig,
  clock: () => new Date(),
};
await run(async () => {
  process.stdout.write(await runToken(process.argv.slice(2), settings));
}, settings.language);
