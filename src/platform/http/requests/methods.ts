/** Finds the methods that an address accepts, for answers to other methods. */
import type { FastifyInstance } from 'fastify';

/** Returns the methods of a path, in order; an empty list for an unknown path. */
export type MethodsOf = (path: string) => readonly string[];

/** Remembers the routes that are registered from now on. It is read only for requests that match no route. */
export function rememberMethods(http: FastifyInstance): MethodsOf {
  const known = new Map<string, { readonly pattern: RegExp; readonly methods: string[] }>();
  http.addHook('onRoute', ({ url, method }) => {
    const address = known.get(url) ?? { pattern: patternOf(url), methods: ['OPTIONS'] };
    known.set(url, address);
    address.methods.push(...[method].flat());
  });
  return (path) => {
    const matching = [...known.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(matching.flatMap(({ methods }) => methods))].toSorted();
  };
}

/** The paths a route is for: `:name` stands for one segment, `*` at its end for all that follow. */
function patternOf(url: string): RegExp {
  const segments = url.split('/').map((segment) => {
    if (segment === '*') return '.*';
    return segment.startsWith(':') ? '[^/]+' : RegExp.escape(segment);
  });
  return new RegExp(`^${segments.join('/')}$`);
}
