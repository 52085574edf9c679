/**
 * Loads of batteries on manifests: those that came, by their decided lines, and those that were sent on, by what became of
 * them. The grams of a load are divided among terms and add up to the load.
 */
import { type AppliedContent, type LeadRecord, NO_CONTENT } from '../lead-records.ts';

/** A line of a manifest on which the enterprise decided as receiver, or the sum of several that count alike. */
export type DecidedLine = {
  /** The manifest; of a sum one of them. */
  readonly manifestId: string;
  readonly line: number;
  readonly wasteCode: string;
  readonly receivedBatchId: string | null;
  /** Kind of battery; null for a line of other waste, also under the waste code of batteries. */
  readonly batteryKind: string | null;
  readonly treatmentMethod: string | null;
  readonly acceptedGrams: number;
  /** Mass that left the consignor, and was neither accepted nor came back or waits to come back. */
  readonly missingGrams: number;
  readonly refusedGrams: number;
  /** Lines with an accepted, a missing and a refused mass. */
  readonly accepted: number;
  readonly missing: number;
  readonly refused: number;
  readonly decidedAt: Date;
};

export type LineRules = {
  readonly batteryWasteCode: string;
  /** First letters of the treatment methods by which batteries are disposed of and not recycled. */
  readonly disposalMethods: readonly string[];
  /** True when the consignor is the receiver, and sent the load from a site outside the boundary. */
  readonly fromOwnSite: boolean;
};

/**
 * Makes the records of a line. Accepted batteries are received, and other waste (residues, paste, production scrap of battery
 * makers) is other feed. What is accepted for disposal is neither. What was refused is not counted. On a load from a site of its own, the
 * enterprise weighs both ends: what the second weighing misses is received as well, and lost. What another organisation sent
 * and the enterprise did not accept is in no term, and a finding shows it.
 */
export function recordsOfLine(decided: DecidedLine, content: AppliedContent, rules: LineRules): LeadRecord[] {
  const { acceptedGrams, missingGrams, refusedGrams } = decided;
  const id = `manifest:${decided.manifestId}/${decided.line}`;
  const term = acceptedTermOf(decided, rules);
  // A year has many lines: a record is written out, because joining objects takes many times as long.
  const recordOf = (
    of: Pick<LeadRecord, 'id' | 'term' | 'kind' | 'massGrams' | 'summed'>,
    by = content,
  ): LeadRecord => {
    const record = {
      id: of.id,
      term: of.term,
      kind: of.kind,
      massGrams: of.massGrams,
      subject: `manifest:${decided.manifestId}`,
      batchId: decided.receivedBatchId,
      material: decided.wasteCode,
      sign: 1 as const,
      ppm: by.ppm,
      moisturePpm: by.moisturePpm,
      basis: by.basis,
      assayId: by.assayId,
      occurredAt: decided.decidedAt,
    };
    if (of.summed !== undefined && of.summed > 1) Object.assign(record, { summed: of.summed });
    return by.scatterPpm === undefined ? record : Object.assign(record, { scatterPpm: by.scatterPpm });
  };
  const records: LeadRecord[] = [];
  if (acceptedGrams > 0) {
    const kind = rules.fromOwnSite ? 'own_line' : 'manifest_line';
    records.push(recordOf({ id, term, kind, massGrams: acceptedGrams, summed: decided.accepted }));
  }
  if (term !== 'for_disposal' && missingGrams > 0) {
    const kind = 'line_difference';
    const missing = { id: `${id}/missing`, kind, massGrams: missingGrams, summed: decided.missing } as const;
    if (rules.fromOwnSite) {
      records.push(recordOf({ ...missing, term }), recordOf({ ...missing, id: `${id}/lost`, term: 'loss_weighing' }));
    } else {
      records.push(recordOf({ ...missing, term: 'not_received' }));
    }
  }
  if (refusedGrams > 0) {
    const refused = {
      id: `${id}/refused`,
      term: 'not_counted',
      kind: 'refused_line',
      massGrams: refusedGrams,
      summed: decided.refused,
    } as const;
    records.push(recordOf(refused, NO_CONTENT));
  }
  return records;
}

function acceptedTermOf(
  { wasteCode, batteryKind, treatmentMethod }: DecidedLine,
  { batteryWasteCode, disposalMethods }: LineRules,
) {
  if (disposalMethods.some((first) => treatmentMethod?.startsWith(first))) return 'for_disposal';
  return wasteCode === batteryWasteCode && batteryKind !== null ? 'received' : 'other_feed';
}

/** The fate of a load of batteries that left a recycling site. */
export type LoadFate = {
  /** Accepted by the receiver, or back at the consignor. */
  readonly settledGrams: number;
  /** Under way, or refused and not back. */
  readonly openGrams: number;
};

/**
 * Divides the record of a load that was sent on. It leaves the balance at the mass that was accepted or came back. What the
 * weighing missed is a loss. What is not decided stays available until it is. A surplus was never in this balance.
 */
export function dividedLoad(record: LeadRecord, { settledGrams, openGrams }: LoadFate): LeadRecord[] {
  const open = Math.min(record.massGrams, openGrams);
  const settled = Math.min(record.massGrams - open, settledGrams);
  const parts: LeadRecord[] = [
    { ...record, massGrams: settled },
    {
      ...record,
      ...{ id: `${record.id}/missing`, term: 'loss_weighing', kind: 'load_difference' },
      massGrams: record.massGrams - open - settled,
    },
    { ...record, id: `${record.id}/under-way`, term: 'under_way', kind: 'load_under_way', massGrams: open },
  ];
  return parts.filter(({ massGrams }) => massGrams > 0);
}
