/** The receivers of a province that take what smelters make: they are registered, and confirm what they received. */
import { composeUscc } from '../../core/identifiers/uscc.ts';
import type { Client } from '../client.ts';
import type { Province } from '../plan/place.ts';
import { clientOf, type Stage } from '../stage/stage.ts';
import { Anything, Made } from './wire.ts';

const FIRST_SERIAL = 9_911;
const NAMES = ['演示电池制造厂', '演示建材厂', '演示塑料厂', '演示化工厂'] as const;

/** Registers the receivers of a province. Returns their ids by name. */
export async function registerReceivers(stage: Stage, province: Province): Promise<ReadonlyMap<string, string>> {
  const client = clientOf(stage, province);
  const divisionCode = `${province}0100`;
  const ids = new Map<string, string>();
  for (const [place, name] of NAMES.entries()) {
    const body = { uscc: composeUscc('91', divisionCode, FIRST_SERIAL + place), name, divisionCode };
    const { id } = await client.post({ path: '/v1/parties', key: `party/${name}/${province}`, body }, Made);
    ids.set(name, id);
  }
  return ids;
}

type Receipt = {
  readonly key: string;
  readonly dispositionId: string;
  readonly receiverId: string;
  readonly body: {
    readonly number: string;
    readonly use: string;
    readonly massGrams: number;
    readonly confirmedOn: string;
  };
};

/** Lets the receiver confirm what it received. */
export async function confirmReceipt(
  client: Client,
  { key, dispositionId, receiverId: as, body }: Receipt,
): Promise<void> {
  await client.post(
    { path: `/v1/dispositions/${dispositionId}/confirmations`, key: `${key}/received`, body, as },
    Anything,
  );
}
