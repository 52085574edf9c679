/** Commands for people, who log in or are only named. */
import { ALL_ROLES } from '../core/access/roles.ts';
import { type Commands, loaded } from './command.ts';

const actions = () => import('./people-actions.ts');

const ROLE = `roles of the person, one or more: ${ALL_ROLES.join(', ')}`;
const REASON = 'reason, as the journal records it';
const DIVISION = 'GB/T 2260 code of the city (4 digits) or partner province (2 digits), when the role acts for one';

export const PEOPLE_COMMANDS: Commands = {
  'people add': {
    usage:
      'people add --name <name> --role <role> [--login <login name>] [--party <id or social credit code>] [--division <code>] [--phone <number>]',
    summary: 'Registers a person, and shows the initial password once when there is a login name.',
    options: {
      name: 'name of the person',
      role: ROLE,
      login: 'login name; without one the person never logs in, such as a driver who is only named',
      party: 'organisation for which the person acts, when the role acts for an organisation',
      division: DIVISION,
      phone: 'telephone number',
    },
    act: loaded(actions, 'addPerson'),
  },
  'people list': {
    usage: 'people list',
    summary: 'Lists all people, including the blocked ones. Names and numbers are masked.',
    act: loaded(actions, 'listAllPeople'),
  },
  'people block': {
    usage: 'people block <id> --reason <reason>',
    summary: "Blocks a person. The person's tokens are rejected within a minute.",
    options: { reason: REASON },
    names: 1,
    act: loaded(actions, 'block'),
  },
  'people unblock': {
    usage: 'people unblock <id> --reason <reason>',
    summary: 'Lets a blocked person log in again.',
    options: { reason: REASON },
    names: 1,
    act: loaded(actions, 'unblock'),
  },
  'people roles': {
    usage: 'people roles <id> --role <role> --reason <reason> [--division <code>]',
    summary: 'Gives a person other roles, from the next token on.',
    options: { role: ROLE, reason: REASON, division: DIVISION },
    names: 1,
    act: loaded(actions, 'giveRoles'),
  },
  'people password': {
    usage: 'people password <id>',
    summary: 'Gives a person a new initial password, shown once. Sessions and tokens of the previous password end.',
    names: 1,
    act: loaded(actions, 'givePassword'),
  },
};
