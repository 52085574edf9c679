/** Loads `oidc-provider`, the library of the authorisation server. */

export type Library = typeof import('oidc-provider');

/**
 * Loads the library without its warning about Node versions that are not LTS. Our version is pinned and tested, so the
 * warning would only worry operators.
 */
export async function loadLibrary(): Promise<Library> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
}
