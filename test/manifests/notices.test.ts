import { expect, it } from 'vitest';
import { showWarning } from '../../src/manifests/notices.ts';
import type { Warning } from '../../src/manifests/rules/warning.ts';

const AT = '2026-09-10T00:30:00.000Z';
const warning = (code: Warning['code'], facts: Warning['facts']): Warning => ({ code, step: 'accept', at: AT, facts });
const scale = (acceptedGrams: number) =>
  warning('licence-scale-reached', {
    licence: '证1',
    year: 2026,
    limitGrams: 1_000,
    shareBasisPoints: 10_000,
    acceptedGrams,
  });
const storage = (stockGrams: number) =>
  warning('storage-limit-reached', { siteId: 's', limitGrams: 1_000, shareBasisPoints: 10_000, stockGrams });

it.each([
  [scale(1_000), 'note'],
  [scale(1_001), 'flag'],
  [storage(1_000), 'note'],
  [storage(1_001), 'flag'],
  [warning('vehicle-unregistered', { plate: '桂A12345' }), 'flag'],
  [warning('before-number', { stepAt: AT, numberedAt: AT }), 'flag'],
  [warning('against-completion', { stepAt: AT, completedAt: AT }), 'flag'],
  [warning('one-party', {}), 'flag'],
  [warning('late-entry', { hours: 100, enteredAt: AT }), 'note'],
])('shows a warning with its severity, and with its facts in both languages: %j %s', (one, severity) => {
  for (const language of ['en', 'zh'] as const) {
    const shown = showWarning(one, language);
    expect(shown).toMatchObject({ ...one, severity });
    expect(shown.title).not.toBe(one.code);
    expect(shown.detail).not.toMatch(/[?{}]/);
  }
});

it('shows the instant of a late entry in Beijing time', () => {
  const { detail } = showWarning(warning('late-entry', { hours: 100, enteredAt: AT }), 'zh');
  expect(detail).toBe('该步骤于 2026-09-10 08:30（北京时间）录入，距发生时间已有 100 小时。');
});
