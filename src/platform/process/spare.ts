/**
 * A process that has loaded a module, and waits for its input. Loading takes most of a second, which the next caller of the same
 * module need not wait for. One waits at a time, and not for long: it takes memory.
 */
import type { ChildProcess } from 'node:child_process';

export type Spare = {
  /** Returns the process that waits with such a name, or a new one. */
  readonly take: (name: string, start: () => ChildProcess) => ChildProcess;
  /** Starts a process that waits, instead of the one that waits now. */
  readonly renew: (name: string, start: () => ChildProcess) => void;
};

/** @param idleMs time after which a process that waits is ended */
export function createSpare(idleMs: number): Spare {
  let waiting: { readonly name: string; readonly child: ChildProcess; readonly end: () => void } | undefined;
  const leave = () => {
    const left = waiting;
    waiting = undefined;
    return left;
  };
  return {
    take(name, start) {
      if (waiting?.name !== name || !waiting.child.connected) return start();
      const { child, end } = waiting;
      leave();
      child.off('exit', end);
      child.ref();
      child.channel?.ref();
      return child;
    },
    renew(name, start) {
      leave()?.end();
      const child = start();
      const end = () => {
        clearTimeout(timer);
        if (waiting?.child === child) leave();
        child.kill('SIGKILL');
      };
      const timer = setTimeout(() => waiting?.child === child && end(), idleMs).unref();
      child.once('exit', end).once('error', end);
      // It holds up neither the end of this process nor a test.
      child.unref();
      child.channel?.unref();
      waiting = { name, child, end };
    },
  };
}
