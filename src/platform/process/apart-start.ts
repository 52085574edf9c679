/** First module of a process apart (`apart.ts`), loaded before its own. */
import { resolveQuickly } from './loading.ts';

// The right to write, without which Node keeps no compiled modules, ends before anything is read.
process.permission.drop('fs.write');
resolveQuickly();
