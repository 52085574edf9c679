/** Form of a correction in requests: a reason, and the values that are right. */
import { z } from 'zod';
import { namedCodes } from '../description/named.ts';
import { fault } from '../validation/index.ts';
import { nameText } from '../validation/texts.ts';

/** Makes the schema of a correction from its optional values. One of them at least is needed. */
export const correctionOf = <Shape extends z.ZodRawShape>(values: Shape) =>
  z
    .strictObject({
      reason: nameText(300).describe('Why the record was wrong, on one line; it stays with the correction'),
      ...values,
    })
    .refine(
      (body) => Object.entries(body).some(([name, value]) => name !== 'reason' && value !== undefined),
      fault('at least one corrected value is needed besides the reason.', '除更正原因外，至少须填写一项更正内容。'),
    );

/** The state of a record that was corrected to nothing. */
export const WithdrawnState = namedCodes('RecordState', 'State of a record that no longer counts', ['withdrawn'], {
  withdrawn: { en: 'withdrawn, because it was recorded by mistake', zh: '已撤销' },
})
  .optional()
  .describe('`withdrawn` when a correction to nothing withdrew the record; left out while it counts');
