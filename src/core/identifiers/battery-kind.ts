/** Uses for which batteries are made: starter 起动型, traction 动力型, stationary 固定型. */
export const BATTERY_KINDS = ['starter', 'traction', 'stationary'] as const;
export type BatteryKind = (typeof BATTERY_KINDS)[number];
