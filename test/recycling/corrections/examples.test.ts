import { expect, it } from 'vitest';
import { CorrectionResponse } from '../../../src/batches/corrections/schemas.ts';
import * as EXAMPLES from '../../../src/recycling/corrections/examples.ts';

it.each(Object.entries(EXAMPLES))(
  'the example %s is an answer, and what it corrects is among what it changed',
  (_, example) => {
    const parsed = CorrectionResponse.parse(example);
    expect(parsed).toEqual(example);
    expect(Object.keys(parsed.before)).toEqual(Object.keys(parsed.after));
    expect(parsed.affected.length).toBeGreaterThan(1);
  },
);
