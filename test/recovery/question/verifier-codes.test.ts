/** The verifier of evidence knows every finding: one that it does not find again would make good evidence bad. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { FINDING_CODES, recoveryFinding } from '../../../src/recovery/problems.ts';

const VERIFIER = fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url));

/** Findings that are never frozen: the efficiency of a next recycler is stated by a caller. */
const NEVER_FROZEN: readonly string[] = ['NEXT_STEP_DECLARED'];

const source = readFileSync(VERIFIER, 'utf8');

it.each(FINDING_CODES.filter((code) => !NEVER_FROZEN.includes(code)))('%s is found again', (code) => {
  expect(source).toContain(`'${code}'`);
});

it('a finding that blocks or is a note by default is so for the verifier', () => {
  const [, listed = ''] = /const SEVERITY = new Map\(([\s\S]*?)\n\);/.exec(source) ?? [];
  const [blocks = '', notes = ''] = listed.split('note: [');
  for (const [code, { severity }] of Object.entries(recoveryFinding.entries)) {
    const stated = [
      ...(blocks.includes(`'${code}'`) ? ['block'] : []),
      ...(notes.includes(`'${code}'`) ? ['note'] : []),
    ];
    // The severity of the others is stated where they are found.
    if (stated.length > 0) expect(stated, code).toEqual([severity]);
  }
});
