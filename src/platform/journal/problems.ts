/** Problems of the journal itself: what it shows is not what was recorded. */
import type { Bilingual } from '../../core/messages/language.ts';
import { defineProblems } from '../../core/messages/problem.ts';

/** Faults of the journal, in words for sentences. */
const FAULTS = {
  'seal-missing': { en: 'no entry has this place', zh: '该序号没有条目' },
  'order-changed': { en: 'entries have changed their places', zh: '条目顺序被改变' },
  'entry-missing': { en: 'the entry of this place is gone', zh: '该序号的条目已缺失' },
  'entry-unplaced': {
    en: 'an entry was slipped in before this place and has no place itself',
    zh: '该序号之前被插入了没有序号的条目',
  },
  'entry-changed': { en: 'the entry has another content than its hash', zh: '条目内容与其散列值不符' },
  'hash-changed': { en: 'the entry has another hash than was sealed', zh: '条目散列值与编序时不符' },
  'chain-broken': {
    en: 'the entry does not continue the entry before it on the same subject',
    zh: '条目与同一对象的上一条目不衔接',
  },
  'head-changed': { en: 'the noted last entry of the subject is another one', zh: '所记该对象的最后条目不符' },
  'tree-changed': { en: 'the tree over all entries has another root', zh: '全部条目的散列树根值不符' },
  'tree-missing': { en: 'the tree over all entries is gone', zh: '全部条目的散列树已缺失' },
  'ends-differ': {
    en: 'order, tree and progress of the sealer note different ends of the journal',
    zh: '编序、散列树与编序进度所记的日志末尾不一致',
  },
  'end-missing': {
    en: 'a root of a longer journal is kept, so its end is gone',
    zh: '存有更长日志的根值，日志末尾已缺失',
  },
  'subject-gap': {
    en: 'the subject lacks an entry at this place or before it',
    zh: '该序号处或之前缺少该对象的条目',
  },
  'anchor-differs': { en: 'the given root is another one', zh: '与给定的根值不符' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type FaultKind = keyof typeof FAULTS;

/** A fault of the journal: where, and on which subject; null when no subject is known. */
export type Fault = { readonly fault: FaultKind; readonly index: number; readonly subject: string | null };

export const journalProblem = defineProblems(
  {
    'journal-broken': {
      kind: 'failure',
      en: {
        title: 'The journal is not as it was recorded',
        detail: 'The journal has a fault at index {index}: {fault:fault}.',
        remedy:
          'Stop writing, keep the database as it is, and compare it with a backup from before: the order of the journal never changes lawfully.',
      },
      zh: {
        title: '日志与原始记录不符',
        detail: '日志在序号 {index} 处有误：{fault:fault}。',
        remedy: '请停止写入并保留数据库现状，与此前的备份比对：日志顺序在正常情况下不会改变。',
      },
    },
    'journal-shorter': {
      kind: 'conflict',
      en: {
        title: 'The journal is shorter than the given size',
        detail: 'The journal has {size} sealed entries; the given root belongs to {wanted}.',
        remedy: 'If the root is one of this journal, entries at its end are gone: compare with a backup.',
      },
      zh: {
        title: '日志条目少于给定数量',
        detail: '日志已编序 {size} 条，给定的根值对应 {wanted} 条。',
        remedy: '如该根值确属本日志，则末尾条目已缺失，请与备份比对。',
      },
    },
  },
  { fault: FAULTS },
);
