/** `npm run leadloop`: commands for administrators. */
import { resolveQuickly } from './platform/process/loading.ts';

// Before anything else is loaded.
resolveQuickly();
const [{ loadLanguage, loadLocalConfig, programName }, { run }, { runLeadloop }] = await Promise.all([
  import('./config.ts'),
  import('./platform/process/lifecycle.ts'),
  import('./commands/leadloop.ts'),
]);
const settings = {
  language: loadLanguage(),
  program: programName('leadloop'),
  config: loadLocalConfig,
  clock: () => new Date(),
};
await run(async () => {
  process.stdout.write(await runLeadloop(process.argv.slice(2), settings));
}, settings.language);
