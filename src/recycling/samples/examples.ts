/** Example of material that was sampled, for the description of the API. */
export const SAMPLED = {
  material: '900-052-31',
  wasteCode: '900-052-31',
  massGrams: 11_950_000,
  supplierName: '演示集中转运点',
};
