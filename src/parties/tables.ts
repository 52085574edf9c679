import { bigint, date, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { LICENCE_MODES, SITE_KINDS } from './party.ts';

export const parties = pgTable('parties', {
  id: uuid().primaryKey(),
  uscc: text(),
  usccMissingReason: text(),
  name: text().notNull(),
  provinceCode: text().notNull(),
  divisionCode: text().notNull(),
  address: text(),
  contactName: text(),
  contactPhone: text(),
  registeredAt: timestamp({ withTimezone: true }).notNull(),
});

export const sites = pgTable('sites', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  kind: text({ enum: SITE_KINDS }).notNull(),
  name: text().notNull(),
  divisionCode: text().notNull(),
  address: text(),
  registeredAt: timestamp({ withTimezone: true }).notNull(),
});

export const licences = pgTable('licences', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  number: text().notNull(),
  mode: text({ enum: LICENCE_MODES }).notNull(),
  wasteCodes: text().array().notNull(),
  annualLimitGrams: bigint({ mode: 'number' }),
  validFrom: date({ mode: 'string' }).notNull(),
  validTo: date({ mode: 'string' }).notNull(),
  issuer: text().notNull(),
  registeredAt: timestamp({ withTimezone: true }).notNull(),
});
