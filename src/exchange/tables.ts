import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { DELIVERY_STATES, type Delivery } from './deliveries/delivery.ts';
import { OUTCOMES, type Refusal } from './messages/message.ts';
import { CLASH_REASONS } from './numbers/clash.ts';
import { PARTNER_KINDS, type PartnerKey } from './partners/partner.ts';

const instant = () => timestamp({ withTimezone: true });

export const partners = pgTable('exchange_partners', {
  code: text().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: PARTNER_KINDS }).notNull(),
  baseUrl: text().notNull(),
  keys: jsonb().$type<readonly PartnerKey[]>().notNull(),
  sandbox: boolean().notNull().default(false),
  stopped: boolean().notNull().default(false),
  registeredAt: instant().notNull(),
  leaseToken: bigint({ mode: 'number' }).notNull().default(0),
  leaseUntil: instant(),
  failures: integer().notNull().default(0),
  failingSince: instant(),
  nextAttemptAt: instant(),
  lastError: text(),
  sent: bigint({ mode: 'number' }).notNull().default(0),
  retried: bigint({ mode: 'number' }).notNull().default(0),
  acknowledged: bigint({ mode: 'number' }).notNull().default(0),
});

export const deliveries = pgTable('exchange_deliveries', {
  id: uuid().primaryKey(),
  partnerCode: text().notNull(),
  entryIndex: bigint({ mode: 'number' }).notNull(),
  kind: text().$type<Delivery['kind']>().notNull(),
  manifestId: uuid().notNull(),
  manifestVersion: integer().notNull(),
  message: text().notNull(),
  envelope: text(),
  state: text({ enum: DELIVERY_STATES }).notNull().default('due'),
  attempts: integer().notNull().default(0),
  nextAttemptAt: instant().notNull(),
  outcome: text({ enum: OUTCOMES }),
  problem: jsonb().$type<Refusal>(),
  digest: text(),
  receipt: text(),
  replaces: uuid(),
  createdAt: instant().notNull(),
  sentAt: instant(),
  settledAt: instant(),
});

export const inbox = pgTable(
  'exchange_inbox',
  {
    sender: text().notNull(),
    messageId: uuid().notNull(),
    envelope: text().notNull(),
    envelopeDigest: text().notNull(),
    kind: text(),
    manifestId: uuid(),
    manifestVersion: integer(),
    outcome: text({ enum: OUTCOMES }).notNull(),
    problem: jsonb().$type<Refusal>(),
    digest: text(),
    receivedAt: instant().notNull(),
    settledAt: instant(),
    receipt: text(),
  },
  (table) => [primaryKey({ columns: [table.sender, table.messageId] })],
);

export const numberClashes = pgTable('exchange_number_clashes', {
  id: uuid().primaryKey(),
  manifestId: uuid().notNull(),
  number: text().notNull(),
  source: text().notNull(),
  reason: text({ enum: CLASH_REASONS }).notNull(),
  heldNumber: text(),
  otherManifestId: uuid(),
  noticedAt: instant().notNull(),
  settledAt: instant(),
  remarks: text(),
});

export const numbers = pgTable('exchange_numbers', {
  manifestId: uuid().primaryKey(),
  number: text().notNull(),
  receivedAt: instant().notNull(),
  attempts: integer().notNull().default(0),
  nextAttemptAt: instant().notNull(),
  settledAt: instant(),
  problem: text(),
});
