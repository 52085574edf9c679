/** Clients and signing keys for commands: nothing here loads the authorisation server. */
export { IDENTITY_FIELDS } from '../fields.ts';
export { rotateKey } from '../keys/service.ts';
export { listClients } from './queries.ts';
export { RegisterClientRequest, toClientDraft } from './schemas.ts';
export { type ClientWithSecret, registerClient, revokeClient, rotateSecret } from './service.ts';
