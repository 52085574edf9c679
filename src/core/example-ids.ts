/** Identifiers in the examples of the description. One record has the same identifier in all of them. */

const id = (last: string): string => `0199f2c4-5b1e-7d30-9a44-0000000000${last}`;

export const EXAMPLE_IDS = {
  collector: id('01'),
  carrier: id('02'),
  recycler: id('03'),
  collectionSite: id('11'),
  recyclingSite: id('12'),
  licence: id('21'),
  vehicle: id('22'),
  storedImport: id('23'),
  batch: id('31'),
  otherBatch: id('32'),
  transitBatch: id('33'),
  receivedBatch: id('34'),
  productBatch: id('35'),
  suppliedBatch: id('36'),
  slagBatch: id('37'),
  manifest: id('41'),
  delivery: id('42'),
  numberClash: id('43'),
  otherManifest: id('44'),
  run: id('51'),
  supply: id('52'),
  assay: id('53'),
  stockCount: id('54'),
  emission: id('55'),
  disposition: id('56'),
  file: id('59'),
  assessment: id('81'),
  person: id('61'),
  client: id('71'),
  resent: id('45'),
  correction: id('57'),
  stockAdjustment: id('58'),
  registerChange: id('24'),
  analysis: id('5a'),
  dioxin: id('7d'),
  useConfirmation: id('5b'),
  certificateConfirmation: id('5c'),
  stockObservation: id('5d'),
  laboratory: id('04'),
  qualification: id('25'),
} as const;

/** Identifier of no record, for the examples of problems. */
export const NOTHING = id('99');
