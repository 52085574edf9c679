/** Ids of the batches that the plan knows by name; a reader waits until the id is published. */
import { PATIENCE_MS } from '../stage/stage.ts';

export type Refs = {
  readonly publish: (ref: string, id: string) => void;
  /** Resolves when the batch exists. Rejects when it does not exist in time. */
  readonly idOf: (ref: string) => Promise<string>;
};

export function createRefs(): Refs {
  const known = new Map<string, PromiseWithResolvers<string>>();
  const entry = (ref: string) => {
    const found = known.get(ref) ?? Promise.withResolvers<string>();
    known.set(ref, found);
    return found;
  };
  return {
    publish: (ref, id) => entry(ref).resolve(id),
    idOf: async (ref) => {
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(() => late.reject(new Error(`The batch ${ref} was not created in time`)), PATIENCE_MS);
      return Promise.race([entry(ref).promise, late.promise]).finally(() => clearTimeout(timer));
    },
  };
}
