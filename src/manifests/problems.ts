/** Problems of manifests: drafting, finding and exchanging them. */
import { exampleCodes } from '../core/example-codes.ts';
import { EXAMPLE_IDS, NOTHING } from '../core/example-ids.ts';
import { PROVINCES, SYSTEMS } from '../core/identifiers/provinces.ts';
import { defineProblems } from '../core/messages/problem.ts';
import { SITE_KIND_TERMS } from '../core/record-terms.ts';
import { MANIFEST_TERMS } from './rules/terms.ts';

const { collectionSite, otherBatch } = EXAMPLE_IDS;

export const manifestProblem = defineProblems(
  {
    'manifest-step-not-yours-to-send': {
      kind: 'forbidden',
      en: {
        title: 'The step belongs to another sender',
        detail:
          'The step “{step:step}” of this manifest must come from {expected:system}; it came from {source:system}.',
        remedy: 'Send only the steps that are taken in your own system.',
      },
      zh: {
        title: '无权发送此步骤',
        detail: '本联单的“{step:step}”应由{expected:system}发送，实际来自{source:system}。',
        remedy: '请仅发送在本方系统办理的步骤。',
      },
    },
    'manifest-not-for-us': {
      kind: 'rule',
      en: {
        title: 'The manifest does not concern this province',
        detail:
          'The manifest leads from {originProvince:province} to {destinationProvince:province}; this system is that of {province:province}.',
        remedy: 'Send it to the province of its receiver.',
      },
      zh: {
        title: '联单与本省无关',
        detail: '联单由{originProvince:province}转移至{destinationProvince:province}，本系统属于{province:province}。',
        remedy: '请发送至接受地省份。',
      },
    },
    'manifest-place-elsewhere': {
      kind: 'rule',
      en: {
        title: 'A party belongs to another province',
        detail:
          'The consignor and its site belong to the province of origin, the receiver and its site to that of destination. The member “{field}” is {given}; {expected:province} ({expected}) is expected.',
        remedy: 'Correct “{field}”, or send the manifest from the province of its consignor.',
      },
      zh: {
        title: '联单各方所在省份不符',
        detail:
          '移出人及其场所须在移出地省份，接受人及其场所须在接受地省份。{field} 为 {given}，应为{expected:province}（{expected}）。',
        remedy: '请更正 {field}，或由移出人所在省份发送联单。',
      },
    },
    'manifest-party-unregistered': {
      kind: 'rule',
      en: {
        title: 'An organisation is not registered at home',
        detail:
          'The manifest names the {role:role} “{name}” ({uscc}) of {provinceCode:province}. An organisation of this province must be in its register, with its province; other authorities register none here.',
        remedy: 'Check code and province of the {role:role}, or ask its authority to register it first.',
      },
      zh: {
        title: '单位未在所在省份登记',
        detail:
          '联单所载{role:role}“{name}”（{uscc}）所在省份为{provinceCode:province}。本省单位须已在本省登记且所在省份一致，外省不得代为登记。',
        remedy: '请核对{role:role}的统一社会信用代码和所在省份；尚未登记的，请先由其主管部门登记。',
      },
    },
    'manifest-number-foreign': {
      kind: 'forbidden',
      en: {
        title: 'The number belongs to another province',
        detail:
          'The number {number} is not of {originProvince:province}. A province reports numbers of its own divisions only (Order 23, Art 15).',
        remedy: 'Send the number that the national system issued for this manifest.',
      },
      zh: {
        title: '联单编号不属于移出地',
        detail: '编号 {number} 不属于{originProvince:province}；各省只能报送本省区划的编号（部令第23号第十五条）。',
        remedy: '请发送国家系统为本联单签发的编号。',
      },
    },
    'manifest-document-contradicts': {
      kind: 'rule',
      en: {
        title: 'The message contradicts its document',
        detail: 'The member “{field}” of the message differs from the document in it.',
        remedy:
          'Send the document of exactly this manifest and version, with its SHA-256 over canonical JSON (RFC 8785).',
      },
      zh: {
        title: '报文与所附联单不一致',
        detail: '报文的 {field} 与所附联单不一致。',
        remedy: '请发送该联单该版本的内容，及其规范 JSON（RFC 8785）的 SHA-256。',
      },
    },
    'manifest-missing': {
      kind: 'missing',
      en: {
        title: 'Manifest not found',
        detail: 'No manifest {id} is visible to you.',
        remedy: 'Use the id of a manifest that names your organisation.',
      },
      zh: {
        title: '联单不存在',
        detail: '没有您可查看的联单 {id}。',
        remedy: '请使用本单位作为移出人、承运人或接受人的联单。',
      },
    },
    'manifest-party-without-code': {
      kind: 'rule',
      en: {
        title: 'The organisation has no credit code',
        detail:
          'The organisation “{name}” has no unified social credit code, which identifies organisations on a manifest.',
        remedy: 'Choose organisations that have a unified social credit code.',
      },
      zh: {
        title: '单位没有统一社会信用代码',
        detail: '单位“{name}”没有统一社会信用代码；联单各方以该代码识别。',
        remedy: '请由具有统一社会信用代码的单位办理转移。',
      },
    },
    'manifest-consignor-elsewhere': {
      kind: 'rule',
      en: {
        title: 'The load leaves from another province',
        detail: 'The consignor belongs to {provinceCode:province}; this system is that of {province:province}.',
        remedy: 'Draft the manifest in the system of the province that the load leaves from.',
      },
      zh: {
        title: '移出地不在本省',
        detail: '移出人属于{provinceCode:province}，本系统属于{province:province}。',
        remedy: '请在移出地省级系统填写联单。',
      },
    },
    'manifest-receiver-site-mismatch': {
      kind: 'rule',
      en: {
        title: 'The receiving site does not match the receiver',
        detail:
          'The receiver belongs to {provinceCode:province} and needs a site there. In this province the site must be registered. In another province a description is enough.',
        remedy: 'Enter receiverSiteId for a registered site, or receiverSite for a site in another province.',
      },
      zh: {
        title: '接受场所与接受人不符',
        detail: '接受人属于{provinceCode:province}，接受场所须位于该省；在本省的须为已登记场所，在外省的可直接填写。',
        remedy: '已登记场所请填“接受场所编号”（receiverSiteId），外省场所请填“外省接受场所”（receiverSite）。',
      },
    },
    'manifest-same-site': {
      kind: 'rule',
      en: {
        title: 'The load would not leave its site',
        detail:
          'The manifest leads from site {siteId} to the same site. A manifest moves a load from one site to another.',
        remedy:
          'Enter another site in receiverSiteId. What was weighed or counted wrongly on a site is corrected, or adjusted after a stock count.',
      },
      zh: {
        title: '移出场所与接受场所相同',
        detail: '联单的移出场所与接受场所均为 {siteId}；联单用于不同场所之间的转移。',
        remedy: '请在“接受场所编号”（receiverSiteId）中填写另一场所。本场所内称重或盘点有误的，请办理更正或盘点调整。',
      },
    },
    'manifest-paper-taken': {
      kind: 'conflict',
      en: {
        title: 'Another load goes under this paper number',
        detail: 'Another manifest of this consignor has the number {number}. A form on paper covers one load.',
        remedy:
          'Enter the whole number as it is printed on the form of this load. A manifest that was registered with it by mistake can be cancelled before the load is handed over.',
      },
      zh: {
        title: '纸质联单编号已用于其他货物',
        detail: '本移出人的另一份联单已使用编号 {number}，一份纸质联单只对应一批货物。',
        remedy: '请按该批货物纸质联单上印制的完整编号填写；误用该编号登记的联单，可在交付前取消。',
      },
    },
    'manifest-batch-elsewhere': {
      kind: 'rule',
      en: {
        title: 'The batch is not on the consignor’s site',
        detail: 'Batch {id} is not in stock on site {siteId}.',
        remedy: 'Choose batches in stock on the site that the load leaves from.',
      },
      zh: {
        title: '批次不在移出场所',
        detail: '批次 {id} 不属于移出场所（编号 {siteId}）的库存。',
        remedy: '请选择移出场所库存中的批次。',
      },
    },
    'manifest-waste-codes-differ': {
      kind: 'rule',
      en: {
        title: 'The batches have different waste codes',
        detail: 'One manifest carries one waste code; the batches have {wasteCodes}.',
        remedy: 'Draft one manifest for each waste code (Order 23, Art 16).',
      },
      zh: {
        title: '批次废物代码不同',
        detail: '本系统每份联单只填写一种废物代码，所选批次的废物代码为：{wasteCodes}。',
        remedy: '请按废物代码分别填写联单（部令第23号第十六条）。',
      },
    },
    'manifest-code-unknown': {
      kind: 'rule',
      en: {
        title: 'The code is not on the list',
        detail: '“{value}” is not a code of the list “{list:list}” in force on that day.',
        remedy: 'Use one of: {known:code}.',
      },
      zh: {
        title: '代码不在代码表中',
        detail: '“{value}”不在当日有效的“{list:list}”代码表中。',
        remedy: '请使用以下代码之一：{known:code}。',
      },
    },
    'manifest-receiver-site-unknown': {
      kind: 'rule',
      en: {
        title: 'The receiver has no registered site here',
        detail: 'Accepted mass is recorded on a site of the receiver in division {divisionCode}; none is registered.',
        remedy: 'Ask the authority to register the site “{name}” of the receiver, then decide again.',
      },
      zh: {
        title: '接受人在本省没有已登记场所',
        detail: '接受的货物须计入接受人在行政区划 {divisionCode} 的场所，但该场所尚未登记。',
        remedy: '请先由主管部门登记接受人的场所“{name}”，再办理接受或部分接受。',
      },
    },
    'manifest-site-receives-nothing': {
      kind: 'rule',
      en: {
        title: 'The receiving site takes in no waste',
        detail: 'A site of the kind “{siteKind:site-kind}” receives no hazardous waste, under any licence.',
        remedy:
          'Send the load to a collection point, transfer point, recycler or disposer with a licence. If the kind of the site is wrong, ask the authority to correct it.',
      },
      zh: {
        title: '接受场所不得接受危险废物',
        detail: '类型为“{siteKind:site-kind}”的场所不得接受危险废物。',
        remedy: '请选择持有相应许可证的收集网点、集中转运点、再生利用单位或处置单位；场所类型有误的，请主管部门更正。',
      },
    },
    'licence-scale-exceeded': {
      kind: 'rule',
      en: {
        title: 'The approved annual scale is exceeded',
        detail:
          'With this load the receiver has accepted {acceptedGrams:mass} in {year}. Its licence {number} approves {limitGrams:mass} a year, and at most {blockGrams:mass} without a new licence.',
        remedy: 'Reject the load, or ask the authority to register a licence of larger scale.',
      },
      zh: {
        title: '超过核准经营规模',
        detail:
          '含本次在内，接受人 {year} 年已接受 {acceptedGrams:mass}；许可证 {number} 的核准经营规模为每年 {limitGrams:mass}，未重新申请领取许可证的，不得超过 {blockGrams:mass}。',
        remedy: '请拒收；或由接受人重新申请领取许可证，经主管部门登记后再接受。',
      },
    },
  },
  // The words of `code` come with each case, because code lists are law.
  { ...MANIFEST_TERMS, province: PROVINCES, system: SYSTEMS, 'site-kind': SITE_KIND_TERMS, code: {} },
  {
    'manifest-missing': { id: NOTHING },
    'manifest-party-without-code': { name: '演示个体户', pointer: '#/body/carrierId' },
    'manifest-consignor-elsewhere': { provinceCode: '44', province: '45' },
    'manifest-receiver-site-mismatch': { provinceCode: '45', pointer: '#/body/receiverSite' },
    'manifest-same-site': { siteId: collectionSite, pointer: '#/body/receiverSiteId' },
    'manifest-paper-taken': { number: '45-0001', pointer: '#/body/number' },
    'manifest-batch-elsewhere': { id: otherBatch, siteId: collectionSite, pointer: '#/body/lines/0/batchId' },
    'manifest-waste-codes-differ': { wasteCodes: ['900-052-31', '384-004-31'], pointer: '#/body/lines' },
    'manifest-code-unknown': {
      value: 'box',
      list: 'packaging',
      known: exampleCodes('packaging'),
      pointer: '#/body/lines/0/packaging',
    },
    'manifest-receiver-site-unknown': { divisionCode: '450100', name: '演示再生铅厂' },
    'manifest-site-receives-nothing': { siteKind: 'generator', pointer: '#/document/receiverSite' },
    'licence-scale-exceeded': {
      acceptedGrams: 36_120_000_000,
      year: 2026,
      number: 'GX4501000003',
      limitGrams: 30_000_000_000,
      blockGrams: 36_000_000_000,
      pointer: '#/body/lines',
    },
  },
);
