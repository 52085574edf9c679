/** Words of law and of figures for what batteries become. */

/** Fractions of a battery, each a share of its mass. The fraction of each material is dated law. */
export const FRACTIONS = ['lead', 'plastics', 'separators', 'acid', 'sulphate', 'slag', 'steel', 'other'] as const;
export type BatteryFraction = (typeof FRACTIONS)[number];

/**
 * Fates of a fraction. Only `material` counts as recovered: used in place of primary material, as the receiver confirmed.
 * `stock` is mass that the enterprise made and still has.
 */
export const FATES = ['material', 'unconfirmed', 'fuel', 'landfill', 'backfill', 'disposal', 'stock'] as const;
export type Fate = (typeof FATES)[number];

/** Fates that a use can have. */
export const USE_FATES = ['material', 'fuel', 'landfill', 'backfill'] as const;
export type UseFate = (typeof USE_FATES)[number];
