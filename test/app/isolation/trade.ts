/** Manifests of a scene, led to where they are wanted, within the province and over its border. */

import { applyStep, assignNumber, manifestLaw } from '../../../src/manifests/index.ts';
import type { ApplyStep } from '../../../src/manifests/rules/command.ts';
import { digestOf, draftDocument, type ManifestDocument } from '../../../src/manifests/rules/document.ts';
import { ownerOf, take } from '../../../src/manifests/rules/manifest.ts';
import type { StepInputs } from '../../../src/manifests/rules/step.ts';
import { newId } from '../../../src/platform/ids.ts';
import { png, upload } from '../../files/sample.ts';
import type { TestApp } from '../fixture.ts';
import { collect, type Firm, mass, ok, word } from './firm.ts';

const STEPS = ['submit', 'hand-over', 'depart', 'arrive', 'accept'] as const;
/** `close`: refused as a whole, and closed when it came back. */
type Until = 'draft' | (typeof STEPS)[number] | 'close';

export type Deal = {
  readonly consignor: Firm;
  readonly carrier: Firm;
  readonly receiver: Firm;
  readonly until: Until;
  /** Site it leaves from; by default the point of the consignor. */
  readonly from?: string;
  /** Site it goes to; by default the works of the receiver. */
  readonly to?: string;
  readonly grams?: number;
};

const at = (minute: number) => new Date(Date.UTC(2026, 9, 14, 3, minute)).toISOString();
let serial = 0;

/** Makes a manifest over a batch of its own, and lets the rightful parties take it to the state after a step. */
export async function deal(app: TestApp, { until, ...deal }: Deal): Promise<string> {
  const { consignor, carrier, receiver } = deal;
  const { id, grams } = await draft(deal);
  const transport = { permitNumber: word('营运证'), driver: word('驾驶员'), from: '演示地' };
  const plates = [`桂B${10_000 + ++serial}`];
  const bodies = {
    submit: [consignor, { at: at(0) }],
    'hand-over': [consignor, { at: at(10) }],
    depart: [carrier, { at: at(20), plates, ...transport }],
    arrive: [receiver, { at: at(30) }],
    accept: [receiver, acceptanceOf(grams)],
  } as const;
  const last = until === 'close' ? 'arrive' : until;
  for (const step of STEPS.slice(0, last === 'draft' ? 0 : STEPS.indexOf(last) + 1)) {
    const [by, body] = bodies[step];
    await ok(by.post(`/v1/manifests/${id}/${step}`, body));
    if (step === 'submit') await number(app, id);
  }
  if (until === 'close') await sendBack(id, deal, grams);
  return id;
}

async function sendBack(id: string, { consignor, receiver }: Omit<Deal, 'until'>, grams: number): Promise<void> {
  await ok(receiver.post(`/v1/manifests/${id}/reject`, { at: at(40), remarks: word('备注') }));
  const lines = [{ line: 1, returnedGrams: grams - 2_000 - ++serial, returnedPieces: 100 }];
  await ok(consignor.post(`/v1/manifests/${id}/close`, { at: at(50), lines, remarks: word('备注') }));
}

export const draftOf = (
  { consignor, carrier, receiver, from, to }: Omit<Deal, 'until' | 'grams'>,
  { batchId, grams }: { batchId: string; grams: number },
) => {
  const abroad = receiver.division.slice(0, 2) !== '45';
  return {
    carrierId: carrier.partyId,
    receiverId: receiver.partyId,
    consignorSiteId: from ?? consignor.point,
    receiverSiteId: abroad ? null : (to ?? receiver.works),
    receiverSite: abroad ? { name: `${receiver.name}recycler`, divisionCode: receiver.division, address: null } : null,
    lines: [{ batchId, massGrams: grams, pieces: 100, packaging: 'pallet', packages: 2 }],
  };
};

/** Registers the decision on loads of a consignor to a receiver of another province. */
export async function approve(
  app: TestApp,
  { consignor, receiver }: Pick<Deal, 'consignor' | 'receiver'>,
): Promise<void> {
  await ok(
    app.authority.post('/v1/approvals', {
      ...{
        number: word('批'),
        consignorId: consignor.partyId,
        receiverId: receiver.partyId,
        licenceId: receiver.licenceId,
      },
      ...{ quantities: [{ wasteCode: '900-052-31', massGrams: 1_000 * mass() }], treatmentMethods: ['R4'] },
      ...{ decidedOn: '2026-03-01', requestedUntil: '2026-12-31', legalBasis: '演示' },
    }),
  );
}

async function draft(of: Omit<Deal, 'until'>) {
  const grams = of.grams ?? mass();
  // The piece that stays weighs about as much as each of the others.
  const all = { massGrams: grams + Math.round(grams / 100) + 11, pieces: 101 };
  const batchId = await collect(of.consignor, of.from ?? of.consignor.point, all);
  const { id } = await ok(of.consignor.post('/v1/manifests', draftOf(of, { batchId, grams })));
  return { id: String(id), grams };
}

async function number(app: TestApp, id: string): Promise<void> {
  const actor = { subject: 'national', source: 'national', roles: [], scopes: [] } as const;
  const given = `20264501${String(++serial).padStart(6, '0')}`;
  await app.database.db.transaction((tx) => assignNumber(tx, app.deps, { actor, id, number: given, at: at(1) }));
}

/** A manifest whose system is down: the consignor's alone until it is backfilled. */
export async function onPaper(of: Omit<Deal, 'until'>): Promise<string> {
  const { id } = await draft(of);
  const body = { at: at(5), number: word('纸'), reason: '演示故障' };
  await ok(of.consignor.post(`/v1/manifests/${id}/register-paper`, body));
  return id;
}

/** Adds a photograph of a load, by an organisation that its manifest names. */
export async function photograph(app: TestApp, by: Firm, id: string): Promise<void> {
  const { json } = await upload(app, by, png(word('照片')), { type: 'image/png', name: `${word('照')}.png` });
  await ok(by.post(`/v1/manifests/${id}/photographs`, { fileIds: [json.id], remarks: word('说明') }));
}

/** A draft that was given up. */
export async function cancelled(of: Omit<Deal, 'until'>): Promise<string> {
  const { id } = await draft(of);
  await ok(of.consignor.post(`/v1/manifests/${id}/cancel`, { at: at(5) }));
  return id;
}

/** Receives a manifest from another province, step by step, until the load is on its way to the receiver. */
export async function fromAbroad(app: TestApp, { grams, ...deal }: Omit<Deal, 'until'>): Promise<string> {
  const { id, ...drafted } = documentOf(deal, grams ?? mass());
  const source = `partner:${drafted.originProvince}` as const;
  const actor = { subject: source, source, roles: [], scopes: [] } as const;
  let document: ManifestDocument = { id, ...drafted };
  const receive = async <Step extends 'submit' | 'number' | 'hand_over' | 'depart'>(
    step: Step,
    input: StepInputs[Step],
  ) => {
    document = take(step, document, input, ownerOf(step));
    const content = { manifestId: id, version: document.version, step, input, document, digest: digestOf(document) };
    const law = await manifestLaw(app.deps);
    const message = { ...content, actor, law } as ApplyStep;
    const applied = await app.database.db.transaction((tx) => applyStep(tx, app.deps, message));
    if (applied.outcome !== 'applied') throw new Error(`not applied: ${JSON.stringify(applied)}`);
  };
  await receive('submit', { at: at(0), receiverLicence: '演示', transportMode: 'exempt_unbroken' });
  await receive('number', { at: at(1), number: `20264401${String(++serial).padStart(6, '0')}` });
  await receive('hand_over', { at: at(10) });
  const transport = {
    permitNumber: word('营运证'),
    driver: word('驾驶员'),
    from: '演示地',
    via: null,
    protections: [],
  };
  await receive('depart', { at: at(20), plates: [`粤B${10_000 + ++serial}`], ...transport });
  return id;
}

/** A manifest as the province that it begins in drafts it. */
export function documentOf({ consignor, carrier, receiver }: Omit<Deal, 'until'>, massGrams: number): ManifestDocument {
  const named = ({ uscc, name, division }: Firm) => ({ uscc, name, provinceCode: division.slice(0, 2) });
  const placed = ({ name, division }: Firm, kind: string) => ({
    ...{ name: `${name}${kind}`, divisionCode: division, address: null },
  });
  return draftDocument({
    id: newId(),
    originProvince: consignor.division.slice(0, 2),
    destinationProvince: '45',
    wasteCode: '900-052-31',
    consignor: named(consignor),
    carrier: named(carrier),
    receiver: named(receiver),
    consignorSite: placed(consignor, 'transfer_point'),
    receiverSite: placed(receiver, 'recycler'),
    lines: [
      {
        ...{ batteryKind: 'stationary', riskClass: 'I', condition: 'whole', packaging: 'pallet', packages: 2 },
        ...{ massGrams, pieces: 100 },
      },
    ],
  });
}

/** The receiver takes in all of a load that has arrived at its gate. */
export async function receive(receiver: Firm, id: string, grams: number): Promise<void> {
  await ok(receiver.post(`/v1/manifests/${id}/arrive`, { at: at(30) }));
  await ok(receiver.post(`/v1/manifests/${id}/accept`, acceptanceOf(grams)));
}

const acceptanceOf = (grams: number) => ({
  at: at(40),
  lines: [{ line: 1, acceptedGrams: grams - 1_000 - ++serial, acceptedPieces: 100, treatmentMethod: 'R4' }],
  remarks: word('备注'),
});
