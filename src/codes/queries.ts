/** Reads code tables as of a day. */
import { z } from 'zod';
import type { Reader } from '../platform/database/db.ts';
import { type Page, readCursor, toPage } from '../platform/http/index.ts';
import { divisionsOn, type LawShapes, lawRowOn, NamedCodesShape, wasteKindsOn } from '../platform/law/index.ts';
import { CALENDAR_SHAPES } from './calendar/law-schemas.ts';
import { CODE_LISTS, type Code, type CodeKind, LAW_KEYS } from './code.ts';
import type { CodeQuery } from './schemas.ts';

type CodeListQuery = Omit<z.infer<typeof CodeQuery>, 'on'> & { readonly kind: CodeKind; readonly on: string };

/** Shapes of the lists of codes in the law that no other feature gives a shape to, and of the work calendar. */
export const LAW_SHAPES: LawShapes = {
  ...Object.fromEntries(Object.values(CODE_LISTS).map((key) => [key, NamedCodesShape])),
  ...CALENDAR_SHAPES,
};

/** Lists the codes of a kind in their order. A list that was not in force on the day is empty. */
export async function listCodes(db: Reader, { kind, on, limit, cursor }: CodeListQuery): Promise<Page<Code>> {
  const after = readCursor(cursor, z.string().max(60)) ?? '';
  const codes = await codesAfter(db, kind, { day: on, after, limit: limit + 1 });
  return toPage(
    codes,
    limit,
    ({ code }) => code,
    (code) => code,
  );
}

async function codesAfter(
  db: Reader,
  kind: CodeKind,
  place: { readonly day: string; readonly after: string; readonly limit: number },
): Promise<Code[]> {
  if (kind === 'divisions') {
    const rows = await divisionsOn(db, place);
    return rows.map(({ name, level, parent, ...row }) => ({ ...row, zh: name, en: null, details: { level, parent } }));
  }
  if (kind === 'waste-codes') {
    const rows = await wasteKindsOn(db, place);
    return rows.map(({ name, category, hazards, ...row }) => ({
      ...{ ...row, zh: name, en: null, details: { category, hazards } },
    }));
  }
  const { day, after, limit } = place;
  const row = await lawRowOn(db, LAW_KEYS[kind], day, NamedCodesShape);
  if (!row) return [];
  const { value, validFrom, validTo, source, confidence } = row;
  return value
    .map(({ code, zh, en, ...details }) => ({ code, zh, en, details, validFrom, validTo, source, confidence }))
    .toSorted((a, b) => compare(a.code, b.code))
    .filter(({ code }) => compare(code, after) > 0)
    .slice(0, limit);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
