/** The methods by mass: comprehensive recovery and the two European regulations, as the registry shows them. */
import { MASS_TERM_WORDS, type MassTerm } from '../formulas/mass-term.ts';
import type { Method } from './method.ts';
import { METHOD_WORDS } from './method-words.ts';

const PARAMETERS = ['recovery.lead-controls', 'recovery.uncertainties', 'recovery.sulphur-limit'] as const;
const EU_PARAMETERS = [...PARAMETERS, 'recovery.eu-targets'] as const;

const used = (...terms: MassTerm[]) => ({
  en: terms.map((term) => MASS_TERM_WORDS[term].en).join('; '),
  zh: terms.map((term) => MASS_TERM_WORDS[term].zh).join('；'),
});
const FRACTIONS = used('plastics', 'separators', 'acid', 'sulphate', 'steel', 'other_fractions', 'used_slag');

const EU_FORMULA =
  'recoveryOfLead = L / (M_b - ΔW); recyclingEfficiency = (recoveryOfLead · M_b + fractions + acid + φ · slag) / dry batteries';

export const MASS_METHODS_SHOWN: readonly Method[] = [
  {
    id: 'comprehensive-recovery',
    version: 1,
    title: METHOD_WORDS['comprehensive-recovery'],
    source: {
      en: 'Definition of this service, proposed to the project. No definition of 综合回收率 is published. It is 17 to 27 percentage points below the lead recovery of the same plant, so a target of 98 % can only mean lead.',
      zh: '由本系统定义并向项目提出；“综合回收率”尚无公开发布的定义。同一企业的综合回收率比铅回收率低17至27个百分点，因此“98%”的目标只能是指铅回收率。',
    },
    boundary: {
      en: `One enterprise: from batteries fed, at the mass accepted on manifests and corrected by stock, without their water, to materials that others use. Beside lead count: ${FRACTIONS.en}. Each counts when its receiver has confirmed the use. Fuel, landfill, backfill, disposal and stock count as 0. Acid and sulphates count no more sulphur than the batteries brought; slag counts by the share of batteries in all lead fed, without its lead.`,
      zh: `以一家企业为边界：投料电池按联单接受量计、经库存修正并扣除水分；产出为他人已利用的材料。除铅以外计入：${FRACTIONS.zh}。接收单位确认利用后方可计入；用作燃料、填埋、回填、处置及库存一律不计。硫酸和硫酸盐所含的硫以电池带入量为限；炉渣按电池在全部入炉铅中所占份额计入，且不含其中的铅。`,
    },
    formula:
      'comprehensive = ((P + Q) / available · M_b + fractions + acid + φ · slag) / dry batteries; comprehensiveWithoutAcid = the same without acid and sulphates',
    figures: ['comprehensive', 'comprehensiveWithoutAcid'],
    parameters: PARAMETERS,
  },
  {
    id: 'eu-2025-606',
    version: 1,
    title: METHOD_WORDS['eu-2025-606'],
    source: {
      en: 'Delegated Regulation (EU) 2025/606; targets of Regulation (EU) 2023/1542, Annex XII',
      zh: '欧盟授权条例（EU）2025/606；限值见条例（EU）2023/1542附件十二',
    },
    boundary: {
      en: 'From waste batteries that enter recycling, without water and packaging, to fractions that became materials or products, by calendar year. Casing and dry acid count. Slag that is used counts for the recycling efficiency only; its lead and that of by-products is no recovered lead. Landfill, backfill and fuel do not count. Lead of other feed counts as recovered completely. A next recycler counts by its known efficiency, in a figure of its own. Oxygen, chlorine and sulphur may be left out on both sides; carbon, iron and phosphorus until the end of 2029.',
      zh: '自废电池进入再循环工序（扣除水分和包装）起，至成为材料或产品的组分为止，按日历年计算。外壳和干基硫酸计入。已利用的炉渣仅计入再循环效率，炉渣和副产品中的铅不作为回收的铅。填埋、回填和用作燃料的不计入。电池以外原料中的铅视为全部回收。下一级再生利用单位按其已知效率另列指标。氧、氯、硫可以在投入和产出两侧同时不计；碳、铁、磷在2029年底以前可以不计。',
    },
    formula: `${EU_FORMULA}; L = P - F; elements that are left out are taken from both sides`,
    figures: ['recyclingEfficiency', 'recyclingEfficiencyWithNext', 'recoveryOfLead'],
    parameters: [...EU_PARAMETERS, 'recovery.eu-elements'],
  },
  {
    id: 'eu-493-2012',
    version: 1,
    title: METHOD_WORDS['eu-493-2012'],
    source: {
      en: 'Commission Regulation (EU) No 493/2012; target of Directive 2006/66/EC, Annex III, part B',
      zh: '欧盟委员会条例（EU）第493/2012号；限值见指令2006/66/EC附件三B部分',
    },
    boundary: {
      en: 'From waste batteries that enter recycling, without water, impurities and outer casings of packs, to fractions that are used without further treatment. Slag counts unless it goes to landfill or backfill. Lead in by-products with proof of use counts as recovered. Lead of other feed counts as recovered completely. Records do not have the impurities and outer casings, so they are not taken out of the input.',
      zh: '自废电池进入再循环工序（扣除水分、杂质和电池组外包装）起，至无需进一步处理即可利用的组分为止。炉渣除填埋、回填外计入。有利用凭证的副产品所含的铅作为回收的铅。电池以外原料中的铅视为全部回收。杂质和外包装没有记录，因此未从投入量中扣除。',
    },
    formula: `${EU_FORMULA}; L = P + Q - F`,
    figures: ['recyclingEfficiency', 'recoveryOfLead'],
    parameters: EU_PARAMETERS,
  },
];
