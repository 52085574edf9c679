/** Problems that the service answers (RFC 9457). */
import type { components } from './description.ts';

type Described = components['schemas']['Problem'];

/** Codes of the service that this client was generated for. A newer service may have more. */
export type ProblemCode = Described['code'];

/** The members of the standard and ours. `Omit` would lose their names, because the list of facts is open. */
type Members = 'type' | 'title' | 'status' | 'detail' | 'remedy' | 'instance' | 'pointer' | 'errors';

export type ProblemBody = Pick<Described, Members> & {
  /** Stable; `http-502` and the like stand for an answer that is not from the service, such as that of a proxy. */
  readonly code: ProblemCode | `http-${number}`;
  /** Further facts of the case, such as `allowed` of a step that the state forbids. */
  readonly [fact: string]: unknown;
};

/** A request that the service refuses. Repeating it changes nothing. */
export class LeadloopProblem extends Error {
  override readonly name = 'LeadloopProblem';
  readonly code: ProblemBody['code'];
  readonly status: number;
  readonly body: ProblemBody;
  /** Identifies the request in the log of the service. */
  readonly requestId: string | null;

  constructor(body: ProblemBody, requestId: string | null) {
    const faults = (body.errors ?? []).map(({ pointer, detail }) => `${pointer} ${detail}`);
    super([`${body.code}: ${body.detail}`, ...faults, body.remedy].filter((part) => part !== '').join(' '));
    this.code = body.code;
    this.status = body.status;
    this.body = body;
    this.requestId = requestId;
  }
}

/** Characters of an unknown answer that its problem quotes. */
const QUOTED_MAX = 300;

/** Reads the problem of an answer. A proxy may answer in another form; then the status replaces the code. */
export async function problemOf(response: Response): Promise<LeadloopProblem> {
  const text = await response.text();
  const { status, statusText } = response;
  const requestId = response.headers.get('x-request-id');
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const read: Partial<ProblemBody> | undefined = isJson ? parsed(text) : undefined;
  if (typeof read?.code === 'string') return new LeadloopProblem({ ...read, status } as ProblemBody, requestId);
  const detail = text.slice(0, QUOTED_MAX) || statusText;
  const code = `http-${status}` as const;
  return new LeadloopProblem({ type: 'about:blank', title: statusText, status, detail, code, remedy: '' }, requestId);
}

function parsed(text: string): Partial<ProblemBody> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
