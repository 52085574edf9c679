/**
 * Outages (系统停机): times in which a system could not be used, as the authority declared them. Only then may a load travel on paper
 * (Order 23, Art 20).
 */
import { outageProblem } from './problems.ts';

/** The systems that may be out of use: without either of them no electronic manifest can be filled in. */
export const OUTAGE_SYSTEMS = ['national', 'provincial'] as const;
export type OutageSystem = (typeof OUTAGE_SYSTEMS)[number];

export type Outage = {
  readonly id: string;
  readonly system: OutageSystem;
  /** The province (2 digits) or the city (4 digits) that it concerns. */
  readonly divisionCode: string;
  readonly startedAt: Date;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly ending: OutageEnding | null;
};

export type OutageEnding = { readonly endedAt: Date; readonly remarks: string | null; readonly recordedAt: Date };

/** Refuses an outage of another province. @throws Problem `outage-elsewhere` */
export function refuseOtherProvince({ divisionCode }: Pick<Outage, 'divisionCode'>, province: string): void {
  if (divisionCode.startsWith(province)) return;
  throw outageProblem('outage-elsewhere', { divisionCode, province, pointer: '#/body/divisionCode' });
}

/**
 * Refuses an end before the start, or a second one.
 * @throws Problem `outage-ended`, `outage-end-early`
 */
export function refuseOutageEnd({ id, startedAt, ending }: Outage, endedAt: Date): void {
  if (ending !== null) {
    throw outageProblem('outage-ended', { id, endedAt: ending.endedAt.toISOString(), pointer: '#/params/id' });
  }
  if (endedAt > startedAt) return;
  const instants = { endedAt: endedAt.toISOString(), startedAt: startedAt.toISOString() };
  throw outageProblem('outage-end-early', { ...instants, pointer: '#/body/endedAt' });
}
