/** Wire shapes of the questions for a method, and of the records behind its terms. */
import { z } from 'zod';
import { expected, Id, InstantOut, named, namedCodes, PageQuery, spelled } from '../../platform/http/index.ts';
import { METHOD_RECORD } from '../examples.ts';
import { RECORD_KIND_WORDS } from '../fields.ts';
import { toExactGrams, toWholeGrams } from '../lead.ts';
import { type LeadRecord, leadOf, RECORD_KINDS } from '../lead-records.ts';
import { RecoveryQuery } from '../periods/schemas.ts';
import { MethodTermCode } from './evaluation-schemas.ts';
import { ELEMENTS, type Element } from './formulas/element.ts';
import type { MassRecord } from './formulas/mass-records.ts';
import { NEXT_STEPS, type NextStep } from './formulas/mass-term.ts';
import { MethodCode } from './schemas.ts';

const KINDS = [...RECORD_KINDS, 'use'] as const;
const ASSAYED = ['batch', 'run', 'product', 'material', 'supplier_class', 'declared_default'] as const;
const SHARE_BASES = [...ASSAYED, 'assumed', 'count', 'measured', 'none'] as const;

export const MethodParams = z.strictObject({ method: MethodCode.describe('The method') });

const STEPS = Object.keys(NEXT_STEPS).join('|');
const ELEMENT = ELEMENTS.join('|');

const LeaveOut = expected(spelled('code').regex(new RegExp(`^(${ELEMENT})(,(${ELEMENT}))*$`)), {
  en: 'elements, separated by commas: oxygen, carbon, iron, phosphorus, chlorine, sulphur',
  zh: '以逗号分隔的元素：oxygen、carbon、iron、phosphorus、chlorine、sulphur',
  example: 'sulphur',
});

const Next = expected(
  spelled('code').regex(new RegExp(`^(${STEPS}):(1000000|\\d{1,6})(,(${STEPS}):(1000000|\\d{1,6}))*$`)),
  {
    en: 'fractions with their efficiency in parts per million, separated by commas: plastics, separators, steel, other, slag',
    zh: '以逗号分隔的组分及其效率（百万分率）：plastics、separators、steel、other、slag',
    example: 'plastics:900000,slag:500000',
  },
);

export const MethodQuery = RecoveryQuery.extend({
  leaveOut: LeaveOut.optional().describe('Elements to be left out on both sides, of the method eu-2025-606 only'),
  next: Next.optional().describe(
    'Known efficiency of the next recycler for fractions without proof of use yet, of the method eu-2025-606 only. It is a statement of the caller: a figure of its own shows it, which no verdict uses',
  ),
});

export const MethodRecordsQuery = PageQuery.extend({
  ...RecoveryQuery.shape,
  term: MethodTermCode.optional().describe('Only the records of one term'),
});

export const toElements = (text: string | undefined): Element[] => [
  ...new Set(text === undefined ? [] : (text.split(',') as Element[])),
];

export const toNextSteps = (text: string | undefined): Partial<Record<NextStep, number>> =>
  Object.fromEntries((text?.split(',') ?? []).map((one) => [one.split(':')[0], Number(one.split(':')[1])]));

const KindCode = namedCodes('RecoveryMethodRecordKind', 'Kind of a record behind a term of a method', KINDS, {
  ...RECORD_KIND_WORDS,
  use: { en: 'used', zh: '综合利用' },
});

const BasisCode = namedCodes('RecoveryShareBasis', 'Evidence for the share of a mass that counts', SHARE_BASES, {
  batch: { en: 'assay of the batch', zh: '该批次的检测' },
  run: { en: 'assay of the outputs of the run', zh: '该处理批次产出的检测' },
  product: { en: 'assay of own production of the material', zh: '自产物料的检测' },
  material: { en: 'assay of the material', zh: '该物料的检测' },
  supplier_class: { en: 'assay of the supplier class', zh: '供货方同类货物的检测' },
  declared_default: { en: 'declared default', zh: '申报的默认值' },
  assumed: { en: 'assumed by law', zh: '法定假定值' },
  count: { en: 'stock count', zh: '盘点' },
  measured: { en: 'measured', zh: '监测' },
  none: { en: 'none', zh: '无' },
});

export const MethodRecordResponse = named(
  'RecoveryMethodRecord',
  'Record behind a term of a method, with its mass in the term.',
  z.object({
    id: z.string().describe('Identifier within the term'),
    term: MethodTermCode.describe('Term that the record counts to'),
    kind: KindCode.describe('What was counted, moved or measured'),
    subject: z
      .string()
      .describe(
        'Subject of the journal entries that prove it; authorities read them, the enterprise reads the record itself',
      ),
    batchId: Id.nullable().describe('Batch whose mass counts; null for counts and emissions'),
    material: z.string().describe('Waste code, or a code of the list materials or of the list supply-kinds'),
    massGrams: z.int().describe('Whole grams as weighed'),
    sign: z.int().describe('-1 when the record takes away from what it is a record of'),
    countedGrams: z.int().describe('Mass in the term with its sign, whole grams, half to even'),
    countedGramsExact: z.string().describe('The same in grams, exact decimal'),
    basis: BasisCode.describe('How the share that counts is known'),
    assayId: Id.nullable().describe('Where the share comes from; null without an assay'),
    occurredAt: InstantOut.describe('Time of the record'),
  }),
  METHOD_RECORD,
);

/** A record as it is shown: of the lead balance, or of a term by mass. */
export type ShownRecord = { readonly term: z.infer<typeof MethodTermCode> } & Pick<MassRecord, 'record' | 'picograms'>;

/** Returns the position of a record in a list: one record may count to several terms. */
export const positionOf = ({ term, record }: ShownRecord): string => `${term}/${record.id}`;

export const shownLead = (record: LeadRecord & { readonly term: ShownRecord['term'] }): ShownRecord => ({
  ...{ term: record.term, record, picograms: leadOf(record) },
});

export const toMethodRecord = ({ term, record, picograms }: ShownRecord): z.infer<typeof MethodRecordResponse> => {
  const { id, kind, subject, batchId, material, massGrams, sign, basis, assayId, occurredAt } = record;
  return {
    ...{ id, term, subject, batchId, material, massGrams, sign, assayId },
    ...{ kind: KindCode.parse(kind), basis: BasisCode.parse(basis) },
    ...{ countedGrams: Number(toWholeGrams(picograms)), countedGramsExact: toExactGrams(picograms) },
    occurredAt: occurredAt.toISOString(),
  };
};
