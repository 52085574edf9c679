/** Reasons why a request is refused before it is parsed, in words for sentences. */
import type { Bilingual } from '../../core/messages/language.ts';

export const REASONS = {
  empty: { en: 'it is empty', zh: '内容为空' },
  'too-deep': { en: 'it is nested too deeply', zh: '嵌套层数过多' },
  syntax: { en: 'its syntax is wrong', zh: '语法错误' },
  'not-utf-8': { en: 'it is not UTF-8', zh: '不是 UTF-8 编码' },
  'name-escaped': { en: 'a name is written with a backslash', zh: '字段名含有反斜杠转义' },
  'name-refused': { en: 'it has a name that is never accepted', zh: '含有不允许使用的字段名' },
  incomplete: { en: 'it did not arrive as announced', zh: '未能完整接收' },
  'host-missing': { en: 'it names no host', zh: '未指明主机' },
  'headers-too-large': { en: 'its headers are too large', zh: '请求头过大' },
  'not-in-time': { en: 'it did not arrive in time', zh: '未在规定时间内到达' },
  protocol: { en: 'it does not follow the protocol', zh: '不符合 HTTP 协议' },
  'database-slow': { en: 'the database does not answer in time', zh: '数据库未及时响应' },
  'database-full': { en: 'the disk of the database is full', zh: '数据库磁盘已满' },
  'records-locked': { en: 'other work holds the same records for too long', zh: '相关数据被其他操作长时间占用' },
  'database-busy': { en: 'too many requests wait for the database', zh: '等待数据库的请求过多' },
  'computing-busy': { en: 'too many large figures are being computed', zh: '正在计算的大型指标过多' },
  'computing-unfinished': {
    en: 'a large figure is still being computed, and will be there later',
    zh: '大型指标仍在计算，完成后即可查询',
  },
  'computing-stopped': { en: 'the computing of a large figure was stopped', zh: '大型指标的计算已中止' },
  'requests-waiting': { en: 'too many requests are waiting', zh: '等待处理的请求过多' },
  'records-waiting': { en: 'too many records are waiting', zh: '等待登记的数据过多' },
  'login-unavailable': { en: 'the login cannot be checked', zh: '暂时无法核验登录' },
  'handler-slow': { en: 'it took too long', zh: '处理超时' },
  'loop-slow': { en: 'requests are answered too slowly already', zh: '现有请求响应过慢' },
  'memory-full': { en: 'its memory is nearly used up', zh: '内存即将用尽' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Reason = keyof typeof REASONS;

/** Parts that a process depends on, by the names of its checks. */
export const PARTS = {
  database: { en: 'the database', zh: '数据库' },
  schema: { en: 'the schema of the database (run the migration)', zh: '数据库结构（请执行数据库迁移）' },
  queue: { en: 'the queue', zh: '队列' },
  room: { en: 'room on the disk of the database', zh: '数据库磁盘空间' },
  tables: { en: 'tables that can be written', zh: '可写的数据表' },
  journal: { en: 'the sealing of the journal', zh: '日志编序' },
} as const satisfies Readonly<Record<string, Bilingual>>;
