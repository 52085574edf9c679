import { customType, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const instant = () => timestamp({ withTimezone: true });
const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** Sessions, codes, grants and refresh tokens. `model` is the library's name for the kind of record. */
export const states = pgTable(
  'oidc_states',
  {
    model: text().notNull(),
    id: text().notNull(),
    encrypted: bytea().notNull(),
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

/** Names of assertions and proofs that may be used once. `kind` says which check they passed. */
export const usedNames = pgTable(
  'oidc_records',
  {
    kind: text('model').$type<'Proof' | 'ReplayDetection'>().notNull(),
    name: text('id').notNull(),
    payload: jsonb().$type<object>().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.name] })],
);
