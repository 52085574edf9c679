/** The registry: every method that is computed. */
import { MASS_METHODS_SHOWN } from './mass-methods.ts';
import { LEAD_METHODS, type Method } from './method.ts';
import type { MethodId } from './method-words.ts';

export const METHODS: readonly Method[] = [...LEAD_METHODS, ...MASS_METHODS_SHOWN];

/** Returns a method of the registry. */
export function methodOf(id: MethodId): Method {
  const method = METHODS.find((one) => one.id === id);
  if (!method) throw new Error(`the registry lacks the method ${id}`);
  return method;
}
