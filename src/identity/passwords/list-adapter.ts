/** The list of common passwords: about 49 000, of the package `@zxcvbn-ts/language-common`, loaded when first needed. */

let loading: Promise<ReadonlySet<string>> | undefined;

/** Loads the list, and returns its look-up. Texts are given in small letters. */
export async function loadCommonPasswords(): Promise<(text: string) => boolean> {
  loading ??= readList();
  const list = await loading;
  return (text) => list.has(text);
}

async function readList(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'].map(String));
}
