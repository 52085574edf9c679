/** The migration 0041_bind_logins on a database of before that has people. */
import { beforeAll, expect, it } from 'vitest';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { ID, useDatabaseBefore } from '../../schema/forward/database-before.ts';
import { execute } from '../../setup/postgres-server.ts';

const register = (n: number) =>
  `insert into identity_people (id, person_name, roles, roles_version, state, registered_at)
     values ('${ID(n)}', '演示', '{administrator}', 0, 'active', now())`;
const url = useDatabaseBefore('forward-39/0041_bind_logins', register(1));
beforeAll(() => migrateDatabase(url));

it('counts no ended logins for people of before, nor for those whom the release before registers', async () => {
  await execute(url, register(2));
  expect(await execute(url, 'select id, logins_version from identity_people order by id')).toEqual([
    { id: ID(1), logins_version: 0 },
    { id: ID(2), logins_version: 0 },
  ]);
  await expect(execute(url, 'update identity_people set logins_version = -1')).rejects.toThrow('logins_version_check');
});
