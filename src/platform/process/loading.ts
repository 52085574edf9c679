/** Quick loading of modules, so that a command spends its time on its work. Nothing of what is loaded changes. */
import { enableCompileCache, type ResolveFnOutput, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Only those who may change the packages may write here: what is read from a cache is run. */
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/leadloop', import.meta.url));

/** Keeps what this process compiles from now on. Without a right to write there, nothing is kept and nothing fails. */
export function keepCompiled(): void {
  enableCompileCache(CACHE);
}

/**
 * Halves the time in which a process loads its modules. Node parses the 178 kB package.json of drizzle-orm again for each
 * of its 100 modules, and for each of our modules that imports it.
 */
export function resolveQuickly(): void {
  // Packages that our own modules import. All of these modules have one root, so a name means the same to each.
  const packages = new Map<string, ResolveFnOutput>();
  registerHooks({
    resolve: (specifier, context, next) => {
      const parent = context.parentURL ?? '';
      if (specifier.startsWith('.')) {
        return parent.includes('/node_modules/drizzle-orm/') && parent.endsWith('.js')
          ? { url: new URL(specifier, parent).href, format: 'module', shortCircuit: true }
          : next(specifier, context);
      }
      const isOurs = parent.endsWith('.ts') && !parent.includes('/node_modules/');
      if (!isOurs || !context.conditions.includes('import')) return next(specifier, context);
      const found = packages.get(specifier) ?? { ...next(specifier, context), shortCircuit: true };
      packages.set(specifier, found);
      return found;
    },
  });
}
