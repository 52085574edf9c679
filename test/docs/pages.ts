/** The pages for readers: the README, docs/, the README of each folder, and the pages of .github/. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** A page by its path from the root, such as `docs/access.zh-CN.md`. */
export type Page = { readonly path: string; readonly text: string; readonly chinese: boolean };

/** Returns all pages, in the order of their paths. */
export function readPages(): Page[] {
  const inFolder = (folder: string) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`);
  const paths = [...readdirSync(ROOT), ...['.github', 'docs', 'migrations', 'src'].flatMap(inFolder)];
  return paths
    .filter((path) => path.endsWith('.md'))
    .toSorted()
    .map((path) => ({ path, text: read(path), chinese: path.endsWith('.zh-CN.md') }));
}

/** Returns the table between `<!-- name -->` and `<!-- /name -->` of a page, cell by cell, without its head. */
export function rowsIn(path: string, name: string): string[][] {
  return rowsOf(read(path).split(`<!-- ${name} -->`)[1]?.split(`<!-- /${name} -->`)[0] ?? '').slice(2);
}

/** Splits the rows of a table into cells. */
export const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
