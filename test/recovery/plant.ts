/** A smelter with records of its own, for tests that look at its rate over the API. */
import { type Answer, batchInput, type Enterprise, type TestApp } from '../app/fixture.ts';
import { confirm, laboratoryOf } from '../recycling/certificates/laboratory.ts';
import { certificateFileOf, certificateNumber } from './certificate.ts';
import { inBothForms } from './forms.ts';
import { observeCount } from './observing.ts';

export async function ok(answering: Promise<Answer>) {
  const { status, json, text } = await answering;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return json;
}

/** An instant of October 2026, or of another month. */
export const on = (day: number, hour = 8, month = 10): string =>
  `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+08:00`;

export const TONNE = 1_000_000;
const MEASURED = {
  ...{ method: 'XRF', laboratory: '演示检测中心', laboratoryKind: 'external' },
};

type Side = { readonly who: Enterprise; readonly siteId?: string };
type Sent = {
  readonly batchId: string;
  readonly tonnes: number;
  readonly day: number;
  readonly month?: number;
  readonly by?: Enterprise;
};
type Decided = {
  readonly accepted?: number;
  readonly refused?: number;
  readonly returned?: number;
  readonly treatmentMethod?: string;
};

/** Acts of enterprises in the month, each dated by its day. */
export function plantOf(app: TestApp) {
  let serial = 0;

  async function license({ partyId }: Enterprise, modes: readonly string[]): Promise<void> {
    for (const mode of modes) {
      await ok(
        app.authority.post(`/v1/parties/${partyId}/licences`, {
          number: `演示-${mode}-${partyId.slice(-6)}`,
          mode,
          wasteCodes: ['900-052-31'],
          validFrom: '2026-01-01',
          validTo: '2030-01-01',
          issuer: '演示生态环境厅',
        }),
      );
    }
  }

  async function enterprise(kind: string, modes: readonly string[]): Promise<Enterprise> {
    const made = await app.enterprise({ kind });
    await license(made, modes);
    return made;
  }

  const site = async ({ partyId }: Enterprise, kind: string): Promise<string> =>
    (
      await ok(
        app.authority.post(`/v1/parties/${partyId}/sites`, { kind, name: `演示场所 ${kind}`, divisionCode: '450100' }),
      )
    ).id;

  /** Records batteries without a manifest. */
  const collect = async ({ who, siteId = who.siteId }: Side, tonnes: number, at: string): Promise<string> =>
    (
      await ok(
        who.post('/v1/batches', batchInput(siteId, { massGrams: tonnes * TONNE, pieces: tonnes * 50, occurredAt: at })),
      )
    ).id;

  /** Records an assay, sampled on the 28th of October or when a later batch came. */
  const assay = async (who: Enterprise, batchId: string, ppm: number, more: object = {}) => {
    const { occurredAt } = await ok(who.get(`/v1/batches/${batchId}`));
    const sampledAt = new Date(Math.max(Date.parse(on(28)), Date.parse(occurredAt))).toISOString();
    return certified(who, { batchId, ppm, sampledAt, ...more });
  };

  /** Records an assay of the external laboratory, which confirms it; another laboratory confirms nothing. */
  const certified = async (who: Enterprise, of: object) => {
    const certificateFileId = await certificateFileOf(who);
    const laboratory = await laboratoryOf(app);
    const laboratoryId = 'laboratory' in of || 'laboratoryKind' in of ? null : laboratory.partyId;
    const made = await ok(
      who.post('/v1/assays', {
        ...{ ...MEASURED, certificateNumber: certificateNumber(), laboratoryId, certificateFileId },
        ...('batchId' in of ? {} : { sampleMark: '样-1' }),
        ...of,
      }),
    );
    if (made.laboratoryId !== null) await ok(confirm(laboratory, made));
    return made;
  };

  /** Hands a load over on paper. */
  async function send(from: Side, to: Side, load: Sent) {
    const { batchId, tonnes, day, month = 10, by = to.who } = load;
    serial += 1;
    const { id } = await ok(
      from.who.post('/v1/manifests', {
        carrierId: by.partyId,
        receiverId: to.who.partyId,
        consignorSiteId: from.siteId ?? from.who.siteId,
        receiverSiteId: to.siteId ?? to.who.siteId,
        lines: [{ batchId, massGrams: tonnes * TONNE, pieces: tonnes * 50, packaging: 'pallet', packages: 1 }],
      }),
    );
    const paper = {
      at: on(day, 8, month),
      number: `纸-${serial}`,
      reason: '演示',
      transferCompletedAt: on(day, 8, month),
    };
    await ok(from.who.post(`/v1/manifests/${id}/register-paper`, paper));
    await ok(from.who.post(`/v1/manifests/${id}/backfill`, { at: on(day, 8, month) }));
    await ok(from.who.post(`/v1/manifests/${id}/hand-over`, { at: on(day, 9, month) }));
    await ok(by.post(`/v1/manifests/${id}/depart`, { at: on(day, 10, month), plates: ['桂A12345'], from: '演示' }));
    await ok(to.who.post(`/v1/manifests/${id}/arrive`, { at: on(day, 11, month) }));
    return { id, tonnes };
  }

  type Load = { readonly id: string; readonly tonnes: number };

  /** Decides on a load; returns the batch of the accepted mass. */
  async function decide(who: Enterprise, { id, tonnes }: Load, at: string, decided: Decided = {}): Promise<string> {
    const { refused = 0, treatmentMethod = 'R4' } = decided;
    const accepted = decided.accepted ?? tonnes - refused;
    const acceptedPieces = (tonnes - refused) * 50;
    const line = { line: 1, acceptedGrams: accepted * TONNE, acceptedPieces, treatmentMethod };
    const part = { ...line, refusedGrams: refused * TONNE, refusedPieces: refused * 50 };
    const more = { at, differenceKinds: ['quantity'], remarks: '演示差异' };
    const { lines } = await (refused > 0
      ? ok(who.post(`/v1/manifests/${id}/accept-partially`, { ...more, lines: [part] }))
      : ok(who.post(`/v1/manifests/${id}/accept`, { ...more, lines: [line] })));
    return lines[0].receivedBatchId;
  }

  async function deliver(
    from: Side,
    to: Side,
    load: { tonnes: number; day: number; ppm?: number; assay?: object } & Decided,
  ) {
    const batchId = await collect(from, load.tonnes, on(1, 1));
    const sent = await send(from, to, { batchId, tonnes: load.tonnes, day: load.day });
    const received = await decide(to.who, sent, on(load.day, 12), load);
    await assay(to.who, received, load.ppm ?? 580_000, load.assay);
    return received;
  }

  const run = (who: Enterprise) =>
    ok(who.post('/v1/runs', { siteId: who.siteId, startedAt: on(2), process: 'integrated' }));

  /** Feeds parts of batches, with their share of pieces, and yields refined lead of a purity of 100 %. */
  async function smelt(
    who: Enterprise,
    fed: Readonly<Record<string, number>>,
    leadTonnes: number,
    { assayed = true, day = 20 } = {},
  ) {
    const { id } = await run(who);
    const lines = [];
    for (const [batchId, tonnes] of Object.entries(fed)) {
      const { massGrams, pieces } = await ok(who.get(`/v1/batches/${batchId}`));
      const part = Math.round(tonnes * TONNE);
      lines.push({ batchId, massGrams: part, pieces: Math.round((pieces * part) / massGrams) });
    }
    await ok(who.post(`/v1/runs/${id}/feeds`, { fedAt: on(day), lines }));
    const outputs = [{ material: 'refined_lead', massGrams: Math.round(leadTonnes * TONNE) }];
    const { batches } = await ok(who.post(`/v1/runs/${id}/outputs`, { yieldedAt: on(day, 20), outputs }));
    await ok(who.post(`/v1/runs/${id}/close`, { closedAt: on(day, 22), carriedGrams: 0 }));
    if (assayed) await assay(who, batches[0].id, 1_000_000);
    return batches[0].id as string;
  }

  /** Counts the stock; the authority is there and sees it. */
  const count = async ({ who, siteId = who.siteId }: Side, countedOn: string, lines: readonly object[] = []) => {
    const counted = await ok(who.post('/v1/stock-counts', { siteId, countedOn, countedBy: '演示盘点人', lines }));
    await observeCount(app.authority, counted);
    return counted;
  };

  async function countBoth(who: Enterprise, closing: readonly object[] = []): Promise<void> {
    await count({ who }, '2026-09-30');
    await count({ who }, '2026-10-31', closing);
  }

  /** The rate of a month, which its sums give as well. It has the headline, the terms in tonnes of lead, and the codes of findings at hand. */
  async function rate(who: Enterprise, period = '2026-10') {
    await inBothForms(app, who.partyId, period);
    const json = await ok(who.get(`/v1/recovery?period=${period}&partyId=${who.partyId}`));
    const terms: Record<string, number> = {};
    for (const { term, leadGrams } of json.terms) if (leadGrams !== 0) terms[term] = leadGrams / TONNE;
    return {
      json,
      terms,
      status: json.status as string,
      headline: (json.rates?.headline?.percent ?? null) as string | null,
      findings: json.findings.map(({ code }: { code: string }) => code) as string[],
    };
  }

  return { assay, certified, collect, count, countBoth, decide, deliver, enterprise, rate, send, site, smelt };
}
