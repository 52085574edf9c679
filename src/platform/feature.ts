/** Contract between the composition root and features. */

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import type { MessageDefinitions } from '../core/messages/catalogue.ts';
import type { Fields } from '../core/messages/field.ts';
import type { KeyPair } from './auth/index.ts';
import type { RequestDeps, ServiceDeps } from './deps.ts';
import type { ExchangeLimits } from './exchange-limits.ts';
import type { FileStore } from './file-store/index.ts';
import type { TagGroup } from './http/description/publish.ts';
import type { Subscription } from './journal/index.ts';
import type { LawCache } from './law/index.ts';
import type { Figures } from './operation/metrics.ts';
import type { Sweep } from './process/background.ts';
import type { RunTask } from './process/task.ts';
import type { Handlers, Queue } from './queue/queue.ts';

/** Dependencies that the routes of features may use. Each declares the part it needs. */
export type RouteDeps = RequestDeps & FeatureDeps;

/** Dependencies of background work, which works as the service. */
export type AppDeps = ServiceDeps & FeatureDeps;

type FeatureDeps = {
  readonly log: Logger;
  readonly law: () => Promise<LawCache>;
  readonly wake: Queue['wake'];
  readonly wakeAll: Queue['wakeAll'];
  /** Runs heavy computing in a process of its own. */
  readonly runTask: RunTask;
  /** Signs messages of this province. */
  readonly exchangeKey: KeyPair;
  /** Address at which partners reach this service, without a slash at its end. */
  readonly publicUrl: string;
  /** Limits of reading files that people send. */
  readonly files: { readonly timeMs: number; readonly memoryMb: number; readonly parallel: number };
  /** Bytes of uploaded files. */
  readonly fileStore: FileStore;
  /** Limits of the exchange, in milliseconds. */
  readonly exchange: ExchangeLimits;
};

/** Routes, jobs and tables of texts that a feature adds to the service. */
export type Feature = {
  readonly tag: string;
  /** Part of the API in which the description shows the tag. */
  readonly group: TagGroup;
  readonly about: string;
  readonly messages?: readonly MessageDefinitions[];
  /** Names of the fields of its requests, as forms show them. */
  readonly fields?: Fields;
  readonly routes?: (deps: RouteDeps) => FastifyPluginAsyncZod;
  readonly subscriptions?: (deps: AppDeps) => readonly Subscription[];
  readonly handlers?: (deps: AppDeps) => Handlers;
  readonly sweeps?: (deps: AppDeps) => readonly Sweep[];
  /** Metrics of what people must look after. */
  readonly figures?: Figures;
};
