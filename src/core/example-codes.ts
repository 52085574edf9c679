/** Lists of codes as answers of today show them, for the examples of problems. A test holds them to the lists of law. */
import { codesWithNames } from './messages/code-names.ts';
import type { Terms } from './messages/text.ts';

/** Codes with their English names, by the list. */
export const EXAMPLE_LISTS = {
  processes: {
    breaking: 'Breaking and separation',
    desulphurisation: 'Desulphurisation of paste',
    smelting: 'Smelting',
    refining: 'Refining',
    alloying: 'Alloying',
    integrated: 'From breaking to refining',
  },
  materials: {
    refined_lead: 'Refined lead, electrolytic lead included',
    lead_alloy: 'Lead alloy',
    lead_paste: 'Lead paste',
    lead_grids: 'Lead grids',
    own_crude_lead: 'Own crude lead',
    plastics_light: 'Light plastics',
    plastics_heavy: 'Heavy plastics',
    sodium_sulphate: 'Sodium sulphate',
    calcium_sulphate: 'Calcium sulphate, gypsum',
    waste_acid_recovered: 'Recovered sulphuric acid',
    slag_used: 'Slag for use',
    slag: 'Slag, dross and bottoms',
    refining_slag: 'Refining slag',
    alkaline_slag: 'Lead oxide slag and alkaline slag',
    dust: 'Collected dust',
    sludge: 'Sludge of scrubber water',
    anode_slime: 'Anode slime, its slag and sludge',
    separators: 'Separators',
  },
  uses: {
    'raw-material': 'As a raw material',
    'building-material': 'Making of building materials',
    fuel: 'As a fuel, for energy',
    landfill: 'Landfill, its cover and construction included',
    backfill: 'Backfill of pits, roads and others',
  },
  'supply-kinds': {
    crude_lead: 'Bought crude lead',
    concentrate: 'Lead concentrate',
    imported_scrap: 'Imported lead-bearing scrap',
    battery_production_scrap: 'Production scrap of battery makers',
    dust_of_other_lines: 'Dust of other lines',
    lead_flux: 'Lead-bearing flux',
    alloying_metal: 'Alloying metal',
    reagent: 'Reagent: soda, iron, coke and others',
  },
  'stock-items': {
    batteries: 'Waste batteries in stock',
    furnace: 'In furnaces and tanks',
    paste: 'Paste and other intermediates',
    slag: 'Own slag in stock',
    dust: 'Own dust in stock',
    other_work: 'Other work in progress',
    plastics: 'Plastics in stock',
    salts_and_acid: 'Sulphates and recovered acid in stock',
    received_waste: 'Other waste received by manifest',
    refined_lead: 'Refined lead in stock',
    lead_alloy: 'Lead alloy in stock',
    bought_crude_lead: 'Bought crude lead in stock',
    bought_concentrate: 'Lead concentrate in stock',
    bought_scrap: 'Bought lead-bearing scrap in stock',
    bought_reagents: 'Flux, alloying metals and reagents in stock',
  },
  'adjustment-reasons': {
    weighing: 'Weighing',
    moisture: 'Change of moisture, or acid that ran out',
    entry: 'Entry left out, doubled or wrong',
    mixed: 'Batches mixed in store',
    spill: 'Spilled or stuck in handling',
    theft: 'Lost or stolen',
    other: 'Other',
  },
  packaging: {
    pallet: 'Pallet',
    'acid-proof-box': 'Acid-proof box',
    'closed-acid-proof-container': 'Closed acid-proof container',
    drum: 'Drum',
    'bulk-bag': 'Bulk bag',
    tank: 'Tank',
    other: 'Other',
  },
  'discrepancy-kinds': {
    quantity: 'Quantity',
    packaging: 'Packaging',
    form: 'Form',
    nature: 'Nature',
    other: 'Other',
  },
  'treatment-methods': {
    R1: 'Use as fuel other than direct burning, or to generate energy',
    R2: 'Solvent reclamation or regeneration',
    R3: 'Recycling of organic substances not used as solvents',
    R4: 'Recycling of metals and metal compounds',
    R5: 'Recycling of other inorganic materials',
    R6: 'Regeneration of acids or bases',
    R7: 'Recovery of components used for pollution abatement',
    R8: 'Recovery of components from catalysts',
    R9: 'Re-refining or other reuse of used oil',
    R15: 'Other use',
    D1: 'Landfill',
    D9: 'Physico-chemical treatment other than before landfill or incineration',
    D10: 'Incineration',
    D16: 'Other disposal',
    C1: 'Co-processing in cement kilns',
    C2: 'Making of building materials',
    C3: 'Cleaning of packaging',
    Y10: 'Medical waste: incineration',
    Y11: 'Medical waste: steam',
    Y12: 'Medical waste: chemical disinfection',
    Y13: 'Medical waste: microwave disinfection',
    Y16: 'Medical waste: other disposal',
  },
  'source-types': {
    '4s-shop': 'Car dealer',
    'repair-shop': 'Repair shop',
    'ebike-shop': 'E-bike shop',
    telecom: 'Telecommunications',
    power: 'Power supply',
    ups: 'Uninterruptible power supply',
    household: 'Household',
    'industrial-generator': 'Industrial generator',
    'warranty-return': 'Warranty return',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Returns all codes of a list. */
export const exampleCodes = (list: keyof typeof EXAMPLE_LISTS): string[] => Object.keys(EXAMPLE_LISTS[list]);

/** Returns words for codes (form `code`) of the list that the facts of a case name as a whole; none without such a list. */
export function exampleWords(facts: Readonly<Record<string, unknown>>): Terms {
  const named = Object.values(facts).filter(Array.isArray).map(String);
  const list = Object.values(EXAMPLE_LISTS).find((one) => named.includes(Object.keys(one).join()));
  if (list === undefined) return {};
  return { code: codesWithNames(new Map(Object.entries(list).map(([code, en]) => [code, { en, zh: code }]))) };
}
