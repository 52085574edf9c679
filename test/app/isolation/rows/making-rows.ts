/** Rows of routes that make a record out of a body, and the places in it that name records of others. */
import { batchInput } from '../../fixture.ts';
import { analysisOf, collect, countOf, dioxinOf, emissionOf, findingOf, personOf, RUN_AT, supplyOf } from '../firm.ts';
import type { Noun } from '../records.ts';
import type { Scene } from '../scene.ts';
import { draftOf } from '../trade.ts';
import type { Row, Slot } from './row.ts';

const otherSites = ({ firms: { rival, far, abroad }, depot }: Scene) => [
  ...[rival.point, rival.works, far.works, depot, abroad.works],
];

/** One record for each way in which records name another organisation. */
const others = (noun: Noun) => (scene: Scene) => {
  const foreign = scene.records.filter(
    (record) => record.noun === noun && !record.parties.includes(scene.firms.own.partyId),
  );
  return [...new Map(foreign.map((record) => [String(record.divisions) + record.parties, record.id])).values()];
};

const SITE: Slot = { name: 'siteId', put: (body, siteId) => ({ ...body, siteId }), others: otherSites };
const replaces = (noun: Noun): Slot => ({
  ...{ name: 'replacesId', put: (body, replacesId) => ({ ...body, replacesId }), others: others(noun) },
});

const stock = ({ firms: { own } }: Scene, siteId = own.point) => collect(own, siteId);

const batchIn = (name: string, put: Slot['put']): Slot => ({ name, put, others: others('batch') });
const atOwn = <Made extends object>(make: (own: Scene['firms']['own']) => Made) => {
  return async ({ firms }: Scene) => make(firms.own) as Record<string, unknown>;
};

async function openRunOf({ firms: { own } }: Scene): Promise<string> {
  const { items } = (await own.get(`/v1/runs?state=open&siteId=${own.works}`)).json;
  return items[0].id;
}

const WRITE = { kind: 'make', scope: 'recycling:write' } as const;
const STOCK = { kind: 'make', scope: 'batches:write' } as const;

type Bulk = 'assays' | 'analyses' | 'dispositions' | 'use-confirmations';

/** A bulk request of one row. */
const bulk = (noun: Bulk, row: (scene: Scene) => Promise<object>): Row => ({
  ...{ ...WRITE, route: `POST /v1/${noun}/bulk`, url: () => `/v1/${noun}/bulk`, slots: [] },
  body: async (scene) => [await row(scene)] as unknown as Record<string, unknown>,
});

export const MAKING_ROWS: readonly Row[] = [
  {
    ...{ kind: 'make', scope: 'certificates:confirm', route: 'POST /v1/certificate-confirmations/bulk', slots: [] },
    url: () => '/v1/certificate-confirmations/bulk',
    body: async () => [{ record: 'assay' }] as unknown as Record<string, unknown>,
  },
  bulk('assays', async (scene) => ({ assay: { ...findingOf(), batchId: await stock(scene) } })),
  bulk('analyses', async (scene) => ({ analysis: { ...analysisOf(), batchId: await stock(scene) } })),
  bulk('dispositions', async (scene) => ({ batchId: await stock(scene), disposition: {} })),
  bulk('use-confirmations', async (scene) => ({ dispositionId: await stock(scene), confirmation: {} })),
  {
    ...{ ...STOCK, route: 'POST /v1/batches', url: () => '/v1/batches', slots: [SITE] },
    body: atOwn(({ point }) => batchInput(point)),
  },
  {
    ...{ ...STOCK, route: 'POST /v1/batches/bulk', url: () => '/v1/batches/bulk', slots: [] },
    body: atOwn(({ point }) => [{ batch: batchInput(point) }]),
  },
  {
    ...{ ...STOCK, route: 'POST /v1/batches/merge', url: () => '/v1/batches/merge' },
    body: async (scene) => ({ batchIds: [await stock(scene), await stock(scene)] }),
    slots: [
      batchIn('first', ({ batchIds }, id) => ({ batchIds: [id, ...(batchIds as string[]).slice(1)] })),
      batchIn('last', ({ batchIds }, id) => ({ batchIds: [...(batchIds as string[]).slice(0, 1), id] })),
    ],
  },
  {
    ...{ kind: 'make', scope: 'manifests:write', route: 'POST /v1/manifests', url: () => '/v1/manifests' },
    body: async (scene) => {
      const { own, rival, far } = scene.firms;
      const batchId = await collect(own, own.point, { massGrams: 1_010_000, pieces: 101 });
      return draftOf({ consignor: own, carrier: rival, receiver: far }, { batchId, grams: 1_000_000 });
    },
    slots: [
      {
        name: 'consignorSiteId',
        put: (body, consignorSiteId) => ({ ...body, consignorSiteId }),
        others: otherSites,
      },
      {
        name: 'receiverSiteId',
        put: (body, receiverSiteId) => ({ ...body, receiverSiteId }),
        others: ({ firms: { rival, abroad } }) => [rival.works, abroad.works],
      },
      batchIn('lines', (body, batchId) => ({ ...body, lines: [{ ...(body.lines as object[])[0], batchId }] })),
    ],
  },
  { ...WRITE, route: 'POST /v1/supplies', url: () => '/v1/supplies', body: atOwn(supplyOf), slots: [SITE] },
  {
    ...{ ...WRITE, route: 'POST /v1/assays', url: () => '/v1/assays' },
    body: async (scene) => ({ ...findingOf(), batchId: await stock(scene) }),
    slots: [
      batchIn('batchId', (body, batchId) => ({ ...body, batchId })),
      replaces('assay'),
      {
        name: 'certificateFileId',
        put: (body, certificateFileId) => ({ ...body, certificateFileId }),
        others: others('file'),
      },
    ],
  },
  {
    ...{ ...WRITE, route: 'POST /v1/analyses', url: () => '/v1/analyses' },
    body: async (scene) => ({ ...analysisOf(), batchId: await stock(scene) }),
    slots: [
      batchIn('batchId', (body, batchId) => ({ ...body, batchId })),
      replaces('analysis'),
      {
        name: 'certificateFileId',
        put: (body, certificateFileId) => ({ ...body, certificateFileId }),
        others: others('file'),
      },
    ],
  },
  {
    ...{ ...WRITE, route: 'POST /v1/dioxin-measurements', url: () => '/v1/dioxin-measurements' },
    body: atOwn((own) => ({ ...dioxinOf(own), outlet: 'DA999' })),
    slots: [
      SITE,
      replaces('dioxin'),
      {
        name: 'certificateFileId',
        put: (body, certificateFileId) => ({ ...body, certificateFileId }),
        others: others('file'),
      },
    ],
  },
  {
    ...{ ...WRITE, route: 'POST /v1/stock-counts', url: () => '/v1/stock-counts' },
    body: atOwn((own) => ({ ...countOf(own), countedOn: '2026-10-13' })),
    slots: [SITE, replaces('stockCount')],
  },
  {
    ...{ kind: 'make', scope: 'people:write', route: 'POST /v1/people', url: () => '/v1/people' },
    body: async () => personOf(['driver']),
    slots: [
      {
        name: 'partyId',
        put: (body, partyId) => ({ ...body, partyId }),
        others: ({ firms: { rival, far, abroad } }) => [rival.partyId, far.partyId, abroad.partyId],
      },
    ],
  },
  {
    ...{ kind: 'make', scope: 'files:write', route: 'POST /v1/files', url: () => '/v1/files?name=a.pdf', slots: [] },
    body: async () => ({}),
    text: { body: '%PDF-1.7 of the walk', headers: { 'content-type': 'application/pdf' } },
  },
  {
    ...{ kind: 'make', scope: 'assessments:write', route: 'POST /v1/assessments', url: () => '/v1/assessments' },
    ...{ body: async () => ({ period: '2026-08' }), slots: [] },
  },
  { ...WRITE, route: 'POST /v1/emissions', url: () => '/v1/emissions', body: atOwn(emissionOf), slots: [SITE] },
  {
    ...{ ...WRITE, route: 'POST /v1/runs', url: () => '/v1/runs', slots: [SITE] },
    body: atOwn(({ works }) => ({ siteId: works, startedAt: RUN_AT, process: 'refining' })),
  },
  {
    ...{ ...WRITE, route: 'POST /v1/runs/:id/feeds' },
    url: async (scene: Scene) => `/v1/runs/${await openRunOf(scene)}/feeds`,
    body: async (scene) => {
      const { works } = scene.firms.own;
      const batches = [await stock(scene, works), await stock(scene, works)];
      return { fedAt: RUN_AT, lines: batches.map((batchId) => ({ batchId, massGrams: 1_000, pieces: 1 })) };
    },
    slots: [0, 1].map((place) =>
      batchIn(`line ${place}`, (body, batchId) => ({
        ...body,
        lines: (body.lines as object[]).map((line, at) => (at === place ? { ...line, batchId } : line)),
      })),
    ),
  },
];
