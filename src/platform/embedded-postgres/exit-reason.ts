/** Reasons why a PostgreSQL server did not start, read from its output. */
import type { Bilingual } from '../../core/messages/language.ts';

/** A server that ended while it was in use. The next start recovers everything committed. */
export const ENDED: Bilingual = {
  en: 'PostgreSQL ended, and Leadloop with it; start again, nothing that was answered is lost.',
  zh: 'PostgreSQL 已停止，Leadloop 随之停止；请重新启动，已答复的数据不会丢失。',
};

/**
 * Sentences for the operator by lines of the server's log. The log is English because the server runs with lc_messages
 * C.
 */
export function exitReason(lines: readonly string[], folder: string): Bilingual {
  const logHas = (pattern: RegExp) => lines.some((line) => pattern.test(line));
  if (logHas(/No space left on device/)) {
    return {
      en: `There is no disk space left for PostgreSQL in ${folder}; free some and start again.`,
      zh: `${folder} 所在磁盘已无空间供 PostgreSQL 使用；请释放空间后重新启动。`,
    };
  }
  if (logHas(/Permission denied|Operation not permitted|Read-only file system/)) {
    return {
      en: `PostgreSQL may not write to ${folder}; give its owner write access or choose another data folder.`,
      zh: `PostgreSQL 无权写入 ${folder}；请授予写权限，或改用其他数据目录。`,
    };
  }
  if (logHas(/database files are incompatible with server/)) {
    return {
      en: `The data folder ${folder} belongs to another PostgreSQL version; choose another folder or restore a dump of it.`,
      zh: `数据目录 ${folder} 属于其他版本的 PostgreSQL；请改用其他目录，或从导出文件恢复。`,
    };
  }
  if (logHas(/could not map anonymous shared memory|could not resize shared memory|Cannot allocate memory/)) {
    return {
      en: 'There is not enough memory for PostgreSQL; free some and start again.',
      zh: '内存不足，PostgreSQL 无法启动；请释放内存后重新启动。',
    };
  }
  const last = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1);
  return {
    en: `PostgreSQL in ${folder} did not start: ${last?.trim() ?? 'it gave no reason'}`,
    zh: `${folder} 中的 PostgreSQL 未能启动。${last === undefined ? '没有系统提示。' : `系统提示：“${last.trim()}”`}`,
  };
}

/** Returns true when another server uses the port, so that another port helps. */
export function saysPortTaken(lines: readonly string[]): boolean {
  return lines.some((line) =>
    /could not bind IPv4 address.*Address already in use|could not create any TCP/.test(line),
  );
}

/** Returns true when server processes of a killed run still use its memory. They end soon, so waiting helps. */
export function saysStillInUse(lines: readonly string[]): boolean {
  return lines.some((line) => /pre-existing shared memory block/.test(line));
}
