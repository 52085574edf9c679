/** What a browser does in a login: keeps cookies by their paths, follows redirects, sends the forms of pages. */

export type Shown = {
  readonly status: number;
  /** Where it was in the end; of an application, where it would have gone. */
  readonly url: URL;
  readonly headers: Headers;
  readonly text: string;
};

export type Browser = {
  /** Goes to an address and follows redirects, as far as they stay with the service. */
  readonly visit: (url: string, init?: RequestInit) => Promise<Shown>;
  /** Sends the form of a page that holds this field, or the first, with what is typed over what stands in it. */
  readonly submit: (page: Shown, typed: Record<string, string>, holding?: string) => Promise<Shown>;
  readonly cookies: () => readonly string[];
};

type Cookie = { readonly value: string; readonly path: string };

/**
 * Opens a browser without cookies. Addresses of the service can be sent to another process that answers for it: what a
 * load balancer does.
 */
export function openBrowser(origin: string, { language = 'en' } = {}, sendTo = () => origin): Browser {
  const jar = new Map<string, Cookie>();
  const ask = async (url: URL, init: RequestInit) => {
    const held = [...jar].filter(([, { path }]) => url.pathname.startsWith(path));
    const headers = new Headers(init.headers);
    headers.set('accept', 'text/html,*/*;q=0.8');
    headers.set('accept-language', language);
    if (held.length > 0) headers.set('cookie', held.map(([name, { value }]) => `${name}=${value}`).join('; '));
    const at = new URL(url.pathname + url.search, sendTo());
    const answer = await fetch(at, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) keep(jar, line);
    return answer;
  };
  const visit = async (address: string, init: RequestInit = {}): Promise<Shown> => {
    let url = new URL(address, origin);
    let answer = await ask(url, init);
    for (let hops = 0; answer.status >= 300 && answer.status < 400; hops++) {
      if (hops > 10) throw new Error(`led in circles at ${url}`);
      url = new URL(answer.headers.get('location') ?? '', url);
      if (url.origin !== origin) return { status: answer.status, url, headers: answer.headers, text: '' };
      answer = await ask(url, {});
    }
    return { status: answer.status, url, headers: answer.headers, text: await answer.text() };
  };
  return {
    visit,
    submit: (page, typed, holding) => {
      const form = formOf(page, holding);
      const body = new URLSearchParams({ ...form.fields, ...typed });
      return visit(new URL(form.action, page.url).href, { method: 'POST', body });
    },
    cookies: () => [...jar.keys()],
  };
}

function keep(jar: Map<string, Cookie>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
  const isGone = value === '' || attributes.some((one) => /^expires=Thu, 01 Jan 1970/i.test(one));
  if (isGone) jar.delete(name);
  else jar.set(name, { value, path });
}

/** The address of a form and what stands in its fields; buttons are pressed by typing their value. */
function formOf({ text }: Shown, holding?: string): { action: string; fields: Record<string, string> } {
  const forms = [...text.matchAll(/<form method="post" action="([^"]*)">([\s\S]*?)<\/form>/g)];
  const found = forms.find(([, , inner = '']) => holding === undefined || inner.includes(`name="${holding}"`));
  if (found === undefined)
    throw new Error(`no form${holding ? ` with ${holding}` : ''} on: ${text.split('<main>')[1]}`);
  const [, action = '', inner = ''] = found;
  const inputs = [...inner.matchAll(/<input[^>]*name="([^"]*)"[^>]*?(?:value="([^"]*)")?[^>]*>/g)];
  return {
    action,
    fields: Object.fromEntries(inputs.map(([tag, name = '']) => [name, /value="([^"]*)"/.exec(tag)?.[1] ?? ''])),
  };
}
