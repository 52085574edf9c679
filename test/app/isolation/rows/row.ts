/** Rows of the walk: expectations of a route. */
import type { Scope } from '../../../../src/core/access/scopes.ts';
import type { Noun } from '../records.ts';
import type { Scene } from '../scene.ts';

export type Route = `${'GET' | 'POST' | 'PATCH'} /${string}`;

type Guarded = { readonly route: Route; readonly scope: Scope };

/** Answers one record by its id: the record, or what is answered for an id that does not exist. */
export type OneRow = Guarded & {
  readonly kind: 'one';
  readonly noun: Noun;
  /** The address of a record, which may name its organisation. */
  readonly url: (id: string, partyId: string) => string;
  /** Status for a record that the caller sees; 200 when it is absent. */
  readonly answers?: 409;
  /** Batches of others may be named by their id, and by nothing else. */
  readonly namesBatches?: true;
};

/** Answers a list of all records that the caller sees. */
export type ListRow = Guarded & {
  readonly kind: 'list';
  readonly noun: Noun;
  readonly url: string;
  /** The field that holds the id of what is listed. */
  readonly idIn: string;
  /** Filters, each with the field of a record that it is about. */
  readonly filters: Readonly<Record<string, string>>;
};

/** Changes one record by its id. `body` is never acceptable, so that nothing changes for those who may. */
export type StepRow = Guarded & {
  readonly kind: 'step';
  readonly noun: Noun;
  /** The address of a record, which may name its organisation. */
  readonly url: (id: string, partyId: string) => string;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Field values of the records that it cannot change. */
  readonly only?: Readonly<Record<string, string>>;
  /** Problem code of an unknown record. */
  readonly missing: string;
};

type Body = Record<string, unknown>;

/** A place in a body that names a record. */
export type Slot = {
  readonly name: string;
  readonly put: (body: Body, id: string) => Body;
  /** Records of others that are put there. */
  readonly others: (scene: Scene) => readonly string[];
};

/** Makes a record out of a body that names others. */
type MakeRow = Guarded & {
  readonly kind: 'make';
  readonly url: (scene: Scene) => string | Promise<string>;
  /** Accepted as it is from the manager of the own enterprise. */
  readonly body: (scene: Scene) => Promise<Body>;
  /** Sent in the place of a body of JSON. */
  readonly text?: { readonly body: string; readonly headers: Readonly<Record<string, string>> };
  readonly slots: readonly Slot[];
};

type Shared = Guarded & { readonly url: (scene: Scene) => string };

/** The open register: every admitted caller sees the same. */
export type RegisterRow = Shared & { readonly kind: 'register' };

/** A route for authorities of the whole province alone, which see all of it. */
export type AuthorityRow = Shared & { readonly kind: 'authority' };

/** Adds up what the caller sees. */
type FigureRow = Guarded & { readonly kind: 'figure'; readonly url: string };

/** Needs no token, with the reason why it reveals nothing. */
export type OpenRow = { readonly route: Route; readonly kind: 'open'; readonly why: string };

export type GuardedRow = OneRow | ListRow | StepRow | MakeRow | RegisterRow | AuthorityRow | FigureRow;
export type Row = GuardedRow | OpenRow;
