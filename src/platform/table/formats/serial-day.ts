/** Days that spreadsheets store as numbers. */
const DAY_MS = 86_400_000;
/** Last day that spreadsheets show: 31 December 9999. */
const SERIAL_MAX = 2_958_465;

/**
 * Returns the day of a serial number, with its time if it is not midnight; undefined when no spreadsheet shows it. The
 * calendar of 1900 has a day 60 that never was.
 */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 0) || serial > SERIAL_MAX) return undefined;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const text = new Date(Math.round((start + serial * DAY_MS) / 1_000) * 1_000).toISOString();
  return text.replace('.000Z', '').replace('T00:00:00', '').replace('T', ' ');
}
