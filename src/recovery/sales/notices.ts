/** Texts of the findings about output that left. */
import type { NoticeEntries } from '../../core/messages/notice.ts';

export const SALES_FINDINGS = {
  SALES_NOT_CONFIRMED: {
    severity: 'flag',
    en: {
      title: 'Sold output that no independent receiver confirmed',
      detail:
        '{massGrams:mass} of products and used by-products left in {deliveries} deliveries, and independent registered receivers confirmed {confirmedGrams:mass} of it. The rest holds {leadGrams:mass} of lead, {sharePercent} % of the lead available, and the rate states an uncertainty of {limitPercent} %. Only the enterprise says that it was made, so it counts as lead that may never have been made. Name the registered receiver (receiverId) when mass leaves, and let it confirm what it received (GET /v1/output-deliveries lists it). What it receives after the last day of the period shows no mass of this period.',
    },
    zh: {
      title: '出厂产品未经独立接收方确认',
      detail:
        '评价期内 {deliveries} 批产品和综合利用的副产物出厂，合计 {massGrams:mass}，其中经已登记的独立接收方确认收货 {confirmedGrams:mass}。其余部分含铅 {leadGrams:mass}，占可用铅量的 {sharePercent}%（回收率的不确定度为 {limitPercent}%），仅有本单位记录为据，按可能并未实际产出计。出厂时请填写已登记的接收方（receiverId），并由其确认收货量（可通过 GET /v1/output-deliveries 查询待确认的记录）。评价期结束后收货的，不能证明期内确已产出。',
    },
  },
  SALES_CONTRADICTED: {
    severity: 'block',
    en: {
      title: 'Receivers received another mass than was sold',
      detail:
        'Of {deliveries} sales the books have {massGrams:mass}, and their receivers state that they received {receivedGrams:mass}. One of them is disposition {dispositionId}. Compare the weighing records of both. Correct the sale, or let the receiver correct its confirmation; a sale that is corrected needs a confirmation that fits it.',
    },
    zh: {
      title: '接收方确认的收货量与销售量不符',
      detail:
        '{deliveries} 笔销售的账面重量合计 {massGrams:mass}，接收方确认收货合计 {receivedGrams:mass}（如去向记录 {dispositionId}）。请核对双方过磅记录，更正销售记录，或由接收方更正确认；销售记录更正后，须有与之相符的收货确认。',
    },
  },
} as const satisfies NoticeEntries;
