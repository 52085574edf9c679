/** The library of the authorisation server, `oidc-provider`. */

export type Library = typeof import('oidc-provider');

/**
 * The library tells everybody who runs it on a Node that is not (yet) an LTS; ours is pinned and tested, so that its
 * operators would read of a trouble they do not have.
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
