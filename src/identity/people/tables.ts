import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '../../core/access/roles.ts';
import { PERSON_STATES } from './person.ts';

const instant = () => timestamp({ withTimezone: true });

export const people = pgTable('identity_people', {
  id: uuid().primaryKey(),
  personName: text().notNull(),
  personPhone: text(),
  partyId: uuid(),
  division: text(),
  roles: text().array().notNull().$type<readonly Role[]>(),
  rolesVersion: integer().notNull().default(0),
  loginsVersion: integer().notNull().default(0),
  login: text(),
  password: text(),
  passwordSetAt: instant(),
  passwordExpiresAt: instant(),
  state: text({ enum: PERSON_STATES }).notNull().default('active'),
  blockedAt: instant(),
  registeredAt: instant().notNull(),
  version: integer().notNull().default(1),
});
