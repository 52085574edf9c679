import { expect, it } from 'vitest';
import { scramVerifier } from '../../../src/platform/embedded-postgres/scram-verifier.ts';

it('is the form that PostgreSQL stores, for the example of RFC 7677', () => {
  expect(scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'))).toBe(
    'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
  );
});

it('never contains the password, and differs each time', () => {
  const [one, two] = [scramVerifier('pencil'), scramVerifier('pencil')];
  expect(one).not.toContain('pencil');
  expect(one).not.toBe(two);
});
