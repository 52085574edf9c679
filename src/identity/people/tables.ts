import { customType, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '../../core/access/roles.ts';
import { CUTOFF_KINDS } from '../revocation/revocation.ts';
import { PERSON_STATES } from './person.ts';

const instant = () => timestamp({ withTimezone: true });
const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

export const people = pgTable('identity_people', {
  id: uuid().primaryKey(),
  personName: text().notNull(),
  personPhone: text(),
  partyId: uuid(),
  division: text(),
  roles: text().array().notNull().$type<readonly Role[]>(),
  rolesVersion: integer().notNull().default(0),
  login: text(),
  password: text(),
  passwordSetAt: instant(),
  passwordExpiresAt: instant(),
  state: text({ enum: PERSON_STATES }).notNull().default('active'),
  blockedAt: instant(),
  registeredAt: instant().notNull(),
});

export const attempts = pgTable('identity_attempts', {
  key: text().primaryKey(),
  failures: integer().notNull(),
  lastAt: instant().notNull(),
});

export const states = pgTable(
  'oidc_states',
  {
    model: text().notNull(),
    id: text().notNull(),
    sealed: bytea('encrypted').notNull(),
    accountId: text(),
    grantId: text(),
    uid: text(),
    userCode: text(),
    consumedAt: instant(),
    polledAt: instant(),
    expiresAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.model, table.id] })],
);

export const revocations = pgTable(
  'identity_revocations',
  {
    kind: text({ enum: CUTOFF_KINDS }).notNull(),
    id: text().notNull(),
    leastVersion: integer('minimum_version'),
    cutAt: timestamp('revoked_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id] })],
);
