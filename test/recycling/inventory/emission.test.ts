import { expect, it } from 'vitest';
import { EMISSION_MEDIA } from '../../../src/recycling/inventory/emission.ts';
import { LOSS_KINDS } from '../../../src/recycling/material.ts';

it('lead emitted to any medium counts as a loss of the same name', () => {
  for (const medium of EMISSION_MEDIA) expect(LOSS_KINDS).toContain(medium);
});
