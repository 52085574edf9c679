import { bigint, date, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { DecisionDocument } from './decisions/approval.ts';

const instant = () => timestamp({ withTimezone: true });
const day = () => date({ mode: 'string' });
const grams = () => bigint({ mode: 'number' });

export const approvals = pgTable('approvals', {
  id: uuid().primaryKey(),
  number: text().notNull(),
  originProvince: text().notNull(),
  destinationProvince: text().notNull(),
  consignorId: uuid().notNull(),
  receiverId: uuid().notNull(),
  receiverLicence: text().notNull(),
  treatmentMethods: text().array().notNull(),
  decidedOn: day().notNull(),
  requestedUntil: day().notNull(),
  validFrom: day().notNull(),
  validTo: day().notNull(),
  legalBasis: text().notNull(),
  documents: jsonb().$type<readonly DecisionDocument[]>().notNull(),
  recordedAt: instant().notNull(),
});

export const approvalQuantities = pgTable(
  'approval_quantities',
  {
    approvalId: uuid().notNull(),
    wasteCode: text().notNull(),
    approvedGrams: grams().notNull(),
    usedGrams: grams().notNull().default(0),
    withdrawnOn: day(),
  },
  (table) => [primaryKey({ columns: [table.approvalId, table.wasteCode] })],
);

export const approvalWithdrawals = pgTable('approval_withdrawals', {
  approvalId: uuid().primaryKey(),
  withdrawnOn: day().notNull(),
  reason: text().notNull(),
  recordedAt: instant().notNull(),
});

export const transferExemptions = pgTable('transfer_exemptions', {
  id: uuid().primaryKey(),
  grantedBy: text().notNull(),
  wasteCodes: text().array().notNull(),
  receivers: text().array().notNull(),
  originProvince: text(),
  destinationProvince: text(),
  validFrom: day().notNull(),
  validTo: day(),
  recordedAt: instant().notNull(),
});

export const transferExemptionEnds = pgTable('transfer_exemption_ends', {
  exemptionId: uuid().primaryKey(),
  endedOn: day().notNull(),
  reason: text().notNull(),
  recordedAt: instant().notNull(),
});

export const transferCovers = pgTable('transfer_covers', {
  /** Identifier of the manifest. */
  id: uuid().primaryKey(),
  approvalId: uuid(),
  exemptionId: uuid(),
  consignorId: uuid().notNull(),
  receiverId: uuid().notNull(),
  originProvince: text().notNull(),
  destinationProvince: text().notNull(),
  wasteCode: text().notNull(),
  handedOverGrams: grams().notNull(),
  countedGrams: grams().notNull(),
  handedOverOn: day().notNull(),
  recordedAt: instant().notNull(),
  settledAt: instant(),
});
