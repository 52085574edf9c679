/** Commands for organisations, partners and code tables. */
import type { Site } from '../parties/index.ts';
import { type Commands, loaded } from './command.ts';

const actions = () => import('./register-actions.ts');

const KINDS = Object.keys({
  generator: true,
  collection_point: true,
  transfer_point: true,
  recycler: true,
  producer: true,
} satisfies Record<Site['kind'], true>);

export const REGISTER_COMMANDS: Commands = {
  'parties add': {
    usage: 'parties add --uscc <code> --name <name> --division <code> [--site <kind>]',
    summary: 'Registers an organisation, and its first site at the same place.',
    options: {
      uscc: 'its unified social credit code (GB 32100-2015)',
      name: 'its name',
      division: 'GB/T 2260 code of its city (4 digits) or county (6 digits)',
      site: `kind of the site: ${KINDS.join(', ')}; default: no site is registered`,
    },
    act: loaded(actions, 'addParty'),
  },
  'partners add': {
    usage: 'partners add <file>',
    summary:
      'Registers a partner, or replaces its name, address and keys, from a file with the body of POST /v1/exchange/partners.',
    names: 1,
    act: loaded(actions, 'addPartner'),
  },
  'partners list': {
    usage: 'partners list',
    summary: 'Lists the authorities with which messages are exchanged.',
    act: loaded(actions, 'listPartners'),
  },
  'codes load': {
    usage: 'codes load <file>',
    summary:
      'Adds rows to divisions, waste_codes and law_values from a JSON file, or gives existing rows an end (valid_to), all or nothing. Nothing else of a row changes.',
    names: 1,
    act: loaded(actions, 'loadCodeFile'),
  },
};
