/** Rows of the open register, of what is an authority's alone, and of what needs no token. */
import type { Scope } from '../../../../src/core/access/scopes.ts';
import type { Scene } from '../scene.ts';
import type { AuthorityRow, OpenRow, RegisterRow, Route, Row } from './row.ts';

/** Organisations, sites and licences are a public register, and methods and codes are law: their readers read all of it. */
const register = (route: Route, scope: Scope = 'parties:read'): RegisterRow => ({
  kind: 'register',
  scope,
  ...at(route),
});
const authority = (scope: Scope, ...routes: Route[]): AuthorityRow[] =>
  routes.map((route) => ({ kind: 'authority', scope, ...at(route) }));

const at = (route: Route) => ({
  route,
  url: ({ firms: { rival, laboratory }, qualificationId, exemptionId, outageId }: Scene) =>
    (route.split(' ')[1] ?? '')
      .replace('exemptions/:id', `exemptions/${exemptionId}`)
      .replace('outages/:id', `outages/${outageId}`)
      .replace(':id/qualifications', `${laboratory.partyId}/qualifications`)
      .replace(':id', route.includes('/v1/sites') ? rival.point : rival.partyId)
      .replace(':licenceId', rival.licenceId)
      .replace(':qualificationId', qualificationId)
      .replace(':subject', `party:${rival.partyId}`)
      .replace(':code', '44')
      .replace(':kind', route.includes('codes') ? 'packaging' : 'vehicles'),
});

const PARTY_STEPS = ['submit', 'approve', 'send-back', 'suspend', 'resume', 'close'];
const LICENCE_STEPS = ['suspend', 'reinstate', 'revoke'];
const KEPT = ['sites', 'licences', 'vehicles', 'qualifications'];

export const REGISTER_ROWS: readonly Row[] = [
  register('GET /v1/parties'),
  register('GET /v1/parties/:id'),
  register('GET /v1/parties/:id/licences'),
  register('GET /v1/parties/:id/licences/:licenceId'),
  register('GET /v1/parties/:id/sites'),
  register('GET /v1/parties/:id/qualifications'),
  register('GET /v1/parties/:id/qualifications/:qualificationId'),
  register('GET /v1/sites'),
  register('GET /v1/register-warnings'),
  register('GET /v1/sites/:id'),
  register('GET /v1/codes/:kind'),
  register('GET /v1/calendar'),
  register('GET /v1/recovery/methods', 'recovery:read'),
  register('GET /v1/outages', 'manifests:read'),
  register('GET /v1/outages/:id', 'manifests:read'),
  ...authority('outages:write', 'POST /v1/outages', 'POST /v1/outages/:id/end', 'POST /v1/paper-numbers'),
  register('GET /v1/transfer-exemptions', 'approvals:read'),
  register('GET /v1/transfer-exemptions/:id', 'approvals:read'),
  ...authority('approvals:write', 'POST /v1/approvals', 'POST /v1/approvals/:id/withdraw'),
  ...authority('approvals:write', 'POST /v1/transfer-exemptions', 'POST /v1/transfer-exemptions/:id/end'),
  ...authority('parties:write', 'POST /v1/parties', 'GET /v1/exports/:kind'),
  ...authority('parties:write', 'POST /v1/imports/parties', 'POST /v1/imports/sites'),
  ...authority('parties:write', 'POST /v1/imports/licences', 'POST /v1/imports/vehicles'),
  ...authority('parties:write', 'GET /v1/imports/:kind/template', 'GET /v1/imports/:id'),
  ...authority('parties:write', 'POST /v1/parties/:id/qualifications/:qualificationId/withdraw'),
  ...[...KEPT, ...PARTY_STEPS, ...LICENCE_STEPS.map((step) => `licences/:licenceId/${step}`)].flatMap((rest) =>
    authority('parties:write', `POST /v1/parties/:id/${rest}`),
  ),
  ...authority('assessments:review', 'POST /v1/assessments/:id/review', 'POST /v1/assessments/:id/return'),
  ...authority('assessments:decide', 'POST /v1/assessments/:id/certify', 'POST /v1/assessments/:id/refuse'),
  ...authority('assessments:decide', 'POST /v1/assessments/:id/send-back', 'POST /v1/assessments/:id/answer'),
  ...authority('assessments:decide', 'POST /v1/assessments/:id/confirm', 'POST /v1/assessments/:id/reopen'),
  ...authority('calendar:write', 'POST /v1/calendar'),
  ...authority('stock:observe', 'POST /v1/stock-counts/:id/observations'),
  ...authority('books:read', 'GET /v1/books'),
  ...authority('journal:read', 'GET /v1/journal', 'GET /v1/journal/subjects/:subject'),
  ...authority('clients:write', 'GET /v1/clients', 'GET /v1/clients/:id', 'POST /v1/clients'),
  ...authority('clients:write', 'POST /v1/clients/:id/secret', 'POST /v1/clients/:id/revocation'),
  ...authority('clients:write', 'PATCH /v1/clients/:id', 'GET /v1/clients/:id/changes'),
  ...authority('exchange:read', 'GET /v1/exchange/partners', 'GET /v1/exchange/partners/:code'),
  ...authority('exchange:read', 'GET /v1/exchange/deliveries', 'GET /v1/exchange/deliveries/:id'),
  ...authority('exchange:read', 'GET /v1/exchange/number-clashes', 'GET /v1/exchange/number-clashes/:id'),
  ...authority('exchange:write', 'POST /v1/exchange/number-clashes/:id/settle'),
  ...authority('exchange:read', 'GET /v1/exchange/status', 'GET /v1/exchange/manifests/:id'),
  ...authority('exchange:write', 'POST /v1/exchange/partners', 'POST /v1/exchange/deliveries/:id/resend'),
];

const open = (why: string, ...routes: Route[]): OpenRow[] => routes.map((route) => ({ kind: 'open', route, why }));

const PAGES = 'pages of a login, each for the browser that began it';
const LOGIN = ['', '/password', '/code', '/enrolled', '/consent', '/abort'];

export const OPEN_ROWS: readonly OpenRow[] = [
  ...open('shows the process, no records', 'GET /livez', 'GET /readyz'),
  ...open('describes the service', 'GET /', 'GET /problems', 'GET /problems/:code', 'GET /openapi.json'),
  ...open('describes the service', 'GET /docs', 'GET /docs/', 'GET /docs/static/*', 'GET /docs/json', 'GET /docs/yaml'),
  ...open('describes the service', 'GET /docs/static/index.html', 'GET /docs/static/swagger-initializer.js'),
  ...open('describes the service', 'GET /docs/static/theme/mark.svg', 'GET /favicon.ico'),
  ...open('the public keys of this province', 'GET /v1/exchange/keys'),
  ...open('takes what partners sign and answers receipts to them', 'POST /v1/exchange/messages'),
  ...open('the authorisation server: who comes for a token has none yet', 'GET /oidc/*', 'POST /oidc/*'),
  ...open(PAGES, ...LOGIN.map((rest): Route => `POST /oidc/interaction/:uid${rest}`)),
  ...open(PAGES, ...['', '/password', '/code'].map((rest): Route => `GET /oidc/interaction/:uid${rest}`)),
];
