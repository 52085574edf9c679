import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './pages.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadloop-commit-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the hook as git does, with the path of a file that holds the message. */
function check(message: string) {
  const file = join(folder, 'COMMIT_EDITMSG');
  writeFileSync(file, message);
  const { status, stderr } = spawnSync(join(ROOT, '.githooks/commit-msg'), [file], { encoding: 'utf8' });
  return { accepted: status === 0, says: stderr };
}

describe('the hook for commit messages', () => {
  it.each([
    'feat(local): say where numbers come from',
    'docs: split the README into pages',
    'fix(exchange)!: reject messages without a subject',
    `test(core): ${'x'.repeat(60)}`,
    'chore: move to node 26.10',
    '# A comment of git\n\nrefactor(parties): read licences once\n\nBecause. It was read twice.\n',
    'Merge branch "main"',
    'Revert "feat(local): say where numbers come from"',
  ])('accepts: %s', (message) => {
    expect(check(message)).toEqual({ accepted: true, says: '' });
  });

  it.each([
    ['', 'type(scope)'],
    ['update things', 'type(scope)'],
    ['feature(local): say more', 'type(scope)'],
    ['feat(local):say more', 'type(scope)'],
    ['feat(local): Say more', 'type(scope)'],
    ['feat(local): say more.', 'type(scope)'],
    ['feat(Local): say more', 'type(scope)'],
    ['feat(local): ', 'type(scope)'],
    [`test(core): ${'x'.repeat(61)}`, '73 characters'],
  ])('rejects: %s', (message, reason) => {
    const { accepted, says } = check(message);
    expect(accepted).toBe(false);
    expect(says).toContain(reason);
  });
});
