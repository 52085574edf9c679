import { bigint, customType, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

export const secondFactors = pgTable('identity_second_factors', {
  personId: uuid().primaryKey(),
  encrypted: bytea(),
  lastStep: bigint({ mode: 'number' }).notNull(),
  recoveryHashes: text().array().notNull().$type<readonly string[]>(),
  enrolledAt: timestamp({ withTimezone: true }).notNull(),
});
