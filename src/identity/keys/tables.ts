import { customType, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { SigningKey } from './signing-key.ts';

const instant = () => timestamp({ withTimezone: true });
const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

export const signingKeys = pgTable('identity_signing_keys', {
  kid: text().primaryKey(),
  publicJwk: jsonb().$type<SigningKey['publicJwk']>().notNull(),
  encrypted: bytea().notNull(),
  madeAt: instant().notNull(),
  signsFrom: instant().notNull(),
});
