/** Use case: reading with which lead content batteries came, wherever they are now. */
import { listOriginsOf, type Origin } from '../../manifests/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { type Assay, listContents, listMadeOf, listOwnContents } from '../../recycling/index.ts';
import { contentOf, contentOfMade } from '../assays/content.ts';
import type { EvidenceLaw } from '../assays/evidence.ts';
import { type AppliedContent, NO_CONTENT } from '../lead-records.ts';
import type { Period } from '../periods/period.ts';
import type { TermRules } from './findings.ts';
import { type ContentPart, joinedParts, onlyContent } from './origin.ts';

/** The enterprise, period, law and assays for which records are read. */
export type Reading = {
  readonly db: Reader;
  readonly partyId: string;
  readonly period: Period;
  readonly rules: TermRules & { readonly evidence: Pick<EvidenceLaw, 'graceDays'> };
  /** Assays of supplier classes and declared defaults, latest first. */
  readonly general: readonly Assay[];
};

/** The lead contents with which batteries came, with their shares by mass. */
export type OriginContent = { readonly parts: readonly ContentPart[] };

/**
 * Reads the origins of batches of batteries with their lead contents: those of the batches as which they came, in proportion
 * to their masses. So an assay of a part, or of what was merged, takes no other lead out of the balance than came in.
 */
export async function readOriginContents(
  { db, rules, general }: Reading,
  batchIds: readonly string[],
): Promise<ReadonlyMap<string, Origin & OriginContent>> {
  const origins = await listOriginsOf(db, batchIds, rules.disposalMethods);
  const beginnings = [...origins.values()].flatMap((origin) => origin.beginnings.map(({ batchId }) => batchId));
  const contents = await listOwnContents(db, beginnings);
  return new Map(
    [...origins].map(([batchId, origin]) => {
      const parts = origin.beginnings.map(({ batchId: id, supplierId, batteryKind, at, share }): ContentPart => {
        return {
          share,
          content: contentOf({ own: contents.get(id), supplierId, batteryKind }, general, at, rules.evidence.graceDays),
        };
      });
      return [batchId, { ...origin, parts: joinedParts(parts) }];
    }),
  );
}

/** Reads the lead contents of batches other than batteries, wherever they are now. One that is missing has none. */
export const readMadeContents = async (
  reading: Reading,
  batchIds: readonly string[],
): Promise<ReadonlyMap<string, AppliedContent>> =>
  readOtherContents(reading, batchIds, await listContents(reading.db, batchIds));

/**
 * Reads the lead contents of batches other than batteries by their own assays, their runs and materials.
 * @param own contents by own assays; a batch that is not in it has none
 */
export async function readOtherContents(
  { db, rules, general }: Reading,
  batchIds: readonly string[],
  own: Awaited<ReturnType<typeof listContents>>,
): Promise<ReadonlyMap<string, AppliedContent>> {
  const made = new Map((await listMadeOf(db, batchIds)).map((one) => [one.batchId, one]));
  return new Map(
    batchIds.map((id) => {
      const query = { own: own.get(id), made: made.get(id) };
      return [id, contentOfMade(query, general, rules.evidence.graceDays)];
    }),
  );
}

/** A batch whose origin is unknown: it counts as if it came without a manifest and without a lead content. */
export const UNKNOWN_ORIGIN: Origin & OriginContent = {
  ...{ withoutManifest: true, forDisposal: false, beginnings: [] },
  parts: onlyContent(NO_CONTENT),
};
