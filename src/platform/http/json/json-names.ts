/** The names in a JSON text, and the one that an object gives twice: two readers could then read two documents. */
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

/** A name written with an escape: only such names the engine has been seen to take for others (nodejs/node#63785). */
const ESCAPED_NAME = /"[^"\\]*(?:\\.[^"\\]*)+"\s*:/;

/** Reports whether the names of a value differ from those of the JSON text from which it was read. */
export function isMisread(text: string, value: unknown): boolean {
  if (!ESCAPED_NAME.test(text)) return false;
  return JSON.stringify(namesOf(value).sort()) !== JSON.stringify(writtenNames(text).sort());
}

function namesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(namesOf);
  return Array.isArray(value) ? inner : [...Object.keys(value), ...inner];
}

/** Reads each name of a JSON text by itself, which the engine does rightly. */
function writtenNames(text: string): string[] {
  const names: string[] = [];
  let string = '""';
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === ':') names.push(String(JSON.parse(string)));
    else string = token;
  }
  return names;
}

/** Strings, and what structures a JSON text. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;
const NAME_MAX = 100;

/** An object or array that is being read: the names it has given, and the place in it that was reached. */
type Frame = { readonly names: Set<string> | undefined; step: string | number };

/** Finds the first name given twice in one object of a JSON text, and its place; undefined when all names differ. */
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
      // The same name may be written with escapes.
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
