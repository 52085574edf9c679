/** Enterprises of a scene, each with everything an enterprise has here, and every name and figure of it found only once. */
import type { Role } from '../../../src/core/access/roles.ts';
import { dayOf } from '../../../src/core/calendar.ts';
import { composeUscc } from '../../../src/core/identifiers/uscc.ts';
import { type Answer, batchInput, type Client, type TestApp } from '../fixture.ts';

export type Firm = Client & {
  readonly name: string;
  readonly partyId: string;
  readonly uscc: string;
  readonly division: string;
  /** Its collection point; `works` is its recycling site. */
  readonly point: string;
  readonly works: string;
  readonly licenceId: string;
};

/** Two of one city, one of another, two of other provinces, and a laboratory of a third city. */
export type Firms = Record<'own' | 'rival' | 'far' | 'abroad' | 'beyond' | 'laboratory', Firm>;

// Texts of the law name orders by small numbers, such as 部令第23号.
let serial = 1_000;
/** A word that occurs in no other record. */
export const word = (what: string): string => `${what}第${++serial}号`;
/** A mass that occurs in no other record: from 1 t up, never round. */
export const mass = (): number => 1_000_003 + 601 * ++serial;

const LOT_AT = '2026-10-14T10:00:00+08:00';
/** After all batches that are sampled came. */
const SAMPLED_AT = '2026-10-15T11:00:00+08:00';
export const RUN_AT = '2026-10-14T20:00:00+08:00';
const BEFORE = new Date('2026-09-01T04:00:00.000Z');

// biome-ignore lint/suspicious/noExplicitAny: tests say what they expect by looking
export async function ok(answering: Promise<Answer>): Promise<any> {
  const { status, json, text } = await answering;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return json;
}

type Place = { readonly name: string; readonly division: string; readonly annualLimitGrams?: number };

/** Registers an enterprise of any province with a point to collect at, works, licences of every mode and a vehicle. */
export async function registerFirm(app: TestApp, { name, division, annualLimitGrams }: Place): Promise<Firm> {
  const now = app.clock.now;
  app.clock.now = BEFORE;
  // Its token is as old as what it registers.
  const authority = await app.client({ subject: 'register' });
  const uscc = composeUscc('91', division, ++serial);
  const contact = { contactName: word('联系人'), contactPhone: `138${String(10_000_000 + ++serial)}` };
  const party = await ok(authority.post('/v1/parties', { uscc, name, divisionCode: division, ...contact }));
  const at = `/v1/parties/${party.id}`;
  const site = (kind: string) =>
    ok(
      authority.post(`${at}/sites`, {
        kind,
        name: `${name}${kind}`,
        divisionCode: division,
        storageLimitGrams: 1_000_000,
      }),
    );
  const point = await site('transfer_point');
  const works = await site('recycler');
  const licences = [];
  for (const mode of ['recycling', 'collection', 'transport'])
    licences.push(await license(authority, party.id, { mode, ...(mode === 'recycling' && { annualLimitGrams }) }));
  await ok(
    authority.post(`${at}/vehicles`, {
      plate: `桂A${String(10_000 + ++serial)}`,
      permitNumber: word('运输证'),
      permitValidFrom: '2026-01-01',
      permitValidTo: '2030-01-01',
    }),
  );
  for (const step of ['suspend', 'resume']) await ok(authority.post(`${at}/${step}`, { reason: word('事由') }));
  await ok(authority.patch(at, { reason: word('变更'), contactName: word('联系人') }));
  app.clock.now = now;
  const roles = ['enterprise_manager'] as const;
  const client = await app.client({ subject: `user of ${name}`, partyId: party.id, roles, loggedIn: true });
  const firm = { ...client, name, partyId: party.id, uscc, division, point: point.id, works: works.id };
  return { ...firm, licenceId: licences[0].id };
}

const license = (authority: Client, partyId: string, changes: Record<string, unknown>) =>
  ok(
    authority.post(`/v1/parties/${partyId}/licences`, {
      number: word('许可'),
      mode: 'recycling',
      wasteCodes: ['900-052-31'],
      validFrom: '2026-01-01',
      validTo: '2030-01-01',
      issuer: '演示厅',
      ...changes,
    }),
  );

/** Records a batch of batteries in stock. */
export async function collect(firm: Client, siteId: string, changes: Record<string, unknown> = {}): Promise<string> {
  const declaration = batchInput(siteId, { massGrams: mass(), pieces: 101, supplierName: word('货主'), ...changes });
  return (await ok(firm.post('/v1/batches', declaration))).id;
}

export const personOf = (roles: readonly Role[], whose: object = {}) => ({
  ...{ personName: word('人员'), personPhone: `139${String(10_000_000 + ++serial)}`, roles, ...whose },
});

/** Two drivers, one of them blocked: without login names, so that no passwords are made, which takes long. */
export async function employ(firm: Client): Promise<void> {
  await ok(firm.post('/v1/people', personOf(['driver'])));
  const { id } = await ok(firm.post('/v1/people', personOf(['driver'])));
  await ok(firm.post(`/v1/people/${id}/block`, { reason: word('事由') }));
}

/** Records everything that an enterprise records for itself: splits and merges, a run, sales, statements. */
export async function produce(firm: Firm, laboratory: Laboratory): Promise<void> {
  const [one, two, three] = [
    await collect(firm, firm.point),
    await collect(firm, firm.point),
    await collect(firm, firm.point),
  ];
  await ok(firm.post(`/v1/batches/${one}/split`, { massGrams: 300_007, pieces: 3 }));
  await ok(firm.post('/v1/batches/merge', { batchIds: [two, three] }));
  const battery = await collect(firm, firm.works);
  const { batchId } = await supply(firm);
  await certify(firm, laboratory, battery);
  await upload(firm);
  await assay(firm, { basis: 'declared_default' });
  await smelt(
    firm,
    [
      { batchId, massGrams: 900_001 },
      { batchId: battery, massGrams: 800_011, pieces: 10 },
    ],
    laboratory.partyId,
  );
  await ok(firm.post('/v1/runs', { siteId: firm.works, startedAt: RUN_AT, process: 'refining' }));
  await ok(firm.post('/v1/stock-counts', countOf(firm)));
  await adjust(firm);
  await ok(firm.post('/v1/emissions', emissionOf(firm)));
  await ok(firm.post('/v1/dioxin-measurements', dioxinOf(firm)));
  await assess(firm);
  const wrong = await collect(firm, firm.point);
  await ok(firm.post(`/v1/batches/${wrong}/corrections`, { reason: word('更正'), supplierName: word('交售方') }));
}

/** A laboratory as a user of it speaks. */
export type Laboratory = Client & { readonly partyId: string; readonly qualificationId: string };

/** Gives a firm the qualification of a laboratory. */
export async function qualify(app: TestApp, { partyId }: Firm): Promise<Laboratory> {
  const qualification = { kind: 'cma', number: word('资质'), validFrom: '2026-01-01', validTo: '2030-01-01' };
  const body = { ...qualification, issuer: '演示局' };
  const { id: qualificationId } = await ok(app.authority.post(`/v1/parties/${partyId}/qualifications`, body));
  const roles = ['laboratory_operator'] as const;
  const client = await app.client({ subject: 'user of the laboratory', partyId, roles });
  return { ...client, partyId, qualificationId };
}

/** An assay with its certificate and an analysis, which a laboratory confirms. */
async function certify(firm: Firm, { partyId: laboratoryId, post }: Laboratory, batchId: string): Promise<void> {
  const certificateFileId = await upload(firm);
  const sampled = await assay(firm, { batchId, laboratoryId, certificateFileId });
  const analysed = await ok(firm.post('/v1/analyses', { ...analysisOf(), batchId, laboratoryId }));
  for (const [path, { id, certificateNumber, certificateSha256, ppm, sampledAt }] of [
    ['assays', sampled],
    ['analyses', analysed],
  ]) {
    const sample = { sampleMaterial: '900-052-31', sampleMark: batchId, sampledOn: dayOf(new Date(sampledAt)) };
    const statement = { answer: 'issued', certificateNumber, certificateSha256, ppm, ...sample };
    await ok(post(`/v1/${path}/${id}/confirmations`, statement));
  }
}

/** An assessment that was withdrawn, and a draft of the same period. */
async function assess(firm: Firm): Promise<void> {
  const open = () => firm.post('/v1/assessments', { period: '2026-09' });
  const { json, status } = await open();
  // A firm that produces at another site has its draft.
  if (status === 409) return;
  await ok(firm.post(`/v1/assessments/${json.id}/withdraw`, { reason: word('撤回') }));
  await ok(open());
}

/** Two counts of a batch before all others: a small difference is booked, a large one is proposed. */
async function adjust(firm: Firm): Promise<void> {
  const grams = mass();
  const batchId = await collect(firm, firm.works, { massGrams: grams, occurredAt: '2026-10-10T10:00:00+08:00' });
  for (const [countedOn, less] of Object.entries({ '2026-10-10': 10_007, '2026-10-11': 200_017 })) {
    const countedGrams = grams - less - ++serial;
    const lines = [{ item: 'batteries', massGrams: countedGrams, leadPpm: 600_000 }];
    const count = await ok(firm.post('/v1/stock-counts', { ...countOf(firm), countedOn, lines }));
    await ok(
      firm.post(`/v1/stock-counts/${count.id}/adjustments`, {
        ...{ item: 'batteries', reasonCode: 'weighing', reason: word('原因') },
        batches: [{ batchId, countedGrams }],
      }),
    );
  }
}

export const supplyOf = ({ works }: Firm) => ({
  siteId: works,
  sourceKind: 'crude_lead',
  supplierName: word('供方'),
  documentNumber: word('单据'),
  massGrams: mass(),
  receivedAt: LOT_AT,
  assay: findingOf(),
});

const supply = (firm: Firm) => ok(firm.post('/v1/supplies', supplyOf(firm)));

export const findingOf = () => ({
  ppm: 580_003 + ++serial,
  method: 'XRF',
  laboratory: word('检测中心'),
  certificateNumber: word('证书'),
  sampledAt: SAMPLED_AT,
});

/** Uploads a file, which belongs to no record yet. Returns its id. */
async function upload(firm: Client): Promise<string> {
  const type = { 'content-type': 'application/pdf' };
  const path = `/v1/files?name=${encodeURIComponent(word('文件'))}.pdf`;
  return (await ok(firm.post(path, `%PDF-1.7 ${word('内容')}`, type))).id;
}

export const assay = (firm: Client, of: Record<string, unknown>) =>
  ok(firm.post('/v1/assays', { ...findingOf(), ...of }));

export const analysisOf = () => ({
  ...{ basis: 'batch', substance: 'water', ppm: 100_003 + ++serial, method: '烘干法' },
  ...{ laboratory: word('检测中心'), certificateNumber: word('证书'), sampledAt: LOT_AT },
});

export const countOf = ({ works }: Firm) => ({
  siteId: works,
  countedOn: '2026-10-14',
  countedBy: word('盘点人'),
  lines: [{ item: 'furnace', massGrams: mass(), leadPpm: 900_000 }],
});

const dioxinSample = () => ({
  ...{ femtogramsPerCubicMetre: 50_000 + ++serial, oxygenBasisPoints: 1_450, cubicMetresPerHour: 60_000 },
  ...{ celsius: 82, moistureBasisPoints: 610, loadBasisPoints: 9_200 },
});

export const dioxinOf = ({ works }: Firm) => ({
  siteId: works,
  ...{ outlet: word('排口'), furnace: word('炉窑'), pvcSeparated: true, technologyClass: '3', cmaNumber: word('资质') },
  ...{ laboratory: word('检测中心'), method: 'HJ 77.2-2008', nonDetectRule: 'half_limit', teqScheme: 'i_tef' },
  samples: [dioxinSample(), dioxinSample(), dioxinSample()],
  ...{ operatingHours: 7_200, productGrams: mass(), certificateNumber: word('报告') },
  ...{ startedAt: '2026-09-20T08:00:00+08:00', sampledAt: LOT_AT },
});

export const emissionOf = ({ works }: Firm) => ({
  siteId: works,
  medium: 'air',
  leadGrams: mass(),
  method: 'CEMS',
  monitoringPoint: word('排口'),
  reportNumber: word('报告'),
  occurredAt: LOT_AT,
});

type Feed = { readonly batchId: string; readonly massGrams: number; readonly pieces?: number };

/** A run from the feed to the sale of what came out. */
export async function smelt(firm: Firm, lines: readonly Feed[], buyerId: string | null = null): Promise<string> {
  const { id } = await ok(firm.post('/v1/runs', { siteId: firm.works, startedAt: RUN_AT, process: 'integrated' }));
  await ok(firm.post(`/v1/runs/${id}/feeds`, { fedAt: RUN_AT, lines }));
  const fed = lines.reduce((sum, { massGrams }) => sum + massGrams, 0);
  const outputs = [
    { material: 'refined_lead', massGrams: Math.floor(fed * 0.6) + ++serial },
    { material: 'slag', massGrams: Math.floor(fed * 0.2) + ++serial },
    { material: 'separators', massGrams: 200_000 + ++serial },
  ];
  const { batches } = await ok(firm.post(`/v1/runs/${id}/outputs`, { yieldedAt: RUN_AT, outputs }));
  const [lead, slag, separators] = batches;
  const leaving = (batch: { id: string; massGrams: number }, body: object) =>
    ok(
      firm.post(`/v1/batches/${batch.id}/dispositions`, {
        ...{ massGrams: batch.massGrams - 100_003 - ++serial, occurredAt: RUN_AT, receiverName: word('买方') },
        ...body,
      }),
    );
  await leaving(lead, { kind: 'sale', contractNumber: word('合同'), receiverId: buyerId });
  await leaving(slag, { kind: 'disposal' });
  const used = await leaving(separators, { kind: 'use', contractNumber: word('合同'), use: 'raw-material' });
  await ok(
    firm.post(`/v1/dispositions/${used.id}/confirmations`, {
      ...{ number: word('确认'), use: 'raw-material', massGrams: 10_007 + ++serial, confirmedOn: RUN_AT.slice(0, 10) },
      fileId: await upload(firm),
    }),
  );
  await ok(firm.post(`/v1/runs/${id}/close`, { closedAt: RUN_AT, carriedGrams: 100_019 + ++serial }));
  return id;
}
