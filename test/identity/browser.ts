/** A browser for tests: keeps cookies by path, follows redirects, submits forms. */

export type Shown = {
  readonly status: number;
  /** Address after all redirects; outside the service, the address that was not followed. */
  readonly url: URL;
  readonly headers: Headers;
  readonly text: string;
};

export type Browser = {
  /** Opens an address and follows redirects within the service. */
  readonly visit: (url: string, init?: RequestInit) => Promise<Shown>;
  /** Submits the form with a field of this name, or the first form, with the given values over its own. */
  readonly submit: (page: Shown, typed: Record<string, string>, holding?: string) => Promise<Shown>;
  readonly cookies: () => readonly string[];
  /** Takes over the cookies of another browser. */
  readonly take: (other: Browser) => void;
  readonly jar: ReadonlyMap<string, Cookie>;
};

type Cookie = { readonly value: string; readonly path: string };

/**
 * Opens a browser without cookies. Its person allows every application that asks, unless `allows` is false. Addresses of the service can be sent to another process that answers for it: what a
 * load balancer does.
 */
export function openBrowser(origin: string, { language = 'en', allows = true } = {}, sendTo = () => origin): Browser {
  const jar = new Map<string, Cookie>();
  const request = async (url: URL, init: RequestInit) => {
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
    let answer = await request(url, init);
    for (let hops = 0; answer.status >= 300 && answer.status < 400; hops++) {
      if (hops > 10) throw new Error(`led in circles at ${url}`);
      url = new URL(answer.headers.get('location') ?? '', url);
      if (url.origin !== origin) return { status: answer.status, url, headers: answer.headers, text: '' };
      answer = await request(url, {});
    }
    const shown = { status: answer.status, url, headers: answer.headers, text: await answer.text() };
    if (!allows || !shown.text.includes(`action="${url.pathname}/consent"`)) return shown;
    return visit(`${url.pathname}/consent`, { method: 'POST', body: new URLSearchParams() });
  };
  return {
    visit,
    submit: (page, typed, holding) => {
      const form = formOf(page, holding);
      const body = new URLSearchParams({ ...form.fields, ...typed });
      return visit(new URL(form.action, page.url).href, { method: 'POST', body });
    },
    cookies: () => [...jar.keys()],
    take: (other) => {
      for (const [name, cookie] of other.jar) jar.set(name, cookie);
    },
    jar,
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

/** Finds a form, with its address and field values; a button is pressed by giving its value. */
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
