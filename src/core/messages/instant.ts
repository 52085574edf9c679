/** Formats instants for readers: in Beijing time, to the minute. */
import type { Language } from './language.ts';

const ZONE = 'Asia/Shanghai';

/**
 * Returns text such as `2026-10-05 08:30 (Beijing time)`, in Chinese `2026-10-05 08:30（北京时间）`. Text that is not an
 * instant is returned unchanged.
 */
export function shownInstant(at: Date | string, language: Language): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  const zoned = date.toTemporalInstant().toZonedDateTimeISO(ZONE);
  const [day, time] = [zoned.toPlainDate().toString(), zoned.toPlainTime().toString({ smallestUnit: 'minute' })];
  return language === 'zh' ? `${day} ${time}（北京时间）` : `${day} ${time} (Beijing time)`;
}
