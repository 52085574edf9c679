/**
 * Names in a JSON text, and the first name that an object contains twice: two readers could read such an object
 * differently.
 */
import { pointerTo } from '../validation/index.ts';

/** Counts the members of all objects of a value. */
export function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += namesIn(item);
    return count;
  }
  for (const inner of Object.values(value)) count += 1 + namesIn(inner);
  return count;
}

/** Matches a name written with an escape: only such names are confused by the engine (nodejs/node#63785). */
const ESCAPED_NAME = /"[^"\\]*(?:\\.[^"\\]*)+"\s*:/;

/** Returns true when the names of a value differ from those of the JSON text from which it was parsed. */
export function isMisread(text: string, value: unknown): boolean {
  if (!ESCAPED_NAME.test(text)) return false;
  return JSON.stringify(namesOf(value).sort()) !== JSON.stringify(writtenNames(text).sort());
}

function namesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(namesOf);
  return Array.isArray(value) ? inner : [...Object.keys(value), ...inner];
}

/** Parses each name of a JSON text separately, which the engine does correctly. */
function writtenNames(text: string): string[] {
  const names: string[] = [];
  let string = '""';
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === ':') names.push(String(JSON.parse(string)));
    else string = token;
  }
  return names;
}

/** Matches strings and the structural characters of a JSON text. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;
const NAME_MAX = 100;

/** An object or array that is being read: its names so far, and the current place in it. */
type Frame = { readonly names: Set<string> | undefined; step: string | number };

/** Finds the first name that one object contains twice, and its place; undefined when all names differ. */
export function findRepeated(text: string): { name: string; pointer: string } | undefined {
  const frames: Frame[] = [];
  let string = '""';
  for (const [token] of text.matchAll(TOKENS)) {
    const frame = frames.at(-1);
    if (token === '{') frames.push({ names: new Set(), step: '' });
    else if (token === '[') frames.push({ names: undefined, step: 0 });
    else if (token === '}' || token === ']') frames.pop();
    else if (token === ',') {
      if (typeof frame?.step === 'number') frame.step += 1;
    } else if (token !== ':') string = token;
    else if (frame?.names !== undefined) {
      // A repetition may be written with escapes.
      const name = String(JSON.parse(string));
      frame.step = name;
      if (frame.names.has(name)) {
        const path = frames.map(({ step }) => (typeof step === 'string' ? step.slice(0, NAME_MAX) : step));
        return { name: name.slice(0, NAME_MAX), pointer: pointerTo('body', path) };
      }
      frame.names.add(name);
    }
  }
  return undefined;
}
