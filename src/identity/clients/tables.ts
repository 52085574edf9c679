import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '../../core/access/roles.ts';
import type { Scope } from '../../core/access/scopes.ts';
import { AUTH_METHODS, CLIENT_KINDS, type KeySet, type StoredSecret } from './client.ts';

const instant = () => timestamp({ withTimezone: true });

export const clients = pgTable('identity_clients', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: CLIENT_KINDS }).notNull().default('machine'),
  partyId: uuid(),
  division: text(),
  roles: text().array().notNull().$type<readonly Role[]>(),
  scopes: text().array().notNull().$type<readonly Scope[]>(),
  authMethod: text({ enum: AUTH_METHODS }).notNull(),
  secrets: jsonb().$type<readonly StoredSecret[]>().notNull(),
  jwks: jsonb().$type<KeySet>(),
  redirectUris: text().array().notNull().default([]).$type<readonly string[]>(),
  dpopRequired: boolean().notNull().default(false),
  registeredAt: instant().notNull(),
  revokedAt: instant(),
  version: integer().notNull().default(1),
});
