import type { Bilingual, Language } from '../../core/messages/language.ts';

/** A reason why the process cannot start, in one sentence an operator can act on. Entry points print it and exit 1. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
  readonly #texts: Bilingual;

  /** @param texts the sentence in both languages; `message` is the English one */
  constructor(texts: Bilingual, options?: ErrorOptions) {
    super(texts.en, options);
    this.#texts = texts;
  }

  text(language: Language): string {
    return this.#texts[language];
  }
}
