/** September: the office registers organisations, sites, licences, vehicles, people, clients and partners. */
import { collectWork } from '../../../src/app.ts';
import { EXAMPLE_IDS } from '../../../src/core/example-ids.ts';
import { composeUscc } from '../../../src/core/identifiers/uscc.ts';
import { insertSecondFactor } from '../../../src/identity/second-factor/store.ts';
import { REGISTER_QUALIFICATION } from '../../../src/parties/laboratories/examples.ts';
import { addressOf, type Stage } from './stage.ts';
import type { Story } from './story.ts';

const LICENCE = {
  wasteCodes: ['900-052-31'],
  validFrom: '2026-01-01',
  validTo: '2031-01-01',
  issuer: '演示生态环境局',
};

/** Headers of the tables of other kinds, each followed by a row with faults. */
const TABLES = {
  sites: 'name,kind,divisionCode',
  licences: 'number,mode,wasteCodes,validFrom,validTo,issuer',
  vehicles: 'plate,trailer,permitNumber,permitValidFrom,permitValidTo',
};

export async function register(stage: Stage, story: Story): Promise<void> {
  await registerOrganisations(stage, story);
  await registerSites(stage, story);
  await licenseAndEquip(stage, story);
  await changeStates(stage, story);
  await employ(stage, story);
  await admitClients(stage, story);
  await meetPartners(stage, story);
}

/** The identifier that the service gave to a record of the examples. */
export function idOf({ real }: Pick<Story, 'real'>, record: keyof typeof EXAMPLE_IDS): string {
  const id = real.get(EXAMPLE_IDS[record]);
  if (id === undefined) throw new Error(`the story has no ${record} yet`);
  return id;
}

async function registerOrganisations({ app, office, make }: Stage, { real, send }: Story): Promise<void> {
  real.set(EXAMPLE_IDS.collector, (await send(office, 'POST /v1/parties')).id);
  const others = {
    carrier: [102, '演示危货运输有限公司'],
    recycler: [103, '演示再生铅有限公司'],
    laboratory: [109, '演示检测中心'],
  } as const;
  for (const [record, [serial, name]] of Object.entries(others)) {
    const uscc = composeUscc('91', '450100', serial);
    const { id } = await make(office, '/v1/parties', { uscc, name, divisionCode: '450100' });
    real.set(EXAMPLE_IDS[record as keyof typeof others], id);
  }
  await qualify({ office, make }, { real, send });
  await send(office, 'GET /v1/parties');
  // One with a doubtful code: it was issued in another province.
  const moved = { uscc: composeUscc('91', '440100', 108), name: '演示迁入单位', divisionCode: '450100' };
  await make(office, '/v1/parties', moved);
  await send(office, 'GET /v1/register-warnings');
  await send(office, 'GET /v1/parties/{id}', { params: { id: real.get(EXAMPLE_IDS.collector) ?? '' } });
  const rows = [104, 106].map((serial) => `${composeUscc('91', '450100', serial)},演示单位${serial},450100`);
  const file = { type: 'text/csv', text: ['uscc,name,divisionCode', ...rows, `,,450100`, ''].join('\n') };
  await send(office, 'POST /v1/imports/parties', { query: '?mode=rows', file });
  for (const [kind, header] of Object.entries(TABLES)) {
    const table = { type: 'text/csv', text: `${header}\nx\n` };
    await send(office, `POST /v1/imports/${kind}`, { query: '?dryRun=true', file: table });
  }
  const many = Array.from(
    { length: 2_001 },
    (_, at) => `${composeUscc('91', '450100', 107)},演示单位107,450100${at === 0 ? '' : ' '}`,
  );
  const large = await office.post('/v1/imports/parties?mode=rows', ['uscc,name,divisionCode', ...many].join('\n'), {
    'content-type': 'text/csv',
  });
  await collectWork(app.deps).handlers.import?.(large.json.id);
  await send(office, 'GET /v1/imports/{id}', { params: { id: large.json.id } });
  await send(office, 'GET /v1/imports/{kind}/template', { params: { kind: 'parties' } });
  await send(office, 'GET /v1/exports/{kind}', { params: { kind: 'parties' } });
}

/** The laboratory, with its qualification. */
async function qualify(
  { office, make }: Pick<Stage, 'office' | 'make'>,
  { real, send }: Pick<Story, 'real' | 'send'>,
): Promise<void> {
  const id = idOf({ real }, 'laboratory');
  const qualification = await send(office, 'POST /v1/parties/{id}/qualifications', { params: { id } });
  real.set(EXAMPLE_IDS.qualification, qualification.id);
  await send(office, 'GET /v1/parties/{id}/qualifications', { params: { id } });
  const params = { id, qualificationId: qualification.id };
  await send(office, 'GET /v1/parties/{id}/qualifications/{qualificationId}', { params });
  // A second one, because the example is of a laboratory that stays one.
  const second = { ...REGISTER_QUALIFICATION, kind: 'cnas', number: 'CNAS L00001' };
  const { id: qualificationId } = await make(office, `/v1/parties/${id}/qualifications`, second);
  await send(office, 'POST /v1/parties/{id}/qualifications/{qualificationId}/withdraw', {
    params: { id, qualificationId },
  });
}

async function registerSites({ office, make, at }: Stage, story: Story): Promise<void> {
  const { real, send } = story;
  at('2026-09-01T02:05:00.000Z');
  const id = idOf(story, 'collector');
  const site = await send(office, 'POST /v1/parties/{id}/sites', { params: { id } });
  real.set(EXAMPLE_IDS.collectionSite, site.id);
  const works = { kind: 'recycler', name: '演示再生铅厂', divisionCode: '450100', storageLimitGrams: 1_000_000_000 };
  const { id: worksId } = await make(office, `/v1/parties/${idOf(story, 'recycler')}/sites`, works);
  real.set(EXAMPLE_IDS.recyclingSite, worksId);
  await send(office, 'GET /v1/sites');
  await send(office, 'GET /v1/sites/{id}', { params: { id: site.id } });
  await send(office, 'GET /v1/parties/{id}/sites', { params: { id } });
}

async function licenseAndEquip({ office, make, at }: Stage, story: Story): Promise<void> {
  const { real, send } = story;
  at('2026-09-01T02:10:00.000Z');
  const id = idOf(story, 'collector');
  const { id: licenceId } = await send(office, 'POST /v1/parties/{id}/licences', { params: { id } });
  real.set(EXAMPLE_IDS.licence, licenceId);
  for (const [party, mode] of [
    ['carrier', 'transport'],
    ['recycler', 'recycling'],
  ] as const) {
    const licence = { ...LICENCE, number: `演示${mode}`, mode, annualLimitGrams: 30_000_000_000 };
    await make(office, `/v1/parties/${idOf(story, party)}/licences`, licence);
  }
  at('2026-09-01T02:15:00.000Z');
  const carrier = idOf(story, 'carrier');
  const vehicle = await send(office, 'POST /v1/parties/{id}/vehicles', { params: { id: carrier } });
  real.set(EXAMPLE_IDS.vehicle, vehicle.id);
  await send(office, 'GET /v1/parties/{id}/vehicles', { params: { id: carrier } });
  await send(office, 'GET /v1/parties/{id}/vehicles/{vehicleId}', { params: { id: carrier, vehicleId: vehicle.id } });
}

/** An organisation under review, and a licence that is suspended, reinstated and revoked. */
async function changeStates({ office, make }: Stage, story: Story): Promise<void> {
  const { send } = story;
  const uscc = composeUscc('91', '450100', 105);
  const newcomer = { uscc, name: '演示新登记单位', divisionCode: '450100', state: 'registered' };
  const { id } = await make(office, '/v1/parties', newcomer);
  for (const step of ['submit', 'send-back', 'submit', 'approve', 'suspend', 'resume', 'close']) {
    await send(office, `POST /v1/parties/{id}/${step}`, { params: { id } });
  }
  await send(office, 'GET /v1/parties/{id}/history', { params: { id } });
  const params = { id: idOf(story, 'collector'), licenceId: idOf(story, 'licence') };
  for (const step of ['suspend', 'reinstate', 'revoke']) {
    await send(office, `POST /v1/parties/{id}/licences/{licenceId}/${step}`, { params });
  }
  await send(office, 'GET /v1/parties/{id}/licences', { params });
  await send(office, 'GET /v1/parties/{id}/licences/{licenceId}', { params });
}

async function employ({ app, office, at }: Stage, { real, send }: Story): Promise<void> {
  at('2026-09-02T02:05:00.000Z');
  const { id } = await send(office, 'POST /v1/people');
  real.set(EXAMPLE_IDS.person, id);
  await send(office, 'GET /v1/people');
  await send(office, 'GET /v1/people/{id}', { params: { id } });
  // As the login pages do; their own tests enrol there.
  const factor = { personId: id, encrypted: Buffer.of(0), lastStep: 0, recoveryHashes: [], enrolledAt: new Date() };
  await app.deps.db.transaction((tx) => insertSecondFactor(tx, factor));
  const other = await app.client({ subject: 'administrator who logged in', loggedIn: true });
  for (const change of ['password', 'roles', 'block', 'unblock', 'second-factor-reset']) {
    const by = change === 'second-factor-reset' ? other : office;
    await send(by, `POST /v1/people/{id}/${change}`, { params: { id } });
  }
}

async function admitClients({ office, at }: Stage, { send }: Story): Promise<void> {
  at('2026-09-02T03:00:00.000Z');
  const { id } = await send(office, 'POST /v1/clients');
  await send(office, 'GET /v1/clients');
  await send(office, 'GET /v1/clients/{id}', { params: { id } });
  await send(office, 'POST /v1/clients/{id}/secret', { params: { id } });
  await send(office, 'POST /v1/clients/{id}/revocation', { params: { id } });
}

async function meetPartners(stage: Stage, { real, send }: Story): Promise<void> {
  const { app, office, make, at, national, nationalUrl, nationalKey } = stage;
  at('2026-09-15T02:00:00.000Z');
  await send(office, 'POST /v1/exchange/partners');
  await make(office, '/v1/exchange/partners', {
    ...{ code: 'national', name: '演示国家系统', kind: 'national', baseUrl: nationalUrl },
    keys: [{ ...nationalKey, notBefore: '2026-01-01T00:00:00Z' }],
  });
  await send(office, 'GET /v1/exchange/partners');
  await send(office, 'GET /v1/exchange/partners/{code}', { params: { code: '44' } });
  await send(office, 'GET /v1/exchange/keys');
  await send(office, 'POST /v1/exchange/messages');
  await national.post('/v1/partners', { code: app.deps.province, baseUrl: addressOf(app.http) });
  real.set('https://exchange.example.org/leadloop', addressOf(app.http));
}
