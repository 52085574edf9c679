import { expect, it } from 'vitest';
import { PLATE_COLORS } from '../../src/core/identifiers/plate.ts';
import { QUALIFICATION_KINDS } from '../../src/parties/laboratories/qualification.ts';
import { LICENCE_MODES, SITE_KINDS } from '../../src/parties/party.ts';
import { LICENCE_STATES, LICENCE_STEPS } from '../../src/parties/status/licence-state.ts';
import { PARTY_STATES, PARTY_STEPS } from '../../src/parties/status/party-state.ts';
import { PARTY_TERMS } from '../../src/parties/terms.ts';

const CODES = {
  'party-state': PARTY_STATES,
  'party-step': PARTY_STEPS,
  'licence-state': LICENCE_STATES,
  'licence-step': LICENCE_STEPS,
  'licence-mode': LICENCE_MODES,
  'qualification-kind': QUALIFICATION_KINDS,
  'site-kind': SITE_KINDS,
  'plate-color': PLATE_COLORS,
};

it('every code has a word of its own in both languages', () => {
  expect(Object.keys(PARTY_TERMS)).toEqual(Object.keys(CODES));
  for (const [name, codes] of Object.entries(CODES)) {
    const words = PARTY_TERMS[name as keyof typeof CODES];
    expect(Object.keys(words).toSorted(), name).toEqual(codes.toSorted());
    for (const language of ['en', 'zh'] as const) {
      const all = Object.values(words).map((word) => word[language]);
      expect(new Set(all).size, name).toBe(all.length);
    }
  }
});
