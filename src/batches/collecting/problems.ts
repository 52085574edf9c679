/** Messages about collections without a licence. */
import { EXAMPLE_IDS } from '../../core/example-ids.ts';
import { defineNotices } from '../../core/messages/notice.ts';
import { defineProblems } from '../../core/messages/problem.ts';
import { SITE_KIND_TERMS } from '../../core/record-terms.ts';

export const collectingProblem = defineProblems(
  {
    'batch-collection-unlicensed': {
      kind: 'rule',
      en: {
        title: 'No licence for collecting this waste',
        detail:
          'On {on} the organisation of site {siteId}, of the kind “{siteKind:site-kind}”, had no valid licence under which it collects {wasteCode} there (State Council Order 408).',
        remedy:
          'Ask the authority to register the licence for collection, then record the batch again. Waste of your own business is recorded with the origin “generated”. Records made without a connection are taken and marked.',
      },
      zh: {
        title: '无收集该废物的有效许可证',
        detail:
          '场所 {siteId}（{siteKind:site-kind}）所属单位在 {on} 没有可在该场所收集 {wasteCode} 的有效危险废物经营许可证（国务院令第408号）。',
        remedy:
          '请主管部门登记其收集许可证后重新登记批次；本单位自行产生的废物，来源（origin）请填“产生”（generated）。离线期间的记录予以登记并标记。',
      },
    },
  },
  { 'site-kind': SITE_KIND_TERMS },
  {
    'batch-collection-unlicensed': {
      ...{
        siteId: EXAMPLE_IDS.collectionSite,
        siteKind: 'collection_point',
        wasteCode: '900-052-31',
        on: '2027-01-05',
      },
      pointer: '#/body/siteId',
    },
  },
);

export const collectingNotice = defineNotices({
  'collection-unlicensed': {
    severity: 'flag',
    en: {
      title: 'Collected without a licence',
      detail:
        'The organisation of site {siteId} had no valid licence under which it collects {wasteCode} there on that day (State Council Order 408). The batch is recorded and marked.',
    },
    zh: {
      title: '无许可收集',
      detail:
        '场所 {siteId} 所属单位在当日没有可在该场所收集 {wasteCode} 的有效危险废物经营许可证（国务院令第408号）。该批次已登记并标记。',
    },
  },
});
