/**
 * Registered data that may be changed, and the narrowest reach that may change each member. An organisation changes what
 * only describes it; what the rules judge by belongs to the authority that registers it.
 */
import type { Reach } from './roles.ts';

type Members = Readonly<Record<string, Extract<Reach, 'own' | 'all'>>>;

export const CHANGEABLE = {
  party: {
    ...{ uscc: 'all', usccMissingReason: 'all', name: 'all', divisionCode: 'all', address: 'all' },
    ...{ contactName: 'own', contactPhone: 'own' },
  },
  site: {
    ...{ kind: 'all', name: 'all', divisionCode: 'all', address: 'all', latitude: 'all', longitude: 'all' },
    ...{ storageLimitGrams: 'all', storageLimitDays: 'all' },
  },
  licence: {
    ...{ number: 'all', mode: 'all', wasteCodes: 'all', annualLimitGrams: 'all', validFrom: 'all', validTo: 'all' },
    ...{ issuer: 'all', fileName: 'all', fileSha256: 'all' },
  },
  // An organisation must not give itself a plate or a permit: steps of manifests are judged by them.
  vehicle: {
    ...{ plate: 'all', plateColor: 'own', trailer: 'own', permitNumber: 'own' },
    ...{ permitValidFrom: 'all', permitValidTo: 'all' },
  },
  person: { personName: 'own', personPhone: 'own', login: 'own' },
  client: { name: 'all', roles: 'all', scopes: 'all', redirectUris: 'all', dpopRequired: 'all' },
} as const satisfies Readonly<Record<string, Members>>;

/** Kinds of registered records. */
export type RegisteredKind = keyof typeof CHANGEABLE;

/** Returns the names of the members of a record that may be changed at all. */
export const changeableOf = (kind: RegisteredKind): readonly string[] => Object.keys(CHANGEABLE[kind]);

/** Returns those of some members that a reach may not change. */
export function reservedAmong(kind: RegisteredKind, members: readonly string[], reach: Reach | undefined): string[] {
  const table: Members = CHANGEABLE[kind];
  return members.filter((member) => reach !== 'all' && (reach !== 'own' || table[member] !== 'own'));
}
