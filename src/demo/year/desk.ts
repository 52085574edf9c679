/** The desk of a recycler: sends its requests, and those of its suppliers, in the order of its year. */
import type { z } from 'zod';
import { LeadloopProblem } from '../../client/index.ts';
import type { Client } from '../client.ts';
import type { Enterprise } from '../plan/enterprise.ts';
import { GUANGXI } from '../plan/place.ts';
import { latestInstantIn } from '../stage/month-clock.ts';
import { clientOf, type Stage } from '../stage/stage.ts';
import { certificateFile } from '../trade/certificate.ts';
import { recordConfirmed } from '../trade/laboratory.ts';
import type { Registry } from '../trade/registry.ts';
import { uploadFile } from '../trade/transfer.ts';

/** A request by an organisation of the register. */
export type Request = { readonly path: string; readonly body: object; readonly as: string };

/** An assay or an analysis of the laboratory. */
type Sample = {
  readonly path: '/v1/assays' | '/v1/analyses';
  readonly body: object;
  readonly manifestNumber?: string | null;
};

/** Answer of the service to a request that it refused. */
export type Refusal = { readonly title: string; readonly detail: string };

export type Desk = {
  readonly plant: Enterprise;
  /** Id of the recycler, and of its site. */
  readonly id: string;
  readonly siteId: string;
  readonly registry: Registry;
  /** The uploaded report of the laboratory, to which all assays of the year refer. */
  readonly certificateId: string;
  /** Returns the number of a certificate, which no other enterprise has. */
  readonly numberOf: (sample: string) => string;
  readonly client: Client;
  /** Sends a request. `key` names it within the desk, so that a repetition is the same request. */
  readonly post: <Shape extends z.ZodType>(key: string, request: Request, shape: Shape) => Promise<z.output<Shape>>;
  /** Records what the laboratory found, which confirms its certificate. */
  readonly record: (key: string, request: Sample) => Promise<void>;
  /** Sends a request that the service must refuse, and returns its answer; undefined when it was accepted. */
  readonly tryPost: (key: string, request: Request, shape: z.ZodType) => Promise<Refusal | undefined>;
  /** Lets the others go on without this desk. */
  readonly close: () => void;
};

export async function openDesk(stage: Stage, registry: Registry, plant: Enterprise): Promise<Desk> {
  const client = clientOf(stage, GUANGXI);
  const work = stage.pace.open(0);
  const post: Desk['post'] = (key, request, shape) => {
    work.moveTo(latestInstantIn(request.body));
    return client.post({ ...request, key: `${plant.key}/${key}` }, shape);
  };
  const id = registry.party(GUANGXI, plant.key);
  const certificateId = await uploadFile(stage, {
    ...{ as: id, key: `${plant.key}/certificate` },
    ...{ name: '演示检测中心2027年度检测报告.pdf', bytes: certificateFile(plant.uscc) },
  });
  return {
    ...{ plant, id, siteId: registry.site(plant.key), registry, certificateId, client, post },
    numberOf: (sample) => `演示检-${plant.uscc.slice(-4)}-${sample}`,
    record: async (key, { path, body, ...papers }) => {
      work.moveTo(latestInstantIn(body));
      const laboratoryId = registry.laboratory(GUANGXI);
      const request = { path, key: `${plant.key}/${key}`, body: { ...body, laboratoryId }, as: id, ...papers };
      await recordConfirmed(client, request);
    },
    tryPost: async (key, request, shape) => {
      try {
        await post(key, request, shape);
        return undefined;
      } catch (error) {
        if (error instanceof LeadloopProblem && error.status < 500) return refusalOf(error);
        throw error;
      }
    },
    close: work.end,
  };
}

export const refusalOf = ({ body: { title, detail } }: LeadloopProblem): Refusal => ({ title, detail });
