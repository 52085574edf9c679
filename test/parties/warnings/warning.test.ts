import { describe, expect, it } from 'vitest';
import { composeUscc, usccCheckCharacter } from '../../../src/core/identifiers/uscc.ts';
import type { Party, Site } from '../../../src/parties/party.ts';
import {
  fieldOfWarning,
  PARTY_WARNINGS,
  partyNotices,
  partyWarnings,
  SITE_WARNINGS,
  siteNotices,
  siteWarnings,
  warningsIn,
} from '../../../src/parties/warnings/warning.ts';

const PLACES = {
  on: '2026-10-05',
  known: new Set(
    [
      ...['110000', '110100', '440000', '440100', '450000', '450100', '450103', '450200', '710000'],
      ...['500000', '500100', '500200', '500229', '460000', '460100'],
    ].map(String),
  ),
  former: new Set(['450111']),
  wastes: new Set<string>(),
};
const code = (division: string, registration = '91') => composeUscc(registration, division, 7);
const badInside = (() => {
  const first = code('450100').slice(0, 16);
  const wrong = code('450100')[16] === '1' ? '2' : '1';
  return `${first}${wrong}${usccCheckCharacter(first + wrong)}`;
})();

describe('a social credit code', () => {
  it.each([
    ['of the city', code('450100'), '450103', []],
    ['of another county of the city', code('450107'), '450103', []],
    ['of the province', code('450000'), '450103', []],
    ['of the national authority', code('100000'), '450103', []],
    ['of a municipality, in its other part', code('500108'), '500229', []],
    ['of a former county', code('450111'), '450103', []],
    ['of another city', code('450200'), '450103', ['uscc-division-differs']],
    ['of another province', code('440100'), '450103', ['uscc-division-differs']],
    ['of the government of another province', code('440000'), '450103', ['uscc-division-differs']],
    ['of no division', code('459900'), '450103', ['uscc-division-unknown']],
    ['of zeros', code('000000'), '450103', ['uscc-division-unknown']],
    ['of nines', code('999999'), '450103', ['uscc-division-unknown']],
    ['of an institution', code('450100', '12'), '450103', []],
    ['of a cooperative', code('450100', '93'), '450103', []],
    ['that begins with zeros', code('450100', '00'), '450103', ['uscc-registration']],
    ['that begins with letters', code('450100', 'XX'), '450103', ['uscc-registration']],
    ['whose inner check character is wrong', badInside, '450103', ['uscc-body-check-character']],
  ])('%s', (_, uscc, divisionCode, expected) => {
    expect(partyWarnings({ uscc, divisionCode }, PLACES)).toEqual(expected);
  });

  it('that is missing leads to no warning', () => {
    expect(partyWarnings({ uscc: null, divisionCode: '450103' }, PLACES)).toEqual([]);
  });

  it('of the findings leads to all of its warnings', () => {
    expect(partyWarnings({ uscc: '000000000000000000', divisionCode: '450103' }, PLACES)).toEqual([
      'uscc-registration',
      'uscc-division-unknown',
    ]);
  });
});

describe('a division', () => {
  it.each([
    ['a city', '4501', []],
    ['a county in the list', '450103', []],
    ['a county that the list had before', '450111', ['division-abolished']],
    ['a county that is missing among others of its city', '450199', ['division-not-listed']],
    ['a county of a city without counties in the list', '440103', ['division-unverified']],
    ['of the Xinjiang Production and Construction Corps', '660100', ['division-unverified']],
    ['a place in a province without cities in the list', '710100', ['division-unverified']],
  ])('that is %s', (_, divisionCode, expected) => {
    expect(partyWarnings({ uscc: null, divisionCode }, PLACES)).toEqual(expected);
    expect(siteWarnings({ divisionCode, latitude: null, longitude: null }, PLACES)).toEqual(expected);
  });
});

describe('the coordinates of a site', () => {
  it.each([
    ['in Nanning', 22.8154, 108.3275, []],
    ['in Beijing', 39.9, 116.4, ['site-outside-province']],
    ['in the sea', 0, 0, ['site-outside-province']],
    ['on the other side of the equator', -22.8154, 108.3275, ['site-outside-province']],
  ])('%s', (_, latitude, longitude, expected) => {
    expect(siteWarnings({ divisionCode: '450103', latitude, longitude }, PLACES)).toEqual(expected);
  });
});

describe('the stored warnings', () => {
  const uscc = code('440100');
  const party = {
    uscc,
    divisionCode: '450103',
    warnings: ['of-a-later-release', ...PARTY_WARNINGS],
  } as unknown as Party;
  const site = { divisionCode: '450103', latitude: 39.9, longitude: 116.4, warnings: SITE_WARNINGS } as unknown as Site;

  it.each(['en', 'zh'] as const)('have texts without holes (%s), and unknown ones are left out', (language) => {
    const shown = [...warningsIn(language, partyNotices(party)), ...warningsIn(language, siteNotices(site))];
    expect(shown).toHaveLength(PARTY_WARNINGS.length + SITE_WARNINGS.length);
    for (const { title, detail } of shown) expect(title + detail).not.toMatch(/[{}]|undefined|null/);
    expect(shown.map(({ detail }) => detail).join()).toContain(uscc);
    expect(shown.at(-1)?.detail).toContain('116.4');
  });

  it('name the field that they are about', () => {
    expect(fieldOfWarning('uscc-registration')).toBe('uscc');
    expect(fieldOfWarning('division-abolished')).toBe('divisionCode');
    expect(fieldOfWarning('site-outside-province')).toBe('latitude');
  });
});
