/** Steps of a person with a second factor, for its tests. */
import { sql } from 'drizzle-orm';
import { type Browser, openBrowser, type Shown } from '../browser.ts';
import { asking, enrolOn, invited, type KnownPerson, logInto, redeem } from '../people.ts';
import type { TokenServer } from '../server.ts';

type Places = { readonly server: { readonly it: TokenServer }; readonly app: { readonly id: string } };

export const codeIn = (shown: Shown): string | null => shown.headers.get('problem-code');

/** Makes the steps that the tests of a file take, at their server and application. */
export function stepsAt({ server, app }: Places) {
  const open = async (person: Omit<KnownPerson, 'id'>, browser: Browser = openBrowser(server.it.url)) => {
    const { url, verifier } = asking(server.it, app.id);
    return { browser, verifier, page: await logInto(browser, url, person) };
  };
  return {
    /** Logs in up to the page after the password. */
    open,
    tokensAt: async ({ url }: { readonly url: URL }, verifier: string) =>
      (await redeem(server.it, app.id, { code: url.searchParams.get('code') ?? '', verifier })).json,
    /** Registers an administrator who has chosen a password and enrolled an application. */
    enrolled: async () => {
      const person = await invited(server.it, { roles: ['administrator'] });
      const { browser, verifier, page } = await open(person);
      const password = `words that belong together ${person.login.slice(-6)}`;
      const enrolling = await browser.submit(page, { password, repeated: password });
      const { secret, recoveryCodes, noted, back } = await enrolOn(browser, enrolling);
      return { person: { ...person, password }, secret, recoveryCodes, enrolling, noted, back, verifier, browser };
    },
    /** Lets the steps of the accepted codes lie in the past, as half a minute would. */
    passStep: () => server.it.db.execute(sql`update identity_second_factors set last_step = last_step - 2`),
    kindsOf: async (id: string): Promise<string[]> => {
      const { rows } = await server.it.db.execute<{ kind: string }>(
        sql`select kind from journal_entries where subject = ${`person:${id}`} order by number`,
      );
      return rows.map(({ kind }) => kind);
    },
  };
}
