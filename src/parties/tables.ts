import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { RegisteredKind } from '../core/access/changeable.ts';
import type { Actor } from '../core/actor.ts';
import type { Affected, Unlisted } from '../core/dependant.ts';
import { PLATE_COLORS } from '../core/identifiers/plate.ts';
import type { Members } from './changes/change.ts';
import { IMPORT_KINDS, type ImportKind } from './imports/columns.ts';
import type { Candidate, Rows } from './imports/record-kind.ts';
import { type FormFindings, IMPORT_STATES, type PartFindings, type StoredHeader } from './imports/stored/import.ts';
import { QUALIFICATION_KINDS } from './laboratories/qualification.ts';
import { LICENCE_MODES, SITE_KINDS } from './party.ts';
import { LICENCE_STATES, LICENCE_STEPS } from './status/licence-state.ts';
import { PARTY_STATES, PARTY_STEPS } from './status/party-state.ts';

export const parties = pgTable('parties', {
  id: uuid().primaryKey(),
  uscc: text(),
  usccMissingReason: text(),
  name: text().notNull(),
  provinceCode: text().notNull(),
  divisionCode: text().notNull(),
  address: text(),
  state: text({ enum: PARTY_STATES }).notNull().default('active'),
  stateSince: timestamp({ withTimezone: true }),
  registeredAt: timestamp({ withTimezone: true }).notNull(),
  version: integer().notNull().default(1),
  warnings: text().array().notNull().default([]).$type<readonly string[]>(),
});

export const partyContacts = pgTable('party_contacts', {
  partyId: uuid().primaryKey(),
  contactName: text(),
  contactPhone: text(),
});

export const sites = pgTable('sites', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  kind: text({ enum: SITE_KINDS }).notNull(),
  name: text().notNull(),
  divisionCode: text().notNull(),
  address: text(),
  latitude: doublePrecision(),
  longitude: doublePrecision(),
  storageLimitGrams: bigint({ mode: 'number' }),
  storageLimitDays: integer(),
  registeredAt: timestamp({ withTimezone: true }).notNull(),
  version: integer().notNull().default(1),
  warnings: text().array().notNull().default([]).$type<readonly string[]>(),
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
  fileName: text(),
  fileSha256: text(),
  registeredAt: timestamp({ withTimezone: true }).notNull(),
  doublesId: uuid(),
  version: integer().notNull().default(1),
});

export const qualifications = pgTable('qualifications', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  kind: text({ enum: QUALIFICATION_KINDS }).notNull(),
  number: text().notNull(),
  validFrom: date({ mode: 'string' }).notNull(),
  validTo: date({ mode: 'string' }).notNull(),
  issuer: text().notNull(),
  registeredAt: timestamp({ withTimezone: true }).notNull(),
});

export const qualificationWithdrawals = pgTable('qualification_withdrawals', {
  qualificationId: uuid().primaryKey(),
  withdrawnOn: date({ mode: 'string' }).notNull(),
  reason: text().notNull(),
  recordedAt: timestamp({ withTimezone: true }).notNull(),
});

export const partyStates = pgTable(
  'party_states',
  {
    partyId: uuid().notNull(),
    number: integer().notNull(),
    step: text({ enum: PARTY_STEPS }).notNull(),
    fromState: text({ enum: PARTY_STATES }).notNull(),
    state: text({ enum: PARTY_STATES }).notNull(),
    reason: text(),
    actor: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.partyId, table.number] })],
);

export const licenceStates = pgTable(
  'licence_states',
  {
    licenceId: uuid().notNull(),
    number: integer().notNull(),
    step: text({ enum: LICENCE_STEPS }).notNull(),
    state: text({ enum: LICENCE_STATES }).notNull(),
    effectiveOn: date({ mode: 'string' }).notNull(),
    reason: text().notNull(),
    actor: text().notNull(),
    recordedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.licenceId, table.number] })],
);

export const vehicles = pgTable('vehicles', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  plate: text().notNull(),
  plateColor: text({ enum: PLATE_COLORS }),
  trailer: boolean().notNull(),
  permitNumber: text().notNull(),
  permitValidFrom: date({ mode: 'string' }).notNull(),
  permitValidTo: date({ mode: 'string' }).notNull(),
  registeredAt: timestamp({ withTimezone: true }).notNull(),
  version: integer().notNull().default(1),
  doublesId: uuid(),
});

export const imports = pgTable('imports', {
  id: uuid().primaryKey(),
  kind: text({ enum: IMPORT_KINDS }).notNull(),
  mode: text({ enum: ['all', 'rows'] }).notNull(),
  dryRun: boolean().notNull(),
  actor: jsonb().$type<Actor>().notNull(),
  header: jsonb().$type<StoredHeader>().notNull(),
  form: jsonb().$type<FormFindings>().notNull(),
  rowsTotal: integer().notNull(),
  state: text({ enum: IMPORT_STATES }).notNull().default('waiting'),
  applied: boolean().notNull().default(false),
  attempts: integer().notNull().default(0),
  createdAt: timestamp({ withTimezone: true }).notNull(),
  touchedAt: timestamp({ withTimezone: true }).notNull(),
  finishedAt: timestamp({ withTimezone: true }),
});

export const importParts = pgTable(
  'import_parts',
  {
    importId: uuid().notNull(),
    number: integer().notNull(),
    rows: jsonb().$type<readonly Candidate<Rows[ImportKind]>[]>(),
    findings: jsonb().$type<PartFindings>(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.number] })],
);

export const registerChanges = pgTable('register_changes', {
  id: uuid().primaryKey(),
  kind: text().$type<RegisteredKind>().notNull(),
  recordId: uuid().notNull(),
  partyId: uuid(),
  version: integer().notNull(),
  reason: text().notNull(),
  before: jsonb().$type<Members>().notNull(),
  after: jsonb().$type<Members>().notNull(),
  affected: jsonb().$type<readonly Affected[]>().notNull(),
  unlisted: jsonb().$type<readonly Unlisted[]>(),
  actor: text().notNull(),
  recordedAt: timestamp({ withTimezone: true }).notNull(),
});
