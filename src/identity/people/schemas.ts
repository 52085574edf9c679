import { z } from 'zod';
import { ALL_ROLES } from '../../core/access/roles.ts';
import {
  changeOf,
  expected,
  Id,
  InstantOut,
  linesText,
  named,
  namedCodes,
  nameText,
  PageQuery,
  Phone,
  RecordVersion,
  spelled,
} from '../../platform/http/index.ts';
import { RoleCode } from '../clients/schemas.ts';
import { CHANGE_PERSON, PERSON, REGISTER_PERSON } from './examples.ts';
import { LOGIN, PERSON_STATES, type Person } from './person.ts';

const PersonStateCode = namedCodes('PersonState', 'State of the account of a person', PERSON_STATES, {
  active: { en: 'active', zh: '启用' },
  blocked: { en: 'blocked, may not log in', zh: '停用' },
});

const Roles = z
  .array(RoleCode)
  .min(1)
  .max(ALL_ROLES.length)
  .transform((roles) => [...new Set(roles)])
  .describe('Roles of the person; the table of roles lists what each may do, and on whose records');

const Division = expected(spelled('code').regex(/^[1-8]\d(\d\d)?$/), {
  en: 'a GB/T 2260 code of a partner province (2 digits) or city (4 digits)',
  zh: '对接省份（2 位）或市（4 位）行政区划代码（GB/T 2260）',
  example: '4501',
})
  .nullable()
  .default(null)
  .describe(
    'City (4 digits) or partner province (2 digits) the person acts for, for the roles that need one; GB/T 2260',
  );

const Login = expected(spelled('small-code').regex(LOGIN), {
  en: '3 to 64 lower-case letters, digits or signs of . _ - beginning with a letter',
  zh: '3 至 64 个小写字母、数字或 . _ - 符号，以字母开头',
  example: 'wang.fang',
});

/** Members of a person that may be changed. Roles have a step of their own, because it also ends tokens. */
const PERSON_MEMBERS = {
  personName: nameText(100).describe('Name of the person; personal data'),
  personPhone: Phone.nullable(),
  login: Login.describe('Login name; one that is new for the person needs an initial password next'),
};

export const CorrectPersonRequest = named(
  'CorrectPerson',
  'Members of a person that change; what is left out stays.',
  changeOf(PERSON_MEMBERS),
  CHANGE_PERSON,
);

export const RegisterPersonRequest = named(
  'RegisterPerson',
  'Person to register, with roles.',
  z.strictObject({
    personName: nameText(100).describe('Name of the person; personal data'),
    personPhone: Phone.nullable().default(null),
    partyId: Id.nullable().default(null).describe('Organisation the person acts for; a manager may leave it out'),
    division: Division,
    roles: Roles,
    login: Login.nullable()
      .default(null)
      .describe('Login name; absent for a person who never logs in, such as a driver named on manifests'),
  }),
  REGISTER_PERSON,
);

export const ChangePersonRequest = named(
  'ChangePerson',
  'Reason for a change of a person, such as blocking.',
  z.strictObject({ reason: linesText(500, 2).describe('Reason, recorded in the journal') }),
  { reason: '岗位调整。' },
);

export const ChangeRolesRequest = named(
  'ChangeRoles',
  'New roles of a person, with the reason.',
  ChangePersonRequest.extend({ roles: Roles, division: Division }),
  {
    reason: '岗位调整。',
    roles: ['enterprise_operator'],
  },
);

export const GivePasswordRequest = named(
  'GivePassword',
  'Request without members: the service makes the new password.',
  z.strictObject({}),
  {},
);

export const PersonResponse = named(
  'Person',
  'Registered person, who logs in with a password.',
  z.object({
    id: Id.describe('Subject (sub) of the tokens of the person'),
    personName: z.string().describe('Name; personal data'),
    personPhone: z.string().nullable().describe('Telephone number; personal data'),
    partyId: Id.nullable().describe('Organisation the person acts for'),
    division: z.string().nullable().describe('City or partner province the person acts for'),
    roles: z.array(RoleCode).describe('What the person may do'),
    login: z.string().nullable().describe('Login name; null for a person who never logs in'),
    passwordSetAt: InstantOut.nullable().describe('Time of the last change of the password'),
    passwordExpiresAt: InstantOut.nullable().describe(
      'End of an initial password; null once the person has changed it',
    ),
    state: PersonStateCode,
    blockedAt: InstantOut.nullable().describe('Time of the block'),
    registeredAt: InstantOut.describe('Time of the registration'),
    version: RecordVersion,
  }),
  PERSON,
);

export const PersonWithPasswordResponse = named(
  'PersonWithPassword',
  'Person with the first password, which is shown this once.',
  PersonResponse.extend({
    initialPassword: z
      .string()
      .nullable()
      .describe('Must be changed at the first login. Shown once: null when the request is repeated'),
  }),
  {
    ...PERSON,
    initialPassword: 'shown-once',
  },
);

export const PersonListQuery = PageQuery.extend({
  partyId: Id.optional(),
  state: PersonStateCode.optional(),
});

/** Shows a person without the hash of the password. */
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
