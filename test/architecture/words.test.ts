/** Plain words, held by rules: comments, test names, messages, and the descriptions of the API. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FIELDS, MESSAGES } from '../../src/features.ts';
import { readPages } from '../docs/pages.ts';
import { chineseFaults, commentFaults, commentsOf, vagueFaults, wordFaults } from './words.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const files = ['src', 'test'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ path: `${folder}/${file}`, text: readFileSync(join(ROOT, folder, file), 'utf8') })),
);
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('the rules', () => {
  it.each([
    ['/** What a batch holds. */', 'begins with "What"'],
    ['// The caller is told.', '"told" instead of return, record, send, report or show'],
    ['/** A lot of batteries. */', '"lot" instead of batch'],
    ['/** The record stands in the journal. */', '"stands" instead of is'],
    ['/** Nothing without a row. */', 'begins with "Nothing"'],
    [`/** ${'word '.repeat(26)}. */`, '26 words in one sentence'],
  ])('find the fault of %s', (comment, fault) => {
    expect(commentsOf(comment).flatMap(({ text }) => commentFaults(text))[0]).toContain(fault);
  });

  it('accept plain comments, and ignore code between back-quotes', () => {
    const text =
      '/**\n * Returns the batch.\n * @throws Problem `lot-told`\n */\nconst a = 1;\n// One line\n// and the next.';
    expect(commentsOf(text)).toEqual([
      { line: 1, text: 'Returns the batch. @throws Problem `lot-told`' },
      { line: 6, text: 'One line and the next.' },
    ]);
    expect(commentsOf(text).flatMap((one) => commentFaults(one.text))).toEqual([]);
  });

  it('find words that the glossary rules out in Chinese', () => {
    expect(chineseFaults('该司机的加工批次')).toEqual(['"司机" instead of 驾驶人', '"加工批次" instead of 处理批次']);
  });
});

/**
 * Files with comments of our own. This test and its rules name the words that they rule out. The generated types repeat the
 * texts of the description, which have a test of their own.
 */
const judged = files.filter(
  ({ path }) => !path.startsWith('test/architecture/words') && path !== 'src/client/description.ts',
);

it('holds every comment', () => {
  expect(
    judged.flatMap(({ path, text }) =>
      commentsOf(text).flatMap((one) => commentFaults(one.text).map((fault) => `${path}:${one.line} ${fault}`)),
    ),
  ).toEqual([]);
});

it('holds every test name', () => {
  const names = judged.flatMap(({ path, text }) =>
    [...text.matchAll(/^\s*(?:it|test|describe)(?:\.each\([^`]*?\))?\(\s*['`]([^'`]+)['`]/gm)].map(([, name = '']) => ({
      path,
      name,
    })),
  );
  expect(names.length).toBeGreaterThan(500);
  expect(
    names.flatMap(({ path, name }) =>
      [...wordFaults(name), ...vagueFaults(name)].map((fault) => `${path} "${name}": ${fault}`),
    ),
  ).toEqual([]);
});

it('holds every message in both languages', () => {
  const faults = MESSAGES.flatMap(({ entries, terms }) => [
    ...Object.entries(entries).flatMap(([code, { en, zh }]) => [
      ...Object.values(en).flatMap((text) => wordFaults(text).map((fault) => `${code}: ${fault}`)),
      ...Object.values(zh).flatMap((text) => chineseFaults(text).map((fault) => `${code}: ${fault}`)),
    ]),
    ...Object.values(terms).flatMap((words) =>
      Object.entries(words).flatMap(([code, { en, zh }]) => [
        ...wordFaults(en).map((fault) => `${code}: ${fault}`),
        ...chineseFaults(zh).map((fault) => `${code}: ${fault}`),
      ]),
    ),
  ]);
  expect(faults).toEqual([]);
});

it('holds the names of fields and of their codes in Chinese', () => {
  const names = Object.values(FIELDS).flatMap(({ zh, codes = {} }) => [
    zh,
    ...Object.values(codes).map((one) => one.zh),
  ]);
  expect(names.length).toBeGreaterThan(150);
  expect(names.flatMap(chineseFaults)).toEqual([]);
});

it.each(['leadloop', 'national-exchange'])('holds every summary and description of openapi/%s.json', (name) => {
  const texts = [...read(`openapi/${name}.json`).matchAll(/"(?:summary|description)": "((?:[^"\\]|\\.)*)"/g)];
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.flatMap(([, text = '']) => wordFaults(text).map((fault) => `${fault}: ${text.slice(0, 80)}`))).toEqual(
    [],
  );
});

/** The glossary names the words that it rules out. */
const pages = readPages().filter(({ path }) => path !== 'docs/glossary.md');

it('holds the pages for readers', () => {
  expect(pages.filter(({ chinese }) => chinese).length).toBeGreaterThan(6);
  const faults = pages.flatMap(({ path, text, chinese }) =>
    text
      .replace(/```[\s\S]*?```/g, (block) => block.replace(/[^\n]/g, ''))
      .split('\n')
      .flatMap((line, at) =>
        (chinese ? chineseFaults(line) : wordFaults(line)).map((fault) => `${path}:${at + 1} ${fault}`),
      ),
  );
  expect(faults).toEqual([]);
});
