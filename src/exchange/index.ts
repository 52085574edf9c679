/** Public interface of the exchange. */
import { EXCHANGE_FIELDS } from './fields.ts';
import { EXCHANGE_FIGURES } from './figure-queries.ts';
import { exchangeHandlers, exchangeSubscriptions, exchangeSweeps } from './jobs.ts';
import { exchangeProblem } from './problems.ts';
import { exchangeRoutes } from './routes.ts';

export const exchange = {
  messages: [exchangeProblem],
  fields: EXCHANGE_FIELDS,
  routes: exchangeRoutes,
  subscriptions: exchangeSubscriptions,
  handlers: exchangeHandlers,
  sweeps: exchangeSweeps,
  figures: EXCHANGE_FIGURES,
};

export { describeMessages } from './messages/published-schemas.ts';
export { listPartnerRows } from './partners/queries.ts';
export { registerPartner, stopPartner } from './partners/service.ts';
