/** The work of the commands for partners. */
import { exchange, listPartnerRows, RegisterPartnerRequest, registerPartner } from '../exchange/index.ts';
import type { Action } from './command.ts';
import { ACTOR, readAs } from './input.ts';

export const addPartner: Action = async ({ deps, positionals: [file = ''] }) => {
  const draft = await readAs(file, RegisterPartnerRequest, exchange.fields);
  return deps.db.transaction((tx) => registerPartner(tx, deps, { ...draft, actor: ACTOR }));
};

export const listPartners: Action = ({ deps }) => listPartnerRows(deps.db);
