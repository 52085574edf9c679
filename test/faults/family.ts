/** Processes below a process, by what the kernel shows. */
import { readdirSync, readFileSync } from 'node:fs';

/** The children of every process that has some. */
export type Children = ReadonlyMap<number, readonly number[]>;

/** Reads the processes of the machine once. */
export function readChildren(): Children {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = parentOf(name);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
}

/** Returns a process and all below it. The sessions of PostgreSQL belong to it, although each has a group of its own. */
export const familyOf = (pid: number, children: Children = readChildren()): number[] => [
  pid,
  ...(children.get(pid) ?? []).flatMap((child) => familyOf(child, children)),
];

/** The parent of a process; undefined when the process has ended meanwhile. */
function parentOf(pid: string): number | undefined {
  try {
    return Number(/\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}
