/** Partners for commands: nothing here loads messages, which only a serving process needs. */
export { EXCHANGE_FIELDS } from '../fields.ts';
export { listPartnerRows } from './queries.ts';
export { RegisterPartnerRequest } from './schemas.ts';
export { registerPartner } from './service.ts';
