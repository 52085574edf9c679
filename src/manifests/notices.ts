/** Notices about steps that were taken in spite of a warning, in the language of the reader. */
import { storageNotice } from '../batches/rules.ts';
import type { Language } from '../core/messages/language.ts';
import { defineNotices, type NoticeText, type Severity } from '../core/messages/notice.ts';
import { PARTY_TERMS } from '../parties/rules.ts';
import { MANIFEST_TERMS } from './rules/terms.ts';
import type { Warning } from './rules/warning.ts';

export const manifestNotice = defineNotices(
  {
    'vehicle-unregistered': {
      severity: 'flag',
      en: {
        title: 'Vehicle not registered',
        detail: 'The vehicle {plate} is not registered with the carrier.',
      },
      zh: { title: '车辆未登记', detail: '车辆 {plate} 未在承运人名下登记。' },
    },
    'licence-scale-reached': {
      severity: 'flag',
      en: {
        title: 'Approved annual scale nearly reached or exceeded',
        detail:
          'With this load the receiver has accepted {acceptedGrams:mass} in {year} under the licence {licence}, which approves {limitGrams:mass} a year.',
      },
      zh: {
        title: '接近或超过核准经营规模',
        detail:
          '含本次在内，接受人 {year} 年依据许可证 {licence} 已接受 {acceptedGrams:mass}，该证核准经营规模为每年 {limitGrams:mass}。',
      },
    },
    'before-number': {
      severity: 'flag',
      en: {
        title: 'Dated before the national number',
        detail:
          'The step is dated {stepAt:time}, and the national number was issued only at {numberedAt:time}. A load travels under its number, or on paper (Order 23, Art 15 and 20), so the record is irregular.',
      },
      zh: {
        title: '早于联单编号签发时间',
        detail:
          '该步骤时间为 {stepAt:time}，而联单编号至 {numberedAt:time}才签发。转移须凭联单编号或纸质联单进行（部令第23号第十五条、第二十条），该记录不合规定。',
      },
    },
    'against-completion': {
      severity: 'flag',
      en: {
        title: 'Contradicts the completion on paper',
        detail:
          'The step is dated {stepAt:time}, and the consignor stated that the transfer on paper was completed at {completedAt:time}. The transfer ends with its last step and closing follows (Order 23, Art 20), so the record is irregular.',
      },
      zh: {
        title: '与纸质联单转移完成时间不符',
        detail:
          '该步骤时间为 {stepAt:time}，而移出人填报的纸质联单转移完成时间为 {completedAt:time}。转移以最后一个步骤办结为完成，其后方可办结联单（部令第23号第二十条），该记录不合规定。',
      },
    },
    'late-entry': {
      severity: 'note',
      en: {
        title: 'Late entry',
        detail: 'The step was entered at {enteredAt:time}, {hours} hours after it happened.',
      },
      zh: { title: '迟报', detail: '该步骤于 {enteredAt:time}录入，距发生时间已有 {hours} 小时。' },
    },
    'one-party': {
      severity: 'flag',
      en: {
        title: 'One organisation in all roles',
        detail:
          'One organisation is consignor, carrier and receiver, so no second organisation confirms kind and mass of the load.',
      },
      zh: {
        title: '移出人、承运人、接受人为同一单位',
        detail: '移出人、承运人和接受人为同一单位，货物的种类和重量未经其他单位确认。',
      },
    },
    'significant-difference': {
      severity: 'flag',
      en: {
        title: 'Significant difference',
        detail:
          'The receiver found a significant difference: {sentGrams:mass} were sent, {weighedGrams:mass} weighed, {refusedGrams:mass} refused. It is in the journals of both provinces, where the authority of the receiver sees it (Order 23, Art 18).',
      },
      zh: {
        title: '存在重大差异',
        detail:
          '接受人认定存在重大差异：移出 {sentGrams:mass}，称得 {weighedGrams:mass}，拒收 {refusedGrams:mass}。已记入移出地和接受地日志，接受地主管部门可即时查看（部令第23号第十八条）。',
      },
    },
    'return-differs': {
      severity: 'flag',
      en: {
        title: 'Another mass came back than was refused',
        detail:
          'Of {refusedGrams:mass} that the receiver refused, {returnedGrams:mass} came back to the consignor. The difference is on an account of its own, for the authorities of both parties to examine.',
      },
      zh: {
        title: '退回量与拒收量不符',
        detail: '接受人拒收 {refusedGrams:mass}，移出人收到退回 {returnedGrams:mass}。差额单独记账，须由主管部门核查。',
      },
    },
    'number-of-another-year': {
      severity: 'flag',
      en: {
        title: 'Number of another year',
        detail:
          'The number {number} is of the year {statedYear}, in which the manifest was neither submitted nor numbered.',
      },
      zh: {
        title: '联单编号年份不符',
        detail: '联单编号 {number} 的年份为 {statedYear}，与联单提交和编号签发的年份均不符。',
      },
    },
    'number-of-another-place': {
      severity: 'flag',
      en: {
        title: 'Number of another place',
        detail: 'The number {number} is of the city {statedCode}, and the load leaves from {code} (Order 23, Art 15).',
      },
      zh: {
        title: '联单编号地区不符',
        detail: '联单编号 {number} 的移出地为 {statedCode}，而移出场所位于 {code}（部令第23号第十五条）。',
      },
    },
    'number-without-serial': {
      severity: 'flag',
      en: {
        title: 'Number without a serial',
        detail: 'The number {number} has the serial 000000; serials begin with 000001 (Order 23, Art 15).',
      },
      zh: {
        title: '联单编号无流水号',
        detail: '联单编号 {number} 的流水号为 000000，流水号应自 000001 起（部令第23号第十五条）。',
      },
    },
    'paper-outside-outage': {
      severity: 'flag',
      en: {
        title: 'On paper outside an outage',
        detail:
          'The load went on paper at {transferredAt:time} from {divisionCode}, and no declared outage covers that time and place. Paper is for the time in which the system cannot be used (Order 23, Art 20), so the record is irregular.',
      },
      zh: {
        title: '非系统停机期间使用纸质联单',
        detail:
          '该批货物于 {transferredAt:time}自行政区划 {divisionCode} 以纸质联单转移，但该时间、该地区没有已公布的系统停机。仅系统无法运行时可先使用纸质联单（部令第23号第二十条），该记录不合规定。',
      },
    },
    'paper-number-not-reserved': {
      severity: 'flag',
      en: {
        title: 'Paper number that is not reserved',
        detail:
          'The number {number} is not among those that the authority reserved for forms on paper of the consignor, so the record is irregular.',
      },
      zh: {
        title: '纸质联单编号未预留',
        detail: '编号 {number} 不在主管部门为移出人预留的纸质联单编号之内，该记录不合规定。',
      },
    },
    'paper-without-photographs': {
      severity: 'note',
      en: {
        title: 'Entered without photographs',
        detail:
          'The load travelled on paper, and no photograph of it or of its papers was added before it was entered.',
      },
      zh: { title: '补录未附照片', detail: '该批货物以纸质联单转移，补录前未添加货物或纸质联单的照片。' },
    },
    'party-name-differs': {
      severity: 'flag',
      en: {
        title: 'Name differs from the register',
        detail:
          'The manifest names the {role:role} {uscc} “{given}”; the register of this province has “{registered}”.',
      },
      zh: {
        title: '单位名称与登记不符',
        detail: '联单所载{role:role}（{uscc}）名称为“{given}”，本省登记名称为“{registered}”。',
      },
    },
    'site-receives-nothing': {
      severity: 'flag',
      en: {
        title: 'The receiving site takes in no waste',
        detail:
          'The load goes to a site of the kind “{siteKind:site-kind}”, which receives no hazardous waste under any licence. Such loads are refused from the day that law licences.receiving names.',
      },
      zh: {
        title: '接受场所不得接受危险废物',
        detail:
          '接受场所类型为“{siteKind:site-kind}”，不得接受危险废物；自规则 licences.receiving 规定之日起，此类转移不予办理。',
      },
    },
    'method-unlicensed': {
      severity: 'flag',
      en: {
        title: 'The licence does not allow the treatment method',
        detail:
          'Line {line} names the method {method}, which the receiving site does not use under a licence for {mode:licence-mode}.',
      },
      zh: {
        title: '利用处置方式超出许可经营方式',
        detail: '第 {line} 行的利用处置方式为 {method}，超出接受场所“{mode:licence-mode}”许可证的经营方式。',
      },
    },
  },
  { ...MANIFEST_TERMS, 'site-kind': PARTY_TERMS['site-kind'], 'licence-mode': PARTY_TERMS['licence-mode'] },
);

/** A warning as readers see it. */
export type ShownWarning = Warning & NoticeText & { readonly severity: Severity };

/** Shows a warning in a language. A warning about a limit is a `note` up to the limit and a `flag` above it. */
export function showWarning(warning: Warning, language: Language): ShownWarning {
  const { code, facts } = warning;
  const factory = code === 'storage-limit-reached' ? storageNotice : manifestNotice;
  return { ...warning, severity: severityOf(warning), ...factory.text({ code, facts }, language) };
}

function severityOf({ code, facts }: Warning): Severity {
  if (code === 'storage-limit-reached') return Number(facts.stockGrams) > Number(facts.limitGrams) ? 'flag' : 'note';
  if (code === 'licence-scale-reached') return Number(facts.acceptedGrams) > Number(facts.limitGrams) ? 'flag' : 'note';
  return manifestNotice.entries[code].severity;
}
