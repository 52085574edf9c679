/**
 * Codes of hazardous waste in the national list: eight digits in three groups, `900-052-31`, of which 3 name the
 * industry (GB/T 4754), 3 are a serial and 2 name the category HW. Which codes exist, and when, is data.
 */

export const WASTE_CODE = /^\d{3}-\d{3}-\d{2}$/;
