/**
 * The store of files: bytes under their SHA-256, in a folder or in object storage. It knows no record; the feature `files`
 * decides what is stored and who reads it.
 */
import type { Readable } from 'node:stream';
import type { Incoming } from './incoming.ts';

/** The place of the bytes. Each form of it passes the same tests. */
export type BytePlace = {
  /** Keeps the bytes of a received file durably under its hash, in the place of those that are there. */
  readonly keep: (incoming: Incoming) => Promise<void>;
  /** Returns the bytes under a hash as they are there; undefined when they are gone. */
  readonly open: (sha256: string) => Promise<Readable | undefined>;
  /** Removes the bytes under a hash, if there are any. */
  readonly remove: (sha256: string) => Promise<void>;
};

/** Bytes under a hash that are read: whole and equal to the hash, changed, or gone. */
export type Found =
  | { readonly state: 'whole'; readonly bytes: Readable; readonly sizeBytes: number }
  | { readonly state: 'changed' | 'gone' };

/** The verdict of a scanner about a file; `threat` is its name for what it found. */
export type Verdict = { readonly infected: false } | { readonly infected: true; readonly threat: string };

export type FileStore = {
  /** Receives a file into a temporary place. @throws FileTooLarge, FileCutOff */
  readonly receive: (body: Readable, limitBytes: number) => Promise<Incoming>;
  /** Looks for threats in a received file. Without a scanner, none is found. @throws FileStoreOutage */
  readonly scan: (incoming: Incoming) => Promise<Verdict>;
  /** Keeps a received file durably. @throws FileStoreOutage */
  readonly keep: (incoming: Incoming) => Promise<void>;
  /** Reads bytes and compares them with their hash before the first of them is given out. @throws FileStoreOutage */
  readonly find: (sha256: string) => Promise<Found>;
  /** @throws FileStoreOutage */
  readonly remove: (sha256: string) => Promise<void>;
};

/** Returns the name of the bytes under a hash: a folder for each of its first two digits keeps folders small. */
export const nameOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`;
