/** Counts of a run by operation, and the table that shows them. */

type OperationCount = {
  readonly name: string;
  requests: number;
  /** Requests that reached the use case. */
  entered: number;
  ms: number;
  readonly statuses: Record<string, number>;
};

export type Report = {
  readonly seed: number;
  readonly requests: number;
  readonly seconds: number;
  /** Seeded values that were searched for in every answer. */
  readonly markers: number;
  readonly operations: readonly OperationCount[];
  readonly faults: readonly {
    readonly seed: number;
    readonly number: number;
    readonly kind: string;
    readonly detail: string;
    readonly operation: string;
    readonly caller: string;
    readonly tricks: readonly string[];
    readonly request: string;
    readonly answer: string;
  }[];
  readonly state: { readonly books: Readonly<Record<string, number>>; readonly journal: object };
};

type Outcome = { readonly status: number; readonly entered: boolean; readonly ms: number };

export type Counted = {
  readonly count: (name: string, outcome: Outcome) => void;
  readonly all: () => OperationCount[];
};

export function countsOf(names: readonly string[]): Counted {
  const counts = new Map(
    names.map((name): [string, OperationCount] => [name, { name, requests: 0, entered: 0, ms: 0, statuses: {} }]),
  );
  return {
    count: (name, { status, entered, ms }) => {
      const count = counts.get(name);
      if (count === undefined) throw new Error(`${name} is not described`);
      count.requests += 1;
      count.entered += entered ? 1 : 0;
      count.ms += ms;
      count.statuses[status] = (count.statuses[status] ?? 0) + 1;
    },
    all: () => [...counts.values()],
  };
}

/** The counts of two runs together; books and journal are those of the later one unless the earlier has a fault. */
export function together(one: Report, other: Report): Report {
  const operations = other.operations.map((count) => {
    const before = one.operations.find(({ name }) => name === count.name);
    return before === undefined ? count : sumOf(before, count);
  });
  return {
    ...{ seed: one.seed, markers: one.markers + other.markers, operations },
    ...{ requests: one.requests + other.requests, seconds: one.seconds + other.seconds },
    faults: [...one.faults, ...other.faults],
    state: isWhole(one.state) ? other.state : one.state,
  };
}

function sumOf(one: OperationCount, other: OperationCount): OperationCount {
  const codes = [...new Set([...Object.keys(one.statuses), ...Object.keys(other.statuses)])].map(Number);
  return {
    ...{ name: one.name, requests: one.requests + other.requests, entered: one.entered + other.entered },
    ms: one.ms + other.ms,
    statuses: Object.fromEntries(codes.map((code) => [code, (one.statuses[code] ?? 0) + (other.statuses[code] ?? 0)])),
  };
}

/** Operations of which fewer requests can reach the use case, each with the reason. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {};

/** Minimum share of the requests to an operation that must reach the use case. */
const SHARE = 0.3;

/** Maximum share of requests that load shedding may refuse; a starved machine refuses a few. */
const SHED = 0.001;

/** With fewer requests to an operation, a share says nothing; with these, none that reached the use case does. */
const COUNTABLE = 100;
const FEW = 8;

/** Returns the faults of a run; empty when all holds. */
export function objectionsTo({ requests: made, operations, faults, state }: Report): string[] {
  const shallow = operations.filter(({ name, requests, entered }) => {
    const least = requests >= COUNTABLE ? SHARE * requests : requests >= FEW ? 1 : 0;
    return entered < least && EXCEPTIONS[name] === undefined;
  });
  const shed = operations.reduce((sum, { statuses }) => sum + (statuses[503] ?? 0), 0);
  return [
    ...faults.map(
      ({ seed, number, kind, detail, operation, caller, tricks }) =>
        `seed ${seed}, request ${number}, ${operation} by ${caller}: ${tricks.join('; ')}: ${kind}: ${detail.slice(0, 400)}`,
    ),
    ...shallow.map(({ name, requests, entered }) => `${name}: only ${entered} of ${requests} reached the use case`),
    ...(shed > SHED * made ? [`${shed} of ${made} requests were shed`] : []),
    ...(!addsUp(state) ? [`the books do not add up: ${JSON.stringify(state.books)}`] : []),
    ...('fault' in state.journal ? [`the journal is not whole: ${JSON.stringify(state.journal)}`] : []),
  ];
}

function addsUp({ books }: Report['state']): boolean {
  const { sumOfAccountsGrams, negativeAccounts, deviatingAccounts } = books;
  return [sumOfAccountsGrams, negativeAccounts, deviatingAccounts].every((figure) => figure === 0);
}

const isWhole = (state: Report['state']): boolean => addsUp(state) && !('fault' in state.journal);

export function tableOf({ operations, ...report }: Report): string {
  const width = Math.max(...operations.map(({ name }) => name.length));
  const lines = operations.map(({ name, requests, entered, ms, statuses }) => {
    const share = requests === 0 ? '' : `${Math.round((100 * entered) / requests)} %`;
    const shown = Object.entries(statuses)
      .map(([status, number]) => `${status}:${number}`)
      .join(' ');
    const mean = (ms / Math.max(1, requests)).toFixed(1);
    return `${name.padEnd(width)} ${String(requests).padStart(7)} ${share.padStart(6)} ${mean.padStart(7)} ms  ${shown}`;
  });
  const sum = (of: (one: OperationCount) => number) => operations.reduce((all, one) => all + of(one), 0);
  const statuses = [2, 3, 4, 5].map((hundred) => {
    const number = sum((one) =>
      Object.entries(one.statuses).reduce(
        (all, [status, count]) => all + (status.startsWith(String(hundred)) ? count : 0),
        0,
      ),
    );
    return `${hundred}xx: ${number}`;
  });
  const rate = Math.round(report.requests / report.seconds);
  return [
    `${'operation'.padEnd(width)} requests reached    mean     statuses`,
    ...lines,
    '',
    `seed ${report.seed}, ${report.requests} requests in ${report.seconds.toFixed(1)} s (${rate}/s), ${statuses.join(', ')}`,
    `${sum(({ entered }) => entered)} reached the use case; ${report.markers} values of others searched for in every answer`,
    `books ${JSON.stringify(report.state.books)}, journal ${JSON.stringify(report.state.journal)}`,
  ].join('\n');
}
