/** Objects of a JSON document, and how they are visited. */

export type Node = Record<string, unknown>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the object at a path; an empty one where there is no object. */
export function nodeAt(node: Node, ...path: readonly string[]): Node {
  let found: unknown = node;
  for (const step of path) found = isNode(found) ? found[step] : undefined;
  return isNode(found) ? found : {};
}

/** Visits every object inside a value, outermost first. */
export function visit(value: unknown, each: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) visit(one, each);
  else if (isNode(value)) {
    each(value);
    for (const inner of Object.values(value)) visit(inner, each);
  }
}
