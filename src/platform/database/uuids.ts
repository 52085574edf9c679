/** Returns ids as an array of the database. They need no quotes, which the driver would give to each of many. */
export const uuidsOf = (ids: readonly string[]): string => `{${ids.join(',')}}`;
