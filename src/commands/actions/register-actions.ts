/** The work of the commands for organisations. */
import { isDeepStrictEqual } from 'node:util';
import {
  findPartyByUscc,
  type Licence,
  listLicences,
  listSitesOf,
  RegisterLicenceRequest,
  RegisterPartyRequest,
  RegisterSiteRequest,
  registerLicence,
  registerParty,
  registerSite,
  withCode,
} from '../../parties/index.ts';
import type { Action } from '../command.ts';
import { ACTOR, checked, partyIdOf } from '../input.ts';

export const addParty: Action = async ({ deps, values }) => {
  const { division: divisionCode, site: kind } = values;
  const party = checked(RegisterPartyRequest, { uscc: values.uscc, name: values.name, divisionCode });
  const { uscc, name } = party;
  const place = { kind, name, divisionCode };
  const site = kind === undefined ? undefined : checked(RegisterSiteRequest, place);
  const by = { actor: ACTOR };
  return deps.db.transaction(async (tx) => {
    const provinceCode = party.divisionCode.slice(0, 2);
    const known = uscc === null ? undefined : await findPartyByUscc(tx, uscc);
    // The registration rejects another name under the same code.
    const same = known?.name === name ? known : undefined;
    const { id } = same ?? (await registerParty(tx, deps, { ...by, ...withCode(party), provinceCode }));
    if (site === undefined) return { id, uscc, name };
    const knownSite = (await listSitesOf(tx, id)).find((one) => one.kind === kind && one.name === name);
    const { id: siteId } = knownSite ?? (await registerSite(tx, deps, { ...by, ...site, partyId: id }));
    return { id, uscc, name, siteId };
  });
};

type Given = Pick<Licence, 'number' | 'mode' | 'validFrom' | 'validTo' | 'issuer'>;
const pick = ({ number, mode, validFrom, validTo, issuer }: Given): Given => {
  return { number, mode, validFrom, validTo, issuer };
};

const WASTE_BATTERIES = '900-052-31';

export const addLicence: Action = async ({ deps, values }) => {
  const { party = '', number, mode, from: validFrom, to: validTo, issuer } = values;
  const partyId = await partyIdOf(deps, party);
  const wasteCodes = [WASTE_BATTERIES];
  const licence = checked(RegisterLicenceRequest, { number, mode, validFrom, validTo, issuer, wasteCodes });
  const input = { ...pick(licence), wasteCodes };
  return deps.db.transaction(async (tx) => {
    const same = Object.entries(input);
    const known = (await listLicences(tx, partyId)).find((one) =>
      same.every(([name, value]) => isDeepStrictEqual(one[name as keyof Licence], value)),
    );
    const { id } = known ?? (await registerLicence(tx, deps, { actor: ACTOR, ...licence, partyId }));
    return { id, partyId, ...input };
  });
};
