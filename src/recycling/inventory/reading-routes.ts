/** HTTP: reading supplies, assays, dispositions, stock counts and emissions, in lists and one by one. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { type RequestTx, readAs } from '../../platform/database/row-security.ts';
import { callerOf, IdParams, type Page, type PageQuery, pageOf } from '../../platform/http/index.ts';
import { AnalysisResponse } from '../analyses/schemas.ts';
import { AssayResponse } from '../assays/schemas.ts';
import { listCertificateConfirmations, readCertificateConfirmation, withPresent } from '../certificates/queries.ts';
import { CertificateConfirmationListQuery, CertificateConfirmationResponse } from '../certificates/schemas.ts';
import {
  listAnalyses,
  listAssays,
  listDispositions,
  listEmissions,
  listStockCounts,
  listSupplies,
  listUseConfirmations,
  readAnalysis,
  readAssay,
  readDisposition,
  readEmission,
  readStockCount,
  readSupply,
  readUseConfirmation,
} from '../queries.ts';
import { type RecyclingDeps, readSampledMassTolerance } from '../rules-queries.ts';
import type { SampleKind } from '../samples/sampled.ts';
import { withOneSampled, withSampled } from '../samples/service.ts';
import { ConfirmationListQuery, UseConfirmationResponse } from '../uses/schemas.ts';
import {
  BatchListQuery,
  DispositionResponse,
  EmissionResponse,
  SiteListQuery,
  StockCountListQuery,
  StockCountResponse,
  SupplyResponse,
} from './schemas.ts';

const TAGS = ['recycling'];
const CONFIG = { scope: 'recycling:read', personal: 'holding' } as const;

type Texts = { readonly summary: string; readonly description: string };

/** Adds what was sampled to the reading of a list. */
const pageWithSampled =
  <Query, Item extends { readonly id: string }>(
    kind: SampleKind,
    list: (db: RequestTx, visibility: Visibility, query: Query) => Promise<Page<Item>>,
  ) =>
  async (db: RequestTx, visibility: Visibility, query: Query) => {
    const { items, nextCursor } = await list(db, visibility, query);
    return { items: await withSampled(db, kind, items), nextCursor };
  };

/** Adds what was sampled to the reading of one record. */
const oneWithSampled =
  <Item extends { readonly id: string }>(
    kind: SampleKind,
    read: (db: RequestTx, visibility: Visibility, id: string) => Promise<Item>,
  ) =>
  async (db: RequestTx, visibility: Visibility, id: string) =>
    withOneSampled(db, kind, await read(db, visibility, id));

/** The two routes of a kind of record: its list, and one record by its id. */
type Records<Query extends typeof PageQuery, Item extends z.ZodType<object>> = {
  readonly path: `/${string}`;
  readonly item: Item;
  readonly list: Texts & {
    readonly query: Query;
    readonly read: (db: RequestTx, visibility: Visibility, query: z.infer<Query>) => Promise<Page<z.infer<Item>>>;
  };
  readonly one: Texts & {
    readonly missing: string;
    /** Law that the reading needs. */
    readonly lawKey?: string;
    readonly read: (db: RequestTx, visibility: Visibility, id: string) => Promise<z.infer<Item>>;
  };
};

/** Lists the problem of law that is missing. */
const lawOf = (key?: string) => (key === undefined ? [] : [['law-missing', { key }] as const]);

export const readingRoutes =
  (deps: RecyclingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    const publish = <Query extends typeof PageQuery, Item extends z.ZodType<object>>(
      records: Records<Query, Item>,
    ): void => {
      const { path, item, list, one } = records;
      const listed = { summary: list.summary, description: list.description, querystring: list.query };
      http.get(
        path,
        {
          config: { ...CONFIG, problems: lawOf(one.lawKey) },
          schema: { ...listed, tags: TAGS, response: { 200: pageOf(item) } },
        },
        (request) =>
          readAs(deps.db, callerOf(request), (db) =>
            list.read(db, callerOf(request).visibility, list.query.parse(request.query) as z.infer<Query>),
          ),
      );
      const answer: z.ZodType<object> = item;
      const shown = { summary: one.summary, description: one.description, params: IdParams };
      http.get(
        `${path}/:id`,
        {
          config: { ...CONFIG, problems: [one.missing, ...lawOf(one.lawKey)] },
          schema: { ...shown, tags: TAGS, response: { 200: answer } },
        },
        (request) =>
          readAs(deps.db, callerOf(request), (db) => one.read(db, callerOf(request).visibility, request.params.id)),
      );
    };
    publish(SUPPLIES);
    publish(ASSAYS);
    publish(ANALYSES);
    publish(certificatesOf(deps));
    publish(DISPOSITIONS);
    publish(CONFIRMATIONS);
    publish(STOCK_COUNTS);
    publish(EMISSIONS);
  };

const SUPPLIES: Records<typeof SiteListQuery, typeof SupplyResponse> = {
  path: '/supplies',
  item: SupplyResponse,
  list: {
    summary: 'List bought feed and reagents',
    description: 'What recyclers bought, oldest first, narrowed by site. Each supply names the batch that it became.',
    query: SiteListQuery,
    read: listSupplies,
  },
  one: {
    summary: 'Read a supply of bought feed or reagents',
    description:
      'One supply with its supplier and document. `batchId` is the batch to feed to runs; the lead content is in its assay.',
    missing: 'supply-missing',
    read: readSupply,
  },
};

const ASSAYS: Records<typeof BatchListQuery, typeof AssayResponse> = {
  path: '/assays',
  item: AssayResponse,
  list: {
    summary: 'List assays, corrected ones included',
    description:
      'Assays of lead with what was sampled, oldest first, narrowed by batch. A correction is a record of its own, and its `replacesId` names the assay that it corrects.',
    query: BatchListQuery,
    read: pageWithSampled('assay', listAssays),
  },
  one: {
    summary: 'Read an assay',
    description:
      'One assay with its subject, method, certificate and what was sampled. A corrected assay stays as it was recorded: the correction names it in `replacesId`.',
    missing: 'assay-missing',
    read: oneWithSampled('assay', readAssay),
  },
};

const ANALYSES: Records<typeof BatchListQuery, typeof AnalysisResponse> = {
  path: '/analyses',
  item: AnalysisResponse,
  list: {
    summary: 'List analyses of other substances than lead, corrected ones included',
    description:
      'Analyses of water, plastics, acid and sulphates with what was sampled, oldest first, narrowed by batch. A correction names the analysis that it replaces.',
    query: BatchListQuery,
    read: pageWithSampled('analysis', listAnalyses),
  },
  one: {
    summary: 'Read an analysis of another substance than lead',
    description:
      'One analysis with its subject, substance, certificate and what was sampled. A corrected one stays as it was recorded: the correction names it in `replacesId`.',
    missing: 'analysis-missing',
    read: oneWithSampled('analysis', readAnalysis),
  },
};

const CONFIRMATIONS: Records<typeof ConfirmationListQuery, typeof UseConfirmationResponse> = {
  path: '/use-confirmations',
  item: UseConfirmationResponse,
  list: {
    summary: 'List confirmations of use, corrected ones included',
    description:
      'What receivers confirmed of deliveries, oldest first, narrowed by disposition. The recycler sees those of its deliveries, a receiver those that it recorded.',
    query: ConfirmationListQuery,
    read: listUseConfirmations,
  },
  one: {
    summary: 'Read a confirmation of use',
    description:
      'One confirmation with its mass, use and proof. A corrected one stays as it was recorded: the correction names it in `replacesId`.',
    missing: 'use-confirmation-missing',
    read: readUseConfirmation,
  },
};

const certificatesOf = (
  deps: RecyclingDeps,
): Records<typeof CertificateConfirmationListQuery, typeof CertificateConfirmationResponse> => ({
  path: '/certificate-confirmations',
  item: CertificateConfirmationResponse,
  list: {
    summary: 'List what laboratories state on certificates, corrected statements included',
    description:
      'Statements of laboratories on assays and analyses, oldest first, narrowed by record or laboratory. The recycler sees those on its records, a laboratory those that it made. The statement that none replaces is valid. A confirmation that no longer fits what was sampled, as it is recorded now, is shown as a contradiction.',
    query: CertificateConfirmationListQuery,
    read: async (db, visibility, query) => {
      const { items, nextCursor } = await listCertificateConfirmations(db, visibility, query);
      return { items: await withPresent(db, items, await readSampledMassTolerance(deps)), nextCursor };
    },
  },
  one: {
    summary: 'Read what a laboratory states on a certificate',
    description:
      'One statement of a laboratory beside what the record states, with the differences and with what was sampled as it is recorded now. A corrected or withdrawn one stays as it was recorded: the later one names it in `replacesId`.',
    missing: 'certificate-confirmation-missing',
    lawKey: 'recycling.sampled-mass',
    read: async (db, visibility, id) => {
      const statement = await readCertificateConfirmation(db, visibility, id);
      const [shown = statement] = await withPresent(db, [statement], await readSampledMassTolerance(deps));
      return shown;
    },
  },
});

const DISPOSITIONS: Records<typeof BatchListQuery, typeof DispositionResponse> = {
  path: '/dispositions',
  item: DispositionResponse,
  list: {
    summary: 'List sales, uses and disposals',
    description:
      'What left recyclers other than by manifest, oldest first. Narrow the list by `batchId`, the batch that the mass left.',
    query: BatchListQuery,
    read: listDispositions,
  },
  one: {
    summary: 'Read a sale, use or disposal',
    description: 'One disposition with its receiver, contract and confirmation of use. Its mass has left the books.',
    missing: 'disposition-missing',
    read: readDisposition,
  },
};

const STOCK_COUNTS: Records<typeof StockCountListQuery, typeof StockCountResponse> = {
  path: '/stock-counts',
  item: StockCountResponse,
  list: {
    summary: 'List stock counts, corrected ones included',
    description:
      'Stock counts, oldest first, narrowed by site or day. A correction is a record of its own, and its `replacesId` names the count that it corrects.',
    query: StockCountListQuery,
    read: listStockCounts,
  },
  one: {
    summary: 'Read a stock count',
    description:
      'One stock count with the mass and lead of each item. A corrected count stays as it was recorded: the correction names it in `replacesId`.',
    missing: 'stock-count-missing',
    read: readStockCount,
  },
};

const EMISSIONS: Records<typeof SiteListQuery, typeof EmissionResponse> = {
  path: '/emissions',
  item: EmissionResponse,
  list: {
    summary: 'List emissions of lead',
    description:
      'Lead emitted to air and water, oldest first, narrowed by site. Each record is a known loss of the period in which it occurred.',
    query: SiteListQuery,
    read: listEmissions,
  },
  one: {
    summary: 'Read an emission of lead',
    description:
      'One emission with its outlet and method of measurement. Its lead is a known loss of the recovery rate.',
    missing: 'emission-missing',
    read: readEmission,
  },
};
