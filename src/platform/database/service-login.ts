/**
 * The database users of services. They are members of the role `leadloop_service`, which reads and adds, and changes what
 * may change; only the owner of the tables migrates. Neither needs to be a superuser.
 */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { StartupError } from '../process/startup-error.ts';
import { openConnection } from './db.ts';

const SERVICE_ROLE = 'leadloop_service';
const OPTIONS = { applicationName: 'leadloop-migrate' };

/**
 * Gives the role of services its rights on every table, also on new ones. Safe to repeat.
 * @returns undefined, or the statements that an administrator of the server has to run before services can log in as
 *   a plain user
 */
export async function grantService(ownerUrl: string): Promise<string | undefined> {
  const client = await openConnection({ url: ownerUrl, ...OPTIONS });
  try {
    const { rows } = await client.query<{ missing: string | null }>('select grant_service() as missing');
    return rows[0]?.missing ?? undefined;
  } finally {
    await client.end();
  }
}

/**
 * Makes the user of an address with its password, as a member of the role of services; changes the password of an existing
 * one. Nothing is changed when the user can already log in and serve.
 * @throws StartupError when the owner may not do so
 */
export async function ensureServiceLogin(ownerUrl: string, serviceUrl: string): Promise<void> {
  const user = userOf(serviceUrl);
  if (user === userOf(ownerUrl) || (await serves(serviceUrl))) return;
  const client = await openConnection({ url: ownerUrl, ...OPTIONS });
  try {
    await ensureLogin(client, serviceUrl);
    await client.query(`grant ${SERVICE_ROLE} to ${client.escapeIdentifier(user)}`);
  } catch (error) {
    throw new StartupError(
      {
        en: `The database user ${user} could not be made. Let an administrator run: create role "${user}" login password '…'; grant ${SERVICE_ROLE} to "${user}";`,
        zh: `无法创建数据库用户 ${user}。请由数据库管理员执行：create role "${user}" login password '…'; grant ${SERVICE_ROLE} to "${user}";`,
      },
      { cause: error },
    );
  } finally {
    await client.end();
  }
}

/** Makes the user of an address, or gives it the password of the address. */
export async function ensureLogin(client: pg.Client, url: string): Promise<void> {
  const user = userOf(url);
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [user]);
  const change = rowCount === 0 ? 'create' : 'alter';
  const password = client.escapeLiteral(decodeURIComponent(new URL(url).password));
  await client.query(`${change} role ${client.escapeIdentifier(user)} login password ${password}`);
}

/** Returns the address of a database for another user, with a new password that only this run knows. */
export const withFreshLogin = (url: string, username: string): string =>
  Object.assign(new URL(url), { username, password: randomBytes(24).toString('base64url') }).href;

const userOf = (url: string): string => decodeURIComponent(new URL(url).username);

async function serves(url: string): Promise<boolean> {
  const client = await openConnection({ url, ...OPTIONS }).catch(() => undefined);
  if (client === undefined) return false;
  try {
    const { rows } = await client.query<{ serves: boolean }>(
      `select pg_has_role(current_user, '${SERVICE_ROLE}', 'usage') as serves`,
    );
    return rows[0]?.serves ?? false;
  } finally {
    await client.end();
  }
}
