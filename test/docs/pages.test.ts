import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../architecture/imports.ts';
import { ROOT, readPages } from './pages.ts';

const pages = readPages();
const README_LINES_MAX = 150;
const FOLDER_README_LINES = { min: 20, max: 60 };

it.each(['README.md', 'README.zh-CN.md'])('%s has at most 150 lines', (readme) => {
  const { text = '' } = pages.find(({ path }) => path === readme) ?? {};
  expect(text).toContain('npm ci && npm start');
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(README_LINES_MAX);
});

describe('the links and paths of the pages', () => {
  it('lead to files', () => {
    const links = pages.flatMap(({ path, text }) =>
      [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ path, target })),
    );
    const relative = links.filter(({ target }) => !/^(https?:|mailto:|#)/.test(target));
    expect(relative.length).toBeGreaterThan(20);
    const broken = relative.filter(
      ({ path, target }) => !existsSync(join(ROOT, dirname(path), target.replace(/#.*$/, ''))),
    );
    expect(broken.map(({ path, target }) => `${path}: ${target}`)).toEqual([]);
  });

  it('name files and folders that exist', () => {
    const named = pages.flatMap(({ path, text }) =>
      [
        ...text
          .replaceAll('<br/>', ' ')
          .matchAll(/(?<![\w./<-])((?:src|test|docs|openapi|migrations)\/[\w.@/-]*[\w/])(?![\w*<{…])/g),
      ].map(([, name = '']) => ({ path, name })),
    );
    expect(named.length).toBeGreaterThan(100);
    const missing = named.filter(({ name }) => !existsSync(join(ROOT, name)));
    expect(missing.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
  });
});

it('every page of docs/ that is for readers has a page in the other language', () => {
  const docs = new Set(pages.map(({ path }) => path).filter((path) => /^docs\/[^/]+\.md$/.test(path)));
  const alone = [...docs].filter((path) => {
    const other = path.endsWith('.zh-CN.md') ? path.replace('.zh-CN.md', '.md') : path.replace('.md', '.zh-CN.md');
    // The glossary has both languages in one table.
    return path !== 'docs/glossary.md' && !docs.has(other);
  });
  expect(alone).toEqual([]);
});

describe('every folder of src that a person may look for', () => {
  const folders = [...Object.keys(FEATURES), 'client', 'core', 'demo', 'national-standin', 'platform'];

  it.each(folders)('has a page: %s', (folder) => {
    const { text = '' } = pages.find(({ path }) => path === `src/${folder}/README.md`) ?? {};
    expect(text).toMatch(/^# \S/);
    const lines = text.trimEnd().split('\n').length;
    expect(lines).toBeGreaterThanOrEqual(FOLDER_README_LINES.min);
    expect(lines).toBeLessThanOrEqual(FOLDER_README_LINES.max);
    const rooms = readdirSync(join(ROOT, 'src', folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(rooms.filter((room) => !text.includes(`\`${room}/\``))).toEqual([]);
  });
});

it.each(['README.md', 'README.zh-CN.md'])('the map of %s names every file and folder of src', (readme) => {
  const map = /^```\nsrc\/\n([\s\S]*?)^migrations\//m.exec(pages.find(({ path }) => path === readme)?.text ?? '')?.[1];
  const named = new Set(map?.match(/[\w-]+(\.ts|\/)/g));
  const entries = readdirSync(join(ROOT, 'src'), { withFileTypes: true });
  expect(entries.length).toBeGreaterThan(20);
  const names = entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  expect(names.filter((name) => !named.has(name))).toEqual([]);
});

it('every decision is in the Chinese list, in order', () => {
  const numbers = pages.flatMap(({ path }) => /^docs\/decisions\/(\d{4})-/.exec(path)?.[1] ?? []).map(Number);
  const { text = '' } = pages.find(({ path }) => path === 'docs/decisions/README.zh-CN.md') ?? {};
  expect(numbers.length).toBeGreaterThan(18);
  expect([...text.matchAll(/^\*\*(\d+)\. /gm)].map(([, number]) => Number(number))).toEqual(numbers);
});

function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
}
