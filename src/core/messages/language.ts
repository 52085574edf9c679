/** Languages of every text for users. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (name: string): name is Language => LANGUAGES.some((language) => language === name);

/** A text in every language. */
export type Bilingual = Readonly<Record<Language, string>>;
