import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, read } from './pages.ts';

const RULES = 'docs/examples/production/alerts.yml';
const alerts = [...read(RULES).matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name);

describe('the alerts for Prometheus', () => {
  it('read metrics that exist', () => {
    const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
    const sources = files.filter((file) => /\/(metrics|figure-queries|journal-figures)\.ts$/.test(file));
    const metrics = new Set(
      sources.flatMap((file) => [...read(`src/${file}`).matchAll(/'(leadloop_\w+)'/g)].map(([, metric]) => metric)),
    );
    const named = [...read(RULES).matchAll(/\bleadloop_\w+/g)].map(([name]) =>
      name.replace(/_(bucket|count|sum)$/, ''),
    );
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((name) => !metrics.has(name))).toEqual([]);
  });

  it.each(['docs/operations.md', 'docs/operations.zh-CN.md'])('are explained in %s, each with what to do', (page) => {
    const explained = [...read(page).matchAll(/^\| (Leadloop\w+) \| [^|]+ \| [^|]+ \|$/gm)].map(([, name]) => name);
    expect(alerts.length).toBeGreaterThan(6);
    expect(explained).toEqual(alerts);
  });
});
