/** Wire shapes of recovery rates. Lead is shown in whole grams and as an exact decimal. */
import { z } from 'zod';
import type { Language } from '../core/messages/language.ts';
import { Id, InstantOut, named, namedCodes, PageQuery } from '../platform/http/index.ts';
import { CERTIFICATE_STATE_WORDS, CERTIFICATE_STATES } from './assays/certificate.ts';
import type { Evaluation } from './evaluation.ts';
import { RECOVERY, RECOVERY_RECORD } from './examples.ts';
import { RECORD_KIND_WORDS, RECORD_TERM_WORDS } from './fields.ts';
import { FractionOut, LeadOut, toFraction, toLead } from './figure-schemas.ts';
import type { Answers } from './kept/figure.ts';
import { countOf, type LeadRecord, leadOf, RECORD_KINDS } from './lead-records.ts';
import { METHOD, RECORD_TERMS, TERMS } from './lead-recovery.ts';
import { toVerdicts, VerdictOut } from './methods/schemas.ts';
import type { Target } from './methods/verdict.ts';
import type { Period } from './periods/period.ts';
import { RecoveryQuery } from './periods/schemas.ts';
import { FindingsOut, StatusOut, toFindings, toStatus } from './question/finding-schemas.ts';
import { ControlsShape } from './question/law-schemas.ts';
import { toUncertainty, UncertaintyOut } from './uncertainty/schemas.ts';
import type { Uncertainties } from './uncertainty/uncertainty.ts';

const TermCode = namedCodes('BalanceTerm', 'Term of the lead balance', TERMS, RECORD_TERM_WORDS);

const RecordTermCode = namedCodes(
  'RecordTerm',
  'Term of the lead balance that a record counts to',
  RECORD_TERMS,
  RECORD_TERM_WORDS,
);

export const RecordKindCode = namedCodes(
  'RecoveryRecordKind',
  'Kind of a record of the lead balance',
  RECORD_KINDS,
  RECORD_KIND_WORDS,
);

export const RecoveryRecordsQuery = PageQuery.extend({
  ...RecoveryQuery.shape,
  term: RecordTermCode.optional().describe('Only the records of one term'),
});

const LeftOut = z.object({
  records: z.int().describe('How many lines and loads are left out'),
  massGrams: z.int().describe('Mass of what is left out, whole grams'),
});

export const RecoveryResponse = named(
  'Recovery',
  'Recovery rates of lead of an organisation in a period, with terms, balance and findings.',
  z.object({
    partyId: Id.describe('The enterprise'),
    period: z.string().describe('Month, quarter or year of the evaluation'),
    from: InstantOut.describe('First instant of the period'),
    to: InstantOut.describe('First instant after the period'),
    provisional: z.boolean().describe('True while the period is in progress'),
    asOf: InstantOut.describe('Time of the evaluation; what was recorded later is not in it'),
    journalIndex: z
      .int()
      .describe(
        'Index of the journal up to which everything is in the evaluation. The same question with a greater index may have another answer; the entries between them say why',
      ),
    method: z
      .object({
        id: z.string().describe('Name of the method'),
        version: z.int().describe('Grows when the formula changes; figures of one version can be compared'),
      })
      .describe('Method of the evaluation'),
    status: StatusOut,
    rates: z
      .object({
        headline: FractionOut.nullable().describe(
          '铅回收率（综合口径，含副产品）: lead in products and in by-products with proof of use, by lead available, (P + Q) / available. A definition of this service',
        ),
        productsOnly: FractionOut.nullable().describe(
          '铅回收率（仅产品口径）: P / available, the 铅总回收率 of 再生铅行业规范条件 (MIIT announcement 60 of 2016), which publishes no formula: lead in products by lead in the material fed',
        ),
        conservative: FractionOut.nullable().describe(
          '铅回收率（保守口径）: the comprehensive rate with all lead of other feed counted as recovered, (P + Q - F) / (M_b - ΔW); decides whether a limit is met. A definition of this service',
        ),
        unaccountedShare: FractionOut.nullable().describe('Unaccounted / available'),
        batteryShare: FractionOut.nullable().describe('Share of batteries in all lead fed (φ)'),
        indirect: FractionOut.nullable().describe(
          '1 - (losses + under way) / available: lead that nothing explains counts as recovered, so read it with unaccountedShare',
        ),
      })
      .nullable()
      .describe('null when a stock count at either end, or the lead content of batteries or products, is missing'),
    uncertainty: UncertaintyOut,
    verdicts: z.array(VerdictOut).describe('Verdicts on the targets in force on the last day of the period'),
    terms: z
      .array(
        LeadOut.extend({
          term: TermCode.describe('Term of the balance'),
          massGrams: z.int().describe('Mass of its records'),
          records: z.int().describe('Number of records behind it'),
        }),
      )
      .describe('Every term of the balance'),
    balance: z
      .object({
        batteryLead: LeadOut.describe('Lead in batteries that entered processing, M_b'),
        workChange: LeadOut.describe('Change of the lead in process, ΔW'),
        available: LeadOut.describe('Lead available for recovery'),
        recovered: LeadOut.describe('Lead in products and in used by-products'),
        lost: LeadOut.describe('Lead in known losses'),
        underWay: LeadOut.describe('Lead of loads that left and are not decided; available until they are accepted'),
        unaccounted: LeadOut.describe('Lead that nothing explains'),
      })
      .describe('Lead balance of the period'),
    assumedAssayShare: FractionOut.nullable().describe(
      'Accepted mass with a declared default, as a share of all accepted mass',
    ),
    outsideBalance: z
      .object({
        records: z.int().describe('How many adjustments of batches it consists of'),
        found: LeadOut.extend({ massGrams: z.int().describe('Mass that counts found') }).describe('Found in stock'),
        missing: LeadOut.extend({ massGrams: z.int().describe('Mass that counts missed') }).describe(
          'Missing in stock',
        ),
      })
      .describe(
        'Adjusted stock of products and bought feed. It is in no term: products count when a run yields them, bought feed when it is fed. Its records have the term outside_balance',
      ),
    notCounted: LeftOut.describe('Batteries that were refused'),
    forDisposal: LeftOut.describe(
      'Batteries accepted with a treatment method of disposal, such as D1, less what was sent on. They are in no term, unless they are fed nevertheless',
    ),
    findings: FindingsOut,
    controls: ControlsShape.describe('Limits in force on the last day of the period'),
  }),
  RECOVERY,
);

const CertificateStateCode = namedCodes(
  'CertificateState',
  'Statement of a laboratory on the certificate of an assay',
  CERTIFICATE_STATES,
  CERTIFICATE_STATE_WORDS,
);

export const RecoveryRecordResponse = named(
  'RecoveryRecord',
  'Mass of lead of one record that counts towards the recovery rates, with the assay used.',
  LeadOut.extend({
    id: z.string().describe('Identifier within the evaluation'),
    term: RecordTermCode.describe('Term of the balance that the record counts to'),
    kind: RecordKindCode.describe('What was counted, moved or measured'),
    subject: z
      .string()
      .describe(
        'Subject of the journal entries that prove it; authorities read them, the enterprise reads the record itself',
      ),
    batchId: Id.nullable().describe('Batch whose mass counts; null for counts and emissions'),
    material: z.string().describe('Waste code, or a code of the list materials or of the list supply-kinds'),
    massGrams: z.int().describe('Whole grams of material, of which `ppm` is lead'),
    sign: z.int().describe('-1 when the record takes away from its term'),
    ppm: z.int().nullable().describe('Lead, parts per million; null when it is not known'),
    moisturePpm: z.int().describe('Water in the mass, parts per million'),
    basis: z
      .enum(['batch', 'run', 'product', 'supplier_class', 'declared_default', 'count', 'measured', 'none'])
      .describe(
        'How the lead content is known: batch, run, product, supplier_class and declared_default by an assay; count; measured; none',
      ),
    assayId: Id.nullable().describe('Where the lead content comes from; null unless `basis` names an assay'),
    certificate: CertificateStateCode.nullable().describe(
      'Statement of the registered laboratory of the assay on its certificate; null without an assay',
    ),
    occurredAt: InstantOut.describe('Time of the record'),
  }),
  RECOVERY_RECORD,
);

const massOf = (records: readonly LeadRecord[]) =>
  records.reduce((sum, { massGrams, sign }) => sum + sign * massGrams, 0);

type Read = {
  readonly controls: z.infer<typeof ControlsShape>;
  readonly uncertainties: Uncertainties;
  readonly targets: readonly Target[];
  readonly language: Language;
  readonly asOf: Date;
  readonly provisional: boolean;
  readonly journalIndex: number;
};

export function toRecoveryResponse(
  partyId: string,
  { period, from, to }: Period,
  evaluation: Evaluation,
  { controls, uncertainties, targets, language, asOf, ...read }: Read,
): z.infer<typeof RecoveryResponse> {
  const { records, terms, balance, rates, findings } = evaluation;
  const byTerm = Map.groupBy(records, ({ term }) => term);
  const left = byTerm.get('not_counted') ?? [];
  const disposed = byTerm.get('for_disposal') ?? [];
  return {
    partyId,
    period,
    from: from.toISOString(),
    to: to.toISOString(),
    ...read,
    asOf: asOf.toISOString(),
    method: METHOD,
    status: toStatus(findings),
    rates: rates && {
      headline: toFraction(rates.headline),
      productsOnly: toFraction(rates.productsOnly),
      conservative: toFraction(rates.conservative),
      unaccountedShare: toFraction(rates.unaccountedShare),
      batteryShare: toFraction(rates.batteryShare),
      indirect: toFraction(rates.indirect),
    },
    uncertainty: toUncertainty(evaluation, uncertainties),
    verdicts: toVerdicts(evaluation, { targets, uncertainties, language }),
    terms: TERMS.map((term) => {
      const behind = byTerm.get(term) ?? [];
      return { term, ...toLead(terms[term]), massGrams: massOf(behind), records: countOf(behind) };
    }),
    balance: {
      batteryLead: toLead(balance.batteryLead),
      workChange: toLead(balance.workChange),
      available: toLead(balance.available),
      recovered: toLead(balance.recovered),
      lost: toLead(balance.lost),
      underWay: toLead(balance.underWay),
      unaccounted: toLead(balance.unaccounted),
    },
    assumedAssayShare: toFraction(evaluation.assumedAssayShare),
    outsideBalance: outsideOf(byTerm.get('outside_balance') ?? []),
    notCounted: { records: countOf(left), massGrams: massOf(left) },
    forDisposal: { records: countOf(disposed), massGrams: massOf(disposed) },
    findings: toFindings(findings, language),
    controls,
  };
}

/** Makes the answer in every language. All but words is made once. */
export function toRecoveryAnswers(
  partyId: string,
  period: Period,
  evaluation: Evaluation,
  read: Omit<Read, 'language'>,
): Answers<z.infer<typeof RecoveryResponse>> {
  const en = toRecoveryResponse(partyId, period, evaluation, { ...read, language: 'en' });
  const { targets, uncertainties } = read;
  const verdicts = toVerdicts(evaluation, { targets, uncertainties, language: 'zh' });
  return { en, zh: { ...en, verdicts, findings: toFindings(evaluation.findings, 'zh') } };
}

function outsideOf(records: readonly LeadRecord[]): z.infer<typeof RecoveryResponse>['outsideBalance'] {
  const of = (wanted: 1 | -1) => {
    const some = records.filter(({ sign }) => sign === wanted);
    const lead = some.reduce((sum, record) => sum + leadOf(record), 0n);
    return { ...toLead(BigInt(wanted) * lead), massGrams: wanted * massOf(some) };
  };
  return { records: countOf(records), found: of(1), missing: of(-1) };
}

export const toRecoveryRecordResponse = (record: LeadRecord): z.infer<typeof RecoveryRecordResponse> => ({
  ...record,
  ...toLead(leadOf(record)),
  certificate: record.assayId === null ? null : (record.certificate ?? 'unconfirmed'),
  occurredAt: record.occurredAt.toISOString(),
});
