/** Notes the modules that a process loads, and writes them to the file LOADED_MODULES at its end. For `--import`. */
import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const loaded = new Set<string>();
registerHooks({
  load: (url, context, next) => {
    loaded.add(url);
    return next(url, context);
  },
});
const { LOADED_MODULES: file } = process.env;
process.on('exit', () => {
  if (file !== undefined) writeFileSync(file, JSON.stringify([...loaded]));
});
