/** Form of a change of registered data in requests: a reason, and the members that change. */
import { z } from 'zod';
import { type Schema, ValidationFailure } from '../validation/index.ts';
import { linesText } from '../validation/texts.ts';

type Inner<Member> = Member extends z.ZodDefault<infer Known> ? Known : Member;
type Optional<Shape extends z.ZodRawShape> = {
  [Name in keyof Shape]: z.ZodOptional<Inner<Shape[Name]> extends z.core.SomeType ? Inner<Shape[Name]> : never>;
};

/** Makes a member of a registration optional: what is left out stays, so a default would be a change. */
function optional(member: z.core.$ZodType): z.ZodType {
  const inner = member instanceof z.ZodDefault ? member.def.innerType : member;
  const { description } = member as z.ZodType;
  const open = z.optional(inner);
  return description === undefined ? open : open.describe(description);
}

/** Makes the members of a change from those of a registration, of which some are left out. */
export function changeOf<Shape extends z.ZodRawShape>(members: Shape) {
  const open = Object.fromEntries(Object.entries(members).map(([name, member]) => [name, optional(member)]));
  return z.strictObject({
    reason: linesText(500, 2).describe('Reason of the change (原因); it stays in the history'),
    ...(open as Optional<Shape>),
  });
}

/**
 * Returns a check of a changed record by rules between its members, with faults like those of the request.
 * @throws ValidationFailure where they contradict each other
 */
export const wholeOf =
  <Whole>(rules: z.ZodType<Whole>, url: string) =>
  (record: unknown): void => {
    const { success, error } = rules.safeParse(record, { reportInput: true });
    if (!success)
      throw new ValidationFailure({ schema: rules as Schema & z.ZodType, issues: error.issues, part: 'body' }, url);
  };
