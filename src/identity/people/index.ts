/** People for commands: nothing here loads the authorisation server, which only a serving process needs. */
export { IDENTITY_FIELDS } from '../fields.ts';
export { listPeople } from './queries.ts';
export { ChangeRolesRequest, RegisterPersonRequest, toPersonResponse } from './schemas.ts';
export {
  blockPerson,
  changeRoles,
  giveInitialPassword,
  type PersonWithPassword,
  registerPerson,
  resetSecondFactor,
  unblockPerson,
} from './service.ts';
