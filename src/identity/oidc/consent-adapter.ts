/** Consent of a person to an application: the prompt of the library, and the grant that follows. */
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { AllowedScope } from '../login/consent.ts';
import { isAllowed } from '../login/consent-service.ts';
import type { StateDeps } from '../state/service.ts';
import { isPerson, scopesOfToken } from './account-adapter.ts';
import type { Library } from './library-adapter.ts';

type Ctx = KoaContextWithOIDC;

/** Returns the scopes that an application would get: requested, registered for it, and allowed by the roles of the person. */
function scopesAsked(ctx: Ctx): AllowedScope[] {
  const requested = String(ctx.oidc.params?.scope ?? '').split(' ');
  const granted = scopesOfToken(ctx).filter((scope) => requested.includes(scope));
  return requested.includes('openid') ? ['openid', ...granted] : granted;
}

/**
 * Returns true when no page must ask the person first. A device was confirmed on its page, which names the application to a
 * person who is logged in; after a login, the page follows.
 */
async function needsNoConsent(deps: StateDeps, ctx: Ctx): Promise<boolean> {
  const { account, client, params, route, result } = ctx.oidc;
  if (!isPerson(account) || client === undefined) return true;
  const scopes = scopesAsked(ctx);
  // The library refuses a request for nothing.
  if (scopes.length === 0) return true;
  if (client.kind === 'handheld') return route !== 'device_resume' || result?.consent !== undefined;
  const redirectUri = String(params?.redirect_uri);
  const asking = { personId: account.accountId, clientId: client.clientId, redirectUri, scopes };
  return isAllowed(deps, account.person, asking);
}

/** Makes the prompt that asks a person before an application gets its first code. */
export function consentPrompt({ interactionPolicy: { Check, Prompt } }: Library, deps: StateDeps) {
  const details = (ctx: Ctx) => ({ scopes: isPerson(ctx.oidc.account) ? scopesAsked(ctx) : [] });
  const isMissing = new Check('not_allowed', 'End-User consent is required', 'consent_required', async (ctx) =>
    (await needsNoConsent(deps, ctx)) ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
  );
  return new Prompt({ name: 'consent', requestable: true }, details, isMissing);
}

/** Makes the grant of a login, once the person has allowed the application what it asks. */
export const grantFor =
  (deps: StateDeps, audience: string) =>
  async (ctx: Ctx): Promise<Ctx['oidc']['grant']> => {
    const { provider, client, session, account } = ctx.oidc;
    if (client === undefined || session === undefined || account === undefined) return undefined;
    if (!(await needsNoConsent(deps, ctx))) return undefined;
    const { accountId } = account;
    const { clientId } = client;
    const keptId = session.grantIdFor(clientId);
    const kept = keptId === undefined ? undefined : await provider.Grant.find(keptId);
    const grant = kept?.accountId === accountId ? kept : new provider.Grant({ accountId, clientId });
    const asked = scopesAsked(ctx);
    if (asked.includes('openid')) grant.addOIDCScope('openid');
    const granted = asked.filter((scope) => scope !== 'openid');
    if (granted.length > 0) grant.addResourceScope(audience, granted.join(' '));
    await grant.save();
    return grant;
  };
