/** The work of the commands for partners. */
import {
  EXCHANGE_FIELDS,
  listPartnerRows,
  RegisterPartnerRequest,
  registerPartner,
} from '../../exchange/partners/index.ts';
import type { Action } from '../command.ts';
import { ACTOR, readAs } from '../input.ts';

export const addPartner: Action = async ({ deps, positionals: [file = ''] }) => {
  const draft = await readAs(file, RegisterPartnerRequest, EXCHANGE_FIELDS);
  return deps.db.transaction((tx) => registerPartner(tx, deps, { ...draft, actor: ACTOR }));
};

export const listPartners: Action = ({ deps }) => listPartnerRows(deps.db);
