import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { BATCH_KINDS, BATCH_TERMS } from '../../src/batches/codes.ts';
import { SITE_KINDS } from '../../src/parties/party.ts';
import { DISPOSITION_KINDS } from '../../src/recycling/inventory/disposition.ts';
import { recyclingProblem } from '../../src/recycling/problems.ts';
import { RECYCLING_TERMS } from '../../src/recycling/terms.ts';

describe('the words of recycling', () => {
  it('are those of the batches feature for kinds of batch', () => {
    expect(RECYCLING_TERMS.batchKind).toEqual(BATCH_TERMS.batchKind);
    expect(Object.keys(RECYCLING_TERMS.batchKind)).toEqual([...BATCH_KINDS]);
  });

  it('exist for every kind of site and of disposition', () => {
    expect(Object.keys(RECYCLING_TERMS.siteKind)).toEqual([...SITE_KINDS]);
    expect(Object.keys(RECYCLING_TERMS.disposition)).toEqual([...DISPOSITION_KINDS]);
  });

  it('are those of the law data for kinds of bought feed', async () => {
    const law = await readFile(new URL('../../migrations/0002_law_data.sql', import.meta.url), 'utf8');
    const [, list = '[]'] = /'recycling\.supply-kinds', '[\d-]+', null, '(\[.*?\])'/s.exec(law) ?? [];
    const kinds = JSON.parse(list) as { code: string; zh: string; en: string }[];
    const { supplyKind } = RECYCLING_TERMS;
    expect(Object.entries(supplyKind).map(([code, { en, zh }]) => ({ code, zh, en: en.toLowerCase() }))).toEqual(
      kinds.map(({ code, zh, en }) => ({ code, zh, en: en.toLowerCase() })),
    );
  });

  it('replace the codes in sentences', () => {
    const facts = { batchId: 'b', batchKind: 'residue', disposition: 'sale', allowed: ['product', 'by_product'] };
    const problem = recyclingProblem('disposition-not-for-kind', facts);
    expect(problem.text('zh').detail).toBe('批次 b 为“残渣”批次；“销售”仅适用于：产品、副产品。');
    expect(problem.text('en').detail).toBe('Batch b is of kind “residue”; “sale” is for: product, by-product.');
    const unassayed = recyclingProblem('supply-assay-missing', { sourceKind: 'crude_lead' });
    expect(unassayed.text('zh').detail).toBe('外购原料“外购粗铅”含铅，但未填写检测结果。');
  });
});
