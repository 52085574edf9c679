/** Identifiers: UUIDv7 (RFC 9562), unique everywhere and nearly ordered. They are never used for order or dates. */
import { randomUUIDv7 } from 'node:crypto';

export const newId = (): string => randomUUIDv7();
