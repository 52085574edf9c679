/** The work of the commands for organisations, partners and code tables. */
import { listPartnerRows, RegisterPartnerRequest, registerPartner } from '../exchange/index.ts';
import { RegisterPartyRequest, RegisterSiteRequest, registerParty, registerSite, withCode } from '../parties/index.ts';
import { CodeFile, loadCodes } from '../platform/law/index.ts';
import type { Action } from './command.ts';
import { ACTOR, checked, readAs } from './input.ts';
import { LAW_SHAPES } from './law.ts';

export const addParty: Action = async ({ deps, values }) => {
  const { uscc, name, division: divisionCode, site: kind } = values;
  const party = checked(RegisterPartyRequest, { uscc, name, divisionCode });
  const place = { kind, name, divisionCode };
  const site = kind === undefined ? undefined : checked(RegisterSiteRequest, place);
  const by = { actor: ACTOR };
  return deps.db.transaction(async (tx) => {
    const provinceCode = party.divisionCode.slice(0, 2);
    const { id } = await registerParty(tx, deps, { ...by, ...withCode(party), provinceCode });
    if (site === undefined) return { id, uscc, name };
    const { id: siteId } = await registerSite(tx, deps, { ...by, ...site, partyId: id });
    return { id, uscc, name, siteId };
  });
};

export const addPartner: Action = async ({ deps, names: [file = ''] }) => {
  const draft = await readAs(file, RegisterPartnerRequest);
  return deps.db.transaction((tx) => registerPartner(tx, deps, { ...draft, actor: ACTOR }));
};

export const listPartners: Action = ({ deps }) => listPartnerRows(deps.db);

export const loadCodeFile: Action = async ({ deps, names: [file = ''] }) => {
  const rows = await readAs(file, CodeFile);
  return deps.db.transaction((tx) => loadCodes(tx, rows, { actor: ACTOR, at: deps.clock(), shapes: LAW_SHAPES }));
};
