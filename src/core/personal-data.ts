/**
 * Personal data in answers: the fields that hold it, and the readers that see each field in clear. Documents, their
 * digests and the journal keep the original values as evidence. Only answers to users are masked (Personal Information
 * Protection Law, Art 6: no more than the purpose needs).
 */

import { isServiceSubject } from './actor.ts';
import { maskPhone, maskWithin } from './free-text.ts';

/**
 * Kind of records that a route returns; it decides how a caller relates to them. `holding`: batches, supplies, stock
 * counts and everything else that one organisation keeps.
 */
export type PersonalRecords = 'manifest' | 'party' | 'person' | 'holding' | 'delivery' | 'journal';

/**
 * Readers that see a field in clear: the organisation the person works for, and the three parties of the manifest that
 * names the person. An authority with `personal:read` also does when it states a purpose; the journal records that reading.
 */
export type PersonalReader = 'own-organisation' | 'manifest-parties' | 'authority';

type PersonalField = { readonly mask: (clear: string) => string | null; readonly clearTo: readonly PersonalReader[] };

/** The table of personal fields. A field of this name is masked at any depth. */
export const PERSONAL_FIELDS: Readonly<Record<string, PersonalField | undefined>> = {
  driver: { mask: maskName, clearTo: ['manifest-parties', 'authority'] },
  driverName: { mask: maskName, clearTo: ['manifest-parties', 'own-organisation', 'authority'] },
  driverPhone: { mask: maskPhone, clearTo: ['manifest-parties', 'own-organisation', 'authority'] },
  contactName: { mask: maskName, clearTo: ['own-organisation', 'authority'] },
  contactPhone: { mask: maskPhone, clearTo: ['own-organisation', 'authority'] },
  personName: { mask: maskName, clearTo: ['own-organisation', 'authority'] },
  personPhone: { mask: maskPhone, clearTo: ['own-organisation', 'authority'] },
  countedBy: { mask: maskName, clearTo: ['own-organisation', 'authority'] },
  // The actor, where an answer shows only the subject of the token.
  actor: { mask: maskSubject, clearTo: ['own-organisation', 'authority'] },
  // A signed message carries the whole manifest and cannot be masked without breaking its signature.
  envelope: { mask: () => null, clearTo: ['authority'] },
};

/** The actor, where an answer shows its subject, organisation and source. */
const ACTING: PersonalField = { mask: maskSubject, clearTo: ['own-organisation', 'authority'] };

/**
 * Fields of free text. Telephone and identity numbers are masked within them. Names are not, because nothing separates
 * them from other words.
 */
export const FREE_TEXT: ReadonlySet<string> = new Set([
  ...['reason', 'remarks', 'purpose', 'usccMissingReason', 'supplierName', 'receiverName'],
]);
const WITHIN: PersonalField = { mask: maskWithin, clearTo: ['manifest-parties', 'own-organisation', 'authority'] };

function fieldOf(key: string, record: Record<string, unknown>): PersonalField | undefined {
  if (Object.hasOwn(PERSONAL_FIELDS, key)) return PERSONAL_FIELDS[key];
  if (FREE_TEXT.has(key)) return WITHIN;
  return key === 'subject' && typeof record.source === 'string' ? ACTING : undefined;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The subject of a token. UUIDs (clients and people registered here) and names of this service's own processes identify
 * no person and are shown. Any other value may be a name and is masked.
 */
function maskSubject(subject: string): string {
  return UUID.test(subject) || isServiceSubject(subject) ? subject : maskName(subject);
}

/** Masks a name: its first character remains, such as 张*. The length of the rest stays hidden. */
export function maskName(name: string): string {
  const [first = ''] = name.trim();
  return `${first}*`;
}

/** The view of one caller: its organisation or purpose, and the kind of records that it reads. */
export type PersonalView = {
  readonly records: PersonalRecords;
  /** The organisation of the token; absent for authorities. */
  readonly partyId?: string | undefined;
  /** True for an authority that may read personal data and has stated its purpose. */
  readonly purposeStated: boolean;
};

/** Result of masking a value: its masked fields, its fields left in clear, and the records that hold the fields in clear. */
export type Masking = {
  readonly value: unknown;
  readonly masked: ReadonlySet<string>;
  readonly clear: ReadonlySet<string>;
  readonly records: ReadonlySet<string>;
};

/** The record around a value: its name, and the organisation that holds it and what is inside without an id of its own. */
type Outer = { readonly owner: string | undefined; readonly holder: unknown };

/** Masks the fields that the view does not need, at any depth, in a copy. The value itself is not changed. */
export function maskFields(value: unknown, view: PersonalView): Masking {
  const seen = { masked: new Set<string>(), clear: new Set<string>(), records: new Set<string>() };
  const walk = (one: unknown, outer: Outer): unknown => {
    if (typeof one !== 'object' || one === null || one instanceof Date) return one;
    if (Array.isArray(one))
      return copied(
        one,
        one.map((item) => walk(item, outer)),
      );
    return walkRecord(one as Record<string, unknown>, outer);
  };
  const walkRecord = (record: Record<string, unknown>, outer: Outer): unknown => {
    const owner = nameOf(record) ?? outer.owner;
    const holder = record.partyId ?? record.id ?? outer.holder;
    let copy: Record<string, unknown> | undefined;
    for (const key of Object.keys(record)) {
      const content = record[key];
      const field = typeof content === 'string' ? fieldOf(key, record) : undefined;
      const shown = field === undefined ? walk(content, { owner, holder }) : field.mask(String(content));
      if (shown === content) continue;
      const name = field === ACTING ? 'actor' : key;
      if (field !== undefined && isClear(field, holder, view)) {
        seen.clear.add(name);
        if (owner !== undefined) seen.records.add(owner);
        continue;
      }
      if (field !== undefined) seen.masked.add(name);
      copy ??= { ...record };
      copy[key] = shown;
    }
    return copy ?? record;
  };
  return { value: walk(value, { owner: undefined, holder: undefined }), ...seen };
}

const copied = (before: readonly unknown[], after: readonly unknown[]): readonly unknown[] =>
  after.every((item, at) => item === before[at]) ? before : after;

function isClear({ clearTo }: PersonalField, holder: unknown, view: PersonalView): boolean {
  const { records, partyId, purposeStated } = view;
  if (partyId === undefined) return purposeStated && clearTo.includes('authority');
  // An organisation is shown only manifests that name it.
  if (records === 'manifest' && clearTo.includes('manifest-parties')) return true;
  return clearTo.includes('own-organisation') && holder === partyId;
}

/** Returns the name of a record for the journal: its subject, or its id. */
function nameOf({ subject, hash, id }: Record<string, unknown>): string | undefined {
  if (typeof subject === 'string' && typeof hash === 'string') return subject;
  return typeof id === 'string' ? id : undefined;
}
