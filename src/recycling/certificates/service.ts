/** Use cases: confirming the certificate of an assay or an analysis, by the laboratory that it names. */
import { type Actor, partyOf } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import { refuseOneHand } from '../../core/second-person.ts';
import { laboratoryProblem, requireActive, requireLaboratory } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import { asServiceInAny } from '../../platform/database/row-security.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, readRecorder, record } from '../../platform/journal/index.ts';
import type { SecondPersonDeps } from '../../platform/second-person.ts';
import { analysisProblem } from '../analyses/problems.ts';
import { recyclingProblem } from '../problems.ts';
import type { SampleKind } from '../samples/sampled.ts';
import type { PresentQuery, PresentSample } from '../samples/sampling.ts';
import { withOneSampled } from '../samples/service.ts';
import {
  type CertificateConfirmation,
  type Certified,
  judgeStatement,
  refuseOutOfOrder,
  type Statement,
  seenIn,
  statementOf,
  withMoisture,
} from './confirmation.ts';
import { certificateProblem } from './problems.ts';
import { findValidConfirmation, insertCertificateConfirmation, lockCertified } from './store.ts';

export type ConfirmCertificate = {
  readonly actor: Actor;
  readonly of: Pick<Certified, 'kind' | 'id'>;
  readonly statement: Statement;
  /** Tolerance of law between the mass that a laboratory saw and the recorded one. */
  readonly toleranceBasisPoints: number;
};

/** Reading of samples as the records of them are now. */
type SampleDeps = {
  readonly readPresentSamples: (
    tx: Tx,
    kind: SampleKind,
    statements: readonly PresentQuery[],
  ) => Promise<ReadonlyMap<string, PresentSample>>;
};

/**
 * Records what a laboratory states on a certificate. To confirm one it must be an external laboratory; to disown one, or to
 * withdraw a statement, it need not.
 * @throws Problem `assay-missing`, `analysis-missing`, `laboratory-not-named`, `laboratory-not-qualified`,
 *   `laboratory-not-independent`, `second-person-dependent`, and as `judgeStatement` and `refuseOutOfOrder`
 */
export async function confirmCertificate(
  tx: Tx,
  deps: Deps & SecondPersonDeps & SampleDeps,
  { actor, of, statement, toleranceBasisPoints }: ConfirmCertificate,
): Promise<CertificateConfirmation> {
  const recordedAt = deps.clock();
  const laboratoryId = partyOf(actor);
  await requireActive(tx, [{ id: laboratoryId }], recordedAt);
  const certified = await requireCertified(tx, laboratoryId, of);
  if (statement.answer === 'issued') await requireIndependent(tx, deps, actor, certified);
  refuseOutOfOrder(statement, await findValidConfirmation(tx, of));
  const { sampled } = await withOneSampled(tx, of.kind, certified);
  const { seenManifestNumber = null } = statement;
  const asked = { id: of.id, recordId: of.id, seenManifestNumber, statedAt: recordedAt };
  const present = (await deps.readPresentSamples(tx, of.kind, [asked])).get(of.id);
  const { manifestNumbers = [], fittingLoads = 0 } = present ?? {};
  const compared = { ...sampled, manifestNumbers, fittingLoads, toleranceBasisPoints };
  const { partyId } = certified;
  const confirmation: CertificateConfirmation = {
    ...{
      ...withMoisture(statement),
      ...seenIn(statement),
      ...judgeStatement(statement, certified, compared),
      id: deps.newId(),
      partyId,
      laboratoryId,
    },
    ...{ assayId: of.kind === 'assay' ? of.id : null, analysisId: of.kind === 'analysis' ? of.id : null },
    ...{ stated: statementOf(certified, compared), recordedAt },
  };
  await insertCertificateConfirmation(tx, confirmation);
  const { recordedAt: _, ...payload } = confirmation;
  // The payload names the recycler, so its kept figures are computed again.
  await record(tx, [fact(`${of.kind}.laboratory_answered`, `${of.kind}:${of.id}`, actor, recordedAt, payload)]);
  return confirmation;
}

/** Locks and reads the record; one of others that does not name the laboratory counts as missing. */
async function requireCertified(
  tx: Tx,
  laboratoryId: string,
  { kind, id }: ConfirmCertificate['of'],
): Promise<Certified> {
  const pointer = '#/params/id';
  const certified = await lockCertified(tx, kind, id);
  if (certified === undefined || ![certified.partyId, certified.laboratoryId].includes(laboratoryId)) {
    throw kind === 'assay'
      ? recyclingProblem('assay-missing', { id, pointer })
      : analysisProblem('analysis-missing', { id, pointer });
  }
  if (certified.laboratoryId !== laboratoryId) throw certificateProblem('laboratory-not-named', { id, pointer });
  return certified;
}

/** Requires that the laboratory is external, and that its account is not one of those who recorded the sample. */
async function requireIndependent(
  tx: Tx,
  { readPasswordGivers, clock }: Deps & SecondPersonDeps,
  { subject }: Actor,
  { kind, id, partyId, sampledAt, recordedAt, laboratoryId }: Certified,
): Promise<void> {
  const pointer = '#/params/id';
  if (laboratoryId === null) throw certificateProblem('laboratory-not-named', { id, pointer });
  const needed = { laboratoryId, partyId, sampledAt, actedOn: dayOf(clock()), pointer };
  const { name } = await requireLaboratory(tx, needed);
  const recorder = await asServiceInAny(tx, 'the journal has who recorded a sample', () =>
    readRecorder(tx, `${kind}:${id}`),
  );
  if (recorder === undefined) return;
  if (recorder === subject) throw laboratoryProblem('laboratory-not-independent', { name, laboratoryId, pointer });
  const accountOf = async (account: string) => ({
    subject: account,
    passwordGivers: await readPasswordGivers(tx, account, recordedAt),
  });
  refuseOneHand(await accountOf(recorder), await accountOf(subject));
}
