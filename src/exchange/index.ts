/** Public interface of the exchange. */
import { exchangeHandlers, exchangeSubscriptions, exchangeSweeps } from './jobs.ts';
import { exchangeProblem } from './problems.ts';
import { exchangeRoutes } from './routes.ts';

export const exchange = {
  messages: [exchangeProblem],
  routes: exchangeRoutes,
  subscriptions: exchangeSubscriptions,
  handlers: exchangeHandlers,
  sweeps: exchangeSweeps,
};

export { describeMessages } from './messages/published-schemas.ts';
export { type ExchangeDeps, registerPartner } from './partners/service.ts';
export { listPartnerRows } from './queries.ts';
export { RegisterPartnerRequest } from './schemas.ts';
