/** Identifiers. UUIDv7 (RFC 9562): unique everywhere, nearly ordered, never used to order or to date anything. */
import { randomUUIDv7 } from 'node:crypto';

export const newId = (): string => randomUUIDv7();
