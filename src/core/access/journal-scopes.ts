/** Scopes that show entries of the journal, by their noun: a reader of the journal sees no more than by other routes. */
import type { Actor } from '../actor.ts';
import type { Scope } from './scopes.ts';
import { reachOf } from './visibility.ts';

/**
 * Scopes by the noun of a kind, the part before its full stop; one of them suffices. The law is public for everyone who
 * may read the journal.
 */
export const JOURNAL_SCOPES = {
  analysis: ['recycling:read'],
  approval: ['approvals:read'],
  assay: ['recycling:read'],
  assessment: ['assessments:read'],
  batch: ['batches:read'],
  client: ['clients:write', 'people:read'],
  deadline: ['manifests:read'],
  delivery: ['exchange:read'],
  'dioxin-measurement': ['recycling:read'],
  disposition: ['recycling:read'],
  division: ['journal:read'],
  emission: ['recycling:read'],
  exemption: ['approvals:read'],
  file: ['files:read'],
  law: ['journal:read'],
  licence: ['parties:read'],
  manifest: ['manifests:read'],
  number: ['exchange:read'],
  outage: ['manifests:read'],
  'paper-number': ['manifests:read'],
  partner: ['exchange:read'],
  party: ['parties:read'],
  person: ['people:read'],
  'personal-data': ['personal:read'],
  qualification: ['parties:read'],
  register: ['parties:read'],
  run: ['recycling:read'],
  'run-feed': ['recycling:read'],
  'run-output': ['recycling:read'],
  site: ['parties:read'],
  stock: ['recycling:read'],
  'stock-adjustment': ['recycling:read'],
  supply: ['recycling:read'],
  vehicle: ['parties:read'],
  'waste-code': ['journal:read'],
} as const satisfies Readonly<Record<string, readonly Scope[]>>;

type Noun = keyof typeof JOURNAL_SCOPES;

/** Kind of a journal entry. A kind with a new noun needs its scope in the table. */
export type JournalKind = `${Noun}.${string}`;

/** Returns true when the token and its roles allow the entries of this kind. A kind without a scope is never shown. */
export function mayReadKind(actor: Pick<Actor, 'roles' | 'scopes' | 'partyId' | 'division'>, kind: string): boolean {
  const noun = kind.slice(0, kind.indexOf('.'));
  const scopes: readonly Scope[] = isNoun(noun) ? JOURNAL_SCOPES[noun] : [];
  return scopes.some((scope) => actor.scopes.includes(scope) && reachOf(actor, scope) === 'all');
}

const isNoun = (noun: string): noun is Noun => Object.hasOwn(JOURNAL_SCOPES, noun);
