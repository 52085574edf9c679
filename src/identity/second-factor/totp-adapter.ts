/** Codes of authenticator applications (TOTP, RFC 6238), by the library `otpauth`: SHA-1, six digits, half a minute. */
import { Secret, TOTP } from 'otpauth';

const ISSUER = 'Leadloop';
const PERIOD_SECONDS = 30;
/** Number of steps that the clock of a telephone may be ahead or behind. */
const WINDOW = 1;

/** Makes a secret of 160 bits, in Base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** Returns the address that an application reads from a QR code. */
export const addressOfSecret = (secret: string, login: string): string => totpOf(secret, login).toString();

/** Returns the step of a code that is valid at an instant; undefined for a wrong code. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? undefined : Math.floor(now.getTime() / 1_000 / PERIOD_SECONDS) + delta;
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    ...{ issuer: ISSUER, label, secret: Secret.fromBase32(secret) },
    ...{ algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS },
  });
}
