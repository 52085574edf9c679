/** Form in which PostgreSQL stores a password. A login needs more than the form, so it may pass through files and logs. */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/** Rounds that PostgreSQL itself takes (`scram_iterations`). */
const ROUNDS = 4_096;
const SALT_BYTES = 16;

/** Returns the verifier of a password in ASCII, as RFC 5803 writes it: `SCRAM-SHA-256$<rounds>:<salt>$<stored key>:<server key>`. */
export function scramVerifier(password: string, salt: Buffer = randomBytes(SALT_BYTES)): string {
  const salted = pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256');
  const keyOf = (name: string) => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(keyOf('Client Key')).digest();
  const text = (bytes: Buffer) => bytes.toString('base64');
  return `SCRAM-SHA-256$${ROUNDS}:${text(salt)}$${text(stored)}:${text(keyOf('Server Key'))}`;
}
