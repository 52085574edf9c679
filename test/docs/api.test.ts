/** Statements of docs/api.md that the source decides: the problem that it shows, and the addresses of its table. */
import { describe, expect, it } from 'vitest';
import { describe as describeProblem } from '../../src/platform/http/problem-details.ts';
import { httpProblem } from '../../src/platform/http/problems.ts';
import { read } from './pages.ts';

const PAGES = [
  { page: 'docs/api.md', language: 'en', title: 'Routes by subject' },
  { page: 'docs/api.zh-CN.md', language: 'zh', title: '按内容分列的地址' },
] as const;

/** Features that the table has no row for: probes, the catalogue of problems, and addresses that partners call. */
const UNLISTED = ['livez', 'metrics', 'problems', 'readyz'];

const { paths } = JSON.parse(read('openapi/leadloop.json')) as { paths: Record<string, object> };

describe.each(PAGES)('$page', ({ page, language, title }) => {
  const text = read(page);

  it('shows a problem as the service answers it', () => {
    const [, shown = ''] = /<!-- problem -->\s+```json\n([\s\S]*?)```/.exec(text) ?? [];
    const problem = httpProblem('precondition-failed', { expected: 3, actual: 4 });
    const document = describeProblem(problem, language, 'urn:request:0199f2c4-5b1e-7d30-9a44-2f0d1c7be001');
    expect(JSON.parse(shown)).toEqual(document);
  });

  it('names addresses that exist, and each subject of the description', () => {
    const table = text.split(`## ${title}`)[1] ?? '';
    const named = [...table.matchAll(/\/v1\/[\w/{}-]+/g)].map(([path]) => path);
    expect(named.length).toBeGreaterThan(40);
    const exists = (path: string) => shapes.has(shapeOf(path));
    expect(named.filter((path) => !exists(path))).toEqual([]);
    const subjects = new Set(named.map(subjectOf));
    const described = Object.keys(paths).map(subjectOf);
    expect([...new Set(described)].filter((one) => !subjects.has(one) && !UNLISTED.includes(one))).toEqual([]);
  });
});

/** The paths of the description. A value such as `materials` may take the place of a parameter. */
const shapes = new Set(Object.keys(paths).map(shapeOf));

function shapeOf(path: string): string {
  return path.replace(/\{[^}]+\}/g, '{}').replace(/^\/v1\/codes\/[\w-]+$/, '/v1/codes/{}');
}

function subjectOf(path: string): string {
  return path.split('/').find((part) => part !== '' && part !== 'v1') ?? '';
}
