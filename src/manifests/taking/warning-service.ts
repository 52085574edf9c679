/** What is asked of licences and vehicles when a load travels and when it is accepted. */
import { readSiteStock, warnOfStorage } from '../../batches/index.ts';
import { dayOf } from '../../core/calendar.ts';
import { listSitesOf, unregisteredAmong, vehiclesOf } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import { meantSite } from '../rules/carriage.ts';
import type { Manifest } from '../rules/command.ts';
import { acceptedIn, judgeScale, roomiest, yearOf } from '../rules/scale.ts';
import type { StepInputs } from '../rules/step.ts';
import type { Warning } from '../rules/warning.ts';
import { type CompleteStep, requireQualified, requireReceiverLicences } from './input-service.ts';
import { findScaleLaw } from './law-store.ts';
import { sumAccepted } from './scale-store.ts';

/** What a step is warned of, and the licence that it counts against. */
export type Judgement = { readonly warnings: readonly Warning[]; readonly acceptedLicenceId: string | null };

const NOTHING: Judgement = { warnings: [], acceptedLicenceId: null };

/**
 * Judges a step by licences and vehicles as they were on the day it was taken.
 * @throws Problem `vehicle-permit-expired`, `licence-missing`, `licence-suspended`, `licence-scale-exceeded`
 */
export async function judgeStep(tx: Tx, manifest: Manifest, { step, input }: CompleteStep): Promise<Judgement> {
  const stamp = { step, at: input.at };
  if (step === 'depart') {
    const plates = await unregistered(tx, manifest, input);
    return {
      ...NOTHING,
      warnings: plates.map((plate) => ({ ...stamp, code: 'vehicle-unregistered', facts: { plate } })),
    };
  }
  if (step === 'close') {
    const returned = input.lines.reduce((sum, { returnedGrams }) => sum + returnedGrams, 0);
    const site = manifest.consignorSiteId;
    return { ...NOTHING, warnings: await stockReached(tx, { site, grams: returned, ...stamp }) };
  }
  if (step !== 'accept' && step !== 'accept_partially') return NOTHING;
  const { licenceId, reached } = await countAcceptance(tx, manifest, input);
  const scale: Warning[] = reached === undefined ? [] : [{ ...stamp, code: 'licence-scale-reached', facts: reached }];
  const site = await receivingSiteOf(tx, manifest);
  const stock = await stockReached(tx, { site, grams: acceptedIn(input.lines), ...stamp });
  return { acceptedLicenceId: licenceId, warnings: [...scale, ...stock] };
}

/**
 * Asks of licences and vehicles on the day of telling what was asked on the day of an act that is told late. Mass that is
 * dated into another year must find room in the year of telling too, beside what else was told so.
 * @throws Problem `vehicle-permit-expired`, `licence-missing`, `licence-suspended`, `licence-scale-exceeded`
 */
export async function requireWhenTold(tx: Tx, manifest: Manifest, taken: CompleteStep, toldAt: Date): Promise<void> {
  const at = toldAt.toISOString();
  const { step, input } = taken;
  if (step === 'submit') await requireQualified(tx, manifest, at);
  if (step === 'depart') await unregistered(tx, manifest, { ...input, at });
  if (step === 'accept' || step === 'accept_partially') {
    await countAcceptance(tx, manifest, { ...input, at }, { toldLate: true });
  }
}

/** Where accepted mass will stand; nothing when its site is not known yet, which the step itself then tells. */
async function receivingSiteOf(tx: Tx, { receiverId, receiverSiteId, document }: Manifest): Promise<string | null> {
  return receiverSiteId ?? meantSite(await listSitesOf(tx, receiverId), document.receiverSite)?.id ?? null;
}

type Arriving = Pick<Warning, 'step' | 'at'> & { readonly site: string | null; readonly grams: number };

/** By the stock that is there and what comes to it. Nobody waits for it: two at once may each miss the other. */
async function stockReached(tx: Tx, { site, grams, step, at }: Arriving): Promise<Warning[]> {
  if (site === null || grams === 0) return [];
  const stock = await readSiteStock(tx, site, dayOf(new Date(at)));
  if (!stock) return [];
  const { limitGrams, alertShares } = stock;
  const warning = warnOfStorage({ siteId: site, stockGrams: stock.stockGrams + grams, limitGrams }, alertShares);
  return warning ? [{ step, at, code: warning.code, facts: warning.facts }] : [];
}

async function unregistered(tx: Tx, { carrierId }: Manifest, { at, plates }: StepInputs['depart']): Promise<string[]> {
  return unregisteredAmong(plates, await vehiclesOf(tx, carrierId, plates), dayOf(new Date(at)));
}

/** The licences are held until the transaction ends, so that two decisions at once are added up one after the other. */
async function countAcceptance(
  tx: Tx,
  manifest: Manifest,
  { at, lines }: StepInputs['accept'],
  { toldLate = false }: { readonly toldLate?: boolean } = {},
) {
  const on = dayOf(new Date(at));
  const { document } = manifest;
  const needed = { wasteCode: document.wasteCode, on };
  const [first, ...others] = await requireReceiverLicences(tx, manifest, needed, { counting: true });
  const { year, from, to } = yearOf(on);
  const before = await sumAccepted(tx, { licences: [first, ...others], from, to, butId: document.id, toldLate });
  const counted = <One extends { readonly id: string }>(one: One) => ({ ...one, beforeGrams: before.get(one.id) ?? 0 });
  const { id, number, annualLimitGrams, beforeGrams } = roomiest([counted(first), ...others.map(counted)]);
  if (annualLimitGrams === null) return { licenceId: id, reached: undefined };
  const nowGrams = acceptedIn(lines);
  const reached = judgeScale({ number, annualLimitGrams }, { year, beforeGrams, nowGrams }, await findScaleLaw(tx, on));
  return { licenceId: id, reached: reached && { licence: number, year, limitGrams: annualLimitGrams, ...reached } };
}
