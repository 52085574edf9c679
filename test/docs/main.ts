/** `npm run docs`: writes the tables of docs/ that repeat the source. Needs no servers. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, read } from './pages.ts';
import { refresh, TABLES } from './tables.ts';

for (const table of TABLES) writeFileSync(join(ROOT, table.path), refresh(read(table.path), table));
