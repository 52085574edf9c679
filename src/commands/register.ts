/** Organisations, partners and code tables. */
import { listPartnerRows, RegisterPartnerRequest, registerPartner } from '../exchange/index.ts';
import {
  RegisterPartyRequest,
  RegisterSiteRequest,
  registerParty,
  registerSite,
  SITE_KINDS,
} from '../parties/index.ts';
import { CodeFile, loadCodes } from '../platform/law/index.ts';
import { ACTOR, type Commands, checked, type Given, readAs } from './command.ts';
import { LAW_SHAPES } from './law.ts';

export const REGISTER_COMMANDS: Commands = {
  'parties add': {
    use: 'parties add --uscc <code> --name <name> --division <code> [--site <kind>]',
    says: 'Registers an organisation, and a first site of it at the same place.',
    options: {
      uscc: 'its unified social credit code (GB 32100-2015)',
      name: 'its name',
      division: 'GB/T 2260 code of its city (4 digits) or county (6)',
      site: `kind of the site: ${SITE_KINDS.join(', ')}; otherwise none is registered`,
    },
    act: addParty,
  },
  'partners add': {
    use: 'partners add <file>',
    says: 'Registers a partner, or replaces its name, address and keys, from a file with the body of POST /v1/exchange/partners.',
    names: 1,
    act: async ({ deps, names: [file = ''] }) => {
      const draft = await readAs(file, RegisterPartnerRequest);
      return deps.db.transaction((tx) => registerPartner(tx, deps, { ...draft, actor: ACTOR }));
    },
  },
  'partners list': {
    use: 'partners list',
    says: 'Lists the authorities that messages are exchanged with.',
    act: ({ deps }) => listPartnerRows(deps.db),
  },
  'codes load': {
    use: 'codes load <file>',
    says: 'Adds rows to divisions, waste_codes and law_values from a JSON file, or gives rows that are there an end (valid_to), all or nothing. Nothing else of a row changes.',
    names: 1,
    act: async ({ deps, names: [file = ''] }) => {
      const rows = await readAs(file, CodeFile);
      return deps.db.transaction((tx) => loadCodes(tx, rows, { actor: ACTOR, at: deps.clock(), shapes: LAW_SHAPES }));
    },
  },
};

async function addParty({ deps, values }: Given): Promise<unknown> {
  const { uscc, name, division: divisionCode, site: kind } = values;
  const party = checked(RegisterPartyRequest, { uscc, name, divisionCode }, 'The organisation');
  const place = { kind, name, divisionCode };
  const site = kind === undefined ? undefined : checked(RegisterSiteRequest, place, 'The site');
  const by = { actor: ACTOR };
  return deps.db.transaction(async (tx) => {
    const provinceCode = party.divisionCode.slice(0, 2);
    const { id } = await registerParty(tx, deps, by, { ...party, provinceCode });
    if (site === undefined) return { id, uscc, name };
    const { id: siteId } = await registerSite(tx, deps, by, { ...site, partyId: id });
    return { id, uscc, name, siteId };
  });
}
