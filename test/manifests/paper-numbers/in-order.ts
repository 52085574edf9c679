/** Loads on paper that are in order: in an outage, under a reserved number, with photographs. */

import { manifestLaw } from '../../../src/manifests/law/queries.ts';
import { reservePaperNumbers } from '../../../src/manifests/paper-numbers/service.ts';
import { insertPhotographs } from '../../../src/manifests/photographs/store.ts';
import { newId } from '../../../src/platform/ids.ts';
import { deps, trade } from '../api.ts';
import { addOutage, OFFICE } from '../province.ts';

let serial = 0;

/** Declares an outage and reserves a number for the consignor of the trade. Returns the number. */
export async function paperInOrder(): Promise<string> {
  await addOutage(deps);
  return reservedNumber();
}

/** Reserves a number for the consignor of the trade. */
export async function reservedNumber(): Promise<string> {
  serial += 1;
  const block = { prefix: '留-', firstSerial: serial, lastSerial: serial, digits: 6 };
  const law = await manifestLaw(deps);
  const by = { actor: OFFICE, law, partyId: trade.consignor.id };
  await deps.db.transaction((tx) => reservePaperNumbers(tx, deps, { ...by, ...block }));
  return `留-${String(serial).padStart(6, '0')}`;
}

/** Adds a photograph to a manifest, by its consignor. */
export async function photographed(manifestId: string): Promise<void> {
  const from = { id: newId(), manifestId, partyId: trade.consignor.id, fileIds: [newId()] };
  await deps.db.transaction((tx) =>
    insertPhotographs(tx, { ...from, takenAt: null, remarks: null, recordedAt: deps.clock() }),
  );
}
