/**
 * Codes of hazardous waste in the national list: eight digits in three groups, such as `900-052-31`. The groups are the
 * industry (3 digits, GB/T 4754), a serial (3) and the category HW (2). The list of existing codes is data.
 */

export const WASTE_CODE = /^\d{3}-\d{3}-\d{2}$/;
