/** Languages of every text for users. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language. */
export type Bilingual = Readonly<Record<Language, string>>;
