/** Waste of a declaration: batteries with their description, or waste of another code, which is weighed only. */
import { codeNames, codesWithNames } from '../../core/messages/code-names.ts';
import { coreProblem } from '../../core/problems.ts';
import { WASTE_BATTERY_CODE } from '../batch.ts';
import { batchProblem } from '../problems.ts';

type Described = {
  readonly wasteCode: string;
  readonly batteryKind: string | null;
  readonly riskClass: string | null;
  readonly condition: string | null;
  readonly pieces: number;
};

/** Returns true for waste that is described as batteries are. */
const isBatteryWaste = (wasteCode: string): boolean => wasteCode === WASTE_BATTERY_CODE;

/**
 * Refuses a waste code that is not recorded by declaration: residues come from runs, received waste from manifests.
 * @throws Problem `code-unknown`
 */
export function refuseUnlistedWaste(wasteCode: string, recorded: readonly string[]): void {
  if (recorded.includes(wasteCode)) return;
  const facts = { value: wasteCode, list: 'waste-codes', allowed: [...recorded], pointer: '#/body/wasteCode' };
  const names = codeNames(recorded.map((code) => ({ code })));
  throw coreProblem('code-unknown', facts).naming({ code: codesWithNames(names) });
}

/**
 * Refuses the description of batteries, or pieces, for waste of another code.
 * @throws Problem `batch-not-batteries`
 */
export function refuseBatteryDescription({ wasteCode, batteryKind, riskClass, condition, pieces }: Described): void {
  if (isBatteryWaste(wasteCode)) return;
  const given = Object.entries({ batteryKind, riskClass, condition, pieces: pieces === 0 ? null : pieces });
  const field = given.find(([, value]) => value !== null)?.[0];
  if (field !== undefined) throw batchProblem('batch-not-batteries', { wasteCode, pointer: `#/body/${field}` });
}
