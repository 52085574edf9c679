/** Identifiers. UUIDv7 (RFC 9562): unique everywhere, nearly ordered, never used to order or to date anything. */
import { v7 } from 'uuid';

export const newId = (): string => v7();
