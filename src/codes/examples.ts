/** An example of an entry of a code table, for the description of the API. */

export const CODE = {
  code: 'pallet',
  zh: '托盘',
  en: 'Pallet',
  details: {},
  validFrom: '2022-01-01',
  validTo: null,
  source: 'Choice of this service',
  confidence: 'I' as const,
};
