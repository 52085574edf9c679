import { boolean, customType, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '../core/access/roles.ts';
import type { Scope } from '../core/access/scopes.ts';
import { AUTH_METHODS, CLIENT_KINDS, type KeptSecret, type KeySet } from './clients/client.ts';
import type { SigningKey } from './keys/signing-key.ts';

const instant = () => timestamp({ withTimezone: true });
const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

export const clients = pgTable('identity_clients', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: CLIENT_KINDS }).notNull().default('machine'),
  partyId: uuid(),
  division: text(),
  roles: text().array().notNull().$type<readonly Role[]>(),
  scopes: text().array().notNull().$type<readonly Scope[]>(),
  authMethod: text({ enum: AUTH_METHODS }).notNull(),
  secrets: jsonb().$type<readonly KeptSecret[]>().notNull(),
  jwks: jsonb().$type<KeySet>(),
  redirectUris: text().array().notNull().default([]).$type<readonly string[]>(),
  dpopRequired: boolean().notNull().default(false),
  registeredAt: instant().notNull(),
  revokedAt: instant(),
});

export const signingKeys = pgTable('identity_signing_keys', {
  kid: text().primaryKey(),
  publicJwk: jsonb().$type<SigningKey['publicJwk']>().notNull(),
  sealed: bytea('encrypted').notNull(),
  madeAt: instant().notNull(),
  signsFrom: instant().notNull(),
});

export const records = pgTable(
  'oidc_records',
  {
    model: text().notNull(),
    id: text().notNull(),
    payload: jsonb().$type<object>().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.model, table.id] })],
);
