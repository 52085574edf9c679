/** Tables of the README that a test holds to the source. */
import { readFileSync } from 'node:fs';

/** The rows between `<!-- name -->` and `<!-- /name -->`, cell by cell, without the two of the head. */
export function rowsIn(file: 'README.md' | 'README.zh-CN.md', name: string): string[][] {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  const table = text.split(`<!-- ${name} -->`)[1]?.split(`<!-- /${name} -->`)[0] ?? '';
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
