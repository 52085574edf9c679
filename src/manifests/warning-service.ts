/** What is asked of licences and vehicles when a load travels and when it is accepted. */
import { dayOf } from '../core/calendar.ts';
import { holdLicence, unregisteredAmong, vehiclesOf } from '../parties/index.ts';
import type { Tx } from '../platform/db.ts';
import type { Manifest } from './command.ts';
import { type CompleteStep, requireReceiverLicence } from './input-service.ts';
import { findScaleLaw } from './law-store.ts';
import { acceptedIn, judgeScale, yearOf } from './scale.ts';
import { sumAccepted } from './scale-store.ts';
import type { StepInputs } from './step.ts';
import type { Warning } from './warning.ts';

/**
 * What a step is warned of, judged on the day it was taken.
 * @throws Problem `vehicle-permit-expired`, `licence-missing`, `licence-suspended`, `licence-scale-exceeded`
 */
export async function warningsOf(tx: Tx, manifest: Manifest, { step, input }: CompleteStep): Promise<Warning[]> {
  const stamp = { step, at: input.at };
  if (step === 'depart') {
    return (await unregistered(tx, manifest, input)).map((plate) => {
      return { ...stamp, code: 'vehicle-unregistered', facts: { plate } };
    });
  }
  if (step !== 'accept' && step !== 'accept_partially') return [];
  const facts = await scaleReached(tx, manifest, input);
  return facts ? [{ ...stamp, code: 'licence-scale-reached', facts }] : [];
}

async function unregistered(tx: Tx, { carrierId }: Manifest, { at, plates }: StepInputs['depart']): Promise<string[]> {
  return unregisteredAmong(plates, await vehiclesOf(tx, carrierId, plates), dayOf(new Date(at)));
}

/** The licence is held until the transaction ends, so that two decisions at once are added up one after the other. */
async function scaleReached(tx: Tx, manifest: Manifest, { at, lines }: StepInputs['accept']) {
  const on = dayOf(new Date(at));
  const { receiverId, document } = manifest;
  const licence = await requireReceiverLicence(tx, manifest, { wasteCode: document.wasteCode, on });
  const { number, mode, wasteCodes, annualLimitGrams } = licence;
  if (annualLimitGrams === null || mode === 'transport') return undefined;
  await holdLicence(tx, licence);
  const { year, from, to } = yearOf(on);
  const beforeGrams = await sumAccepted(tx, { receiverId, mode, wasteCodes, from, to, butId: document.id });
  const law = await findScaleLaw(tx, on);
  const reached = judgeScale({ number, annualLimitGrams }, { year, beforeGrams, nowGrams: acceptedIn(lines) }, law);
  return reached && { licence: number, year, limitGrams: annualLimitGrams, ...reached };
}
