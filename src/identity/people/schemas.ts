import { z } from 'zod';
import { ALL_ROLES } from '../../core/access/roles.ts';
import { Id, InstantOut, nameText, PageQuery, Phone, text } from '../../platform/http/index.ts';
import { LOGIN, PERSON_STATES, type Person } from './person.ts';

const Roles = z
  .array(z.enum(ALL_ROLES))
  .min(1)
  .max(ALL_ROLES.length)
  .transform((roles) => [...new Set(roles)])
  .describe('What the person does; the table of roles says what each may, on whose records');

const Division = z
  .string()
  .regex(/^[1-8]\d(\d\d)?$/)
  .nullable()
  .default(null)
  .describe('City (4 digits) or partner province (2 digits) the person acts for, in their roles; GB/T 2260');

export const RegisterPersonRequest = z.strictObject({
  personName: nameText(100).describe('Name of the person; personal data'),
  personPhone: Phone.nullable().default(null),
  partyId: Id.nullable()
    .default(null)
    .describe('The organisation the person acts for; who keeps the people of one organisation may leave it out'),
  division: Division,
  roles: Roles,
  login: z
    .string()
    .regex(LOGIN)
    .nullable()
    .default(null)
    .describe('Login name; absent for who never logs in, such as a driver who is only named'),
});

export const ChangePersonRequest = z.strictObject({ reason: text(500, 2).describe('Why, as the journal keeps it') });

export const ChangeRolesRequest = ChangePersonRequest.extend({ roles: Roles, division: Division });

export const GivePasswordRequest = z.strictObject({});

export const PersonResponse = z.object({
  id: Id.describe('Subject (sub) of the tokens of the person'),
  personName: z.string(),
  personPhone: z.string().nullable(),
  partyId: Id.nullable(),
  division: z.string().nullable(),
  roles: z.array(z.string()),
  login: z.string().nullable(),
  passwordSetAt: InstantOut.nullable(),
  passwordExpiresAt: InstantOut.nullable().describe('Until when an initial password holds; null once it was changed'),
  state: z.enum(PERSON_STATES),
  blockedAt: InstantOut.nullable(),
  registeredAt: InstantOut,
});

export const WelcomedPersonResponse = PersonResponse.extend({
  initialPassword: z
    .string()
    .nullable()
    .describe('To be changed at the first login. Shown this once: null when the request is repeated'),
});

export const PersonListQuery = PageQuery.extend({
  partyId: Id.optional(),
  state: z.enum(PERSON_STATES).optional(),
});

/** The hash of the password is no part of what is told or kept with an answer. */
export const toPersonResponse = ({
  password: _,
  rolesVersion: __,
  ...person
}: Person): z.infer<typeof PersonResponse> => ({
  ...person,
  roles: [...person.roles],
  passwordSetAt: person.passwordSetAt?.toISOString() ?? null,
  passwordExpiresAt: person.passwordExpiresAt?.toISOString() ?? null,
  blockedAt: person.blockedAt?.toISOString() ?? null,
  registeredAt: person.registeredAt.toISOString(),
});
