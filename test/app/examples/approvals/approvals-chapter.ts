/** October: the office registers its decisions on loads to another province, and exemptions from them. */

import { RECORD_BATCH } from '../../../../src/batches/examples/batches.ts';
import { EXAMPLE_IDS } from '../../../../src/core/example-ids.ts';
import { composeUscc } from '../../../../src/core/identifiers/uscc.ts';
import { idOf } from '../register-chapter.ts';
import type { Stage } from '../stage.ts';
import type { Story } from '../story.ts';

const GUANGZHOU = { name: '演示广州再生铅有限公司', divisionCode: '440100' };
const LICENCE = {
  ...{ number: 'DEMO4401000001', mode: 'recycling', wasteCodes: ['900-052-31'], issuer: '演示生态环境厅' },
  ...{ validFrom: '2026-01-01', validTo: '2031-01-01' },
};

export async function approve(stage: Stage, story: Story): Promise<void> {
  const { office, make } = stage;
  const { real, send } = story;
  stage.at('2026-11-21T02:00:00.000Z');
  const uscc = composeUscc('91', '440100', 111);
  const { id: receiverId } = await make(office, '/v1/parties', { uscc, ...GUANGZHOU });
  const { id: licenceId } = await make(office, `/v1/parties/${receiverId}/licences`, LICENCE);
  real.set(EXAMPLE_IDS.foreignRecycler, receiverId);
  real.set(EXAMPLE_IDS.foreignLicence, licenceId);
  const approval = await send(office, 'POST /v1/approvals');
  real.set(EXAMPLE_IDS.approval, approval.id);
  await leave(stage, story, receiverId);
  const own = await stage.app.client({ subject: 'forwarder', partyId: idOf(story, 'recycler') });
  await send(own, 'GET /v1/approvals');
  await send(own, 'GET /v1/approvals/{id}', { params: { id: approval.id } });
  await send(own, 'GET /v1/covered-transfers', { query: `?approvalId=${approval.id}` });
  await send(office, 'POST /v1/approvals/{id}/withdraw', { params: { id: approval.id } });
  const exemption = await send(office, 'POST /v1/transfer-exemptions');
  real.set(EXAMPLE_IDS.exemption, exemption.id);
  await send(own, 'GET /v1/transfer-exemptions');
  await send(own, 'GET /v1/transfer-exemptions/{id}', { params: { id: exemption.id } });
  await send(office, 'POST /v1/transfer-exemptions/{id}/end', { params: { id: exemption.id } });
}

/** Hands a load over for the other province. */
async function leave({ app, at, make, exchange }: Stage, story: Story, receiverId: string): Promise<void> {
  const partyId = idOf(story, 'recycler');
  const own = await app.client({ subject: 'forwarder', partyId });
  at('2026-11-21T03:00:00.000Z');
  const siteId = idOf(story, 'recyclingSite');
  const mass = { massGrams: 20_000_000, pieces: 1_200 };
  const { id: batchId } = await make(own, '/v1/batches', { ...RECORD_BATCH, ...mass, siteId });
  const { id } = await make(own, '/v1/manifests', {
    ...{ carrierId: partyId, receiverId, consignorSiteId: siteId },
    receiverSite: { name: '演示冶炼厂', divisionCode: '440100', address: null },
    lines: [{ batchId, ...mass, packaging: 'pallet', packages: 20 }],
  });
  await make(own, `/v1/manifests/${id}/submit`, {});
  await exchange();
  await make(own, `/v1/manifests/${id}/hand-over`, {});
}
