/** Errors of the masses besides lead: of the scale, and of the share that counts. */
import {
  isContentBasis,
  type RecordError,
  type Source,
  scaleOf,
  type Uncertainties,
} from '../../uncertainty/uncertainty.ts';

export function scaleErrorOf(kind: string, picograms: bigint, { scales }: Pick<Uncertainties, 'scales'>): RecordError {
  const scale = scaleOf({ kind });
  return {
    source: { key: `scale/${scale}`, kind: 'scale', scale },
    picograms: (Number(picograms) * scales[scale]) / 10_000,
  };
}

type KnownShare = {
  readonly basis: string;
  readonly assayId: string | null;
  /** Names the thing whose share was assumed: records of one such thing share its error. */
  readonly subject: string;
};

/**
 * Returns the error of a share by an assay or an assumption; none for a share that is exact, such as by stoichiometry.
 * @param perMillionth mass that one millionth of the share is, picograms with sign
 */
export function contentErrorOf(
  { basis, assayId, subject }: KnownShare,
  perMillionth: number,
  { contents }: Pick<Uncertainties, 'contents'>,
): RecordError[] {
  if (basis === 'none') return [];
  // One analysis of a material covers all batches of it, as that of a supplier class does.
  const known = basis === 'material' ? 'supplier_class' : basis;
  const ppm = contents.other[isContentBasis(known) ? known : 'declared_default'];
  const source: Source =
    assayId === null
      ? { key: `assumption/${subject}`, kind: 'assumption', subject }
      : { key: `assay/${assayId}`, kind: 'assay', assayId };
  return [{ source, picograms: perMillionth * ppm }];
}
