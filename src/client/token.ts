/** Tokens of a machine (OAuth 2.0 client credentials): requested when one is needed, and kept until shortly before its end. */
import { problemOf } from './problem.ts';
import { repeatingFetch } from './repeating.ts';

export type MachineClient = {
  /** Address of the service, without `/v1`. */
  readonly baseUrl: string;
  /** Id and secret, as `npm run leadloop -- clients add` shows them once. */
  readonly id: string;
  readonly secret: string;
};

/** A token is renewed this long before it expires, because a request may be repeated for a minute with its token. */
const AHEAD_MS = 90_000;
const PATIENCE = { patienceMs: 60_000, attemptMs: 20_000 };

/**
 * Returns a function that returns a valid token.
 * @throws LeadloopProblem from that function when the service does not know the client or its secret
 */
export function tokenOf({ baseUrl, id, secret }: MachineClient): () => Promise<string> {
  const send = repeatingFetch(PATIENCE);
  let held: { readonly token: Promise<string>; endsAt: number } | undefined;
  const request = async (): Promise<string> => {
    const basic = Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64');
    const body = new URLSearchParams({ grant_type: 'client_credentials' });
    const headers = { authorization: `Basic ${basic}` };
    const requestedAt = performance.now();
    const response = await send(new Request(`${baseUrl}/oidc/token`, { method: 'POST', body, headers }));
    if (!response.ok) throw await problemOf(response);
    const { access_token, expires_in } = (await response.json()) as { access_token: string; expires_in: number };
    if (held) held.endsAt = requestedAt + expires_in * 1_000 - AHEAD_MS;
    return access_token;
  };
  return async () => {
    if (held === undefined || performance.now() > held.endsAt) {
      held = { token: request(), endsAt: Number.POSITIVE_INFINITY };
      held.token.catch(() => {
        held = undefined;
      });
    }
    return held.token;
  };
}
