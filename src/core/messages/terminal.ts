/** The language of texts on a terminal: help, outcomes of commands, the report of the demo. Logs and JSON have none. */
import { isLanguage, type Language } from './language.ts';

/** Variables that name a language, the first that is set deciding. */
const VARIABLES = ['LEADLOOP_LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/**
 * Returns Chinese for values such as `zh` and `zh_CN.UTF-8`, else English.
 * @param environment variables by name; an empty one counts as not set
 */
export function terminalLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const named = VARIABLES.map((name) => environment[name]?.trim().toLowerCase()).find(Boolean) ?? '';
  const [language = ''] = named.split(/[-_.@]/);
  return isLanguage(language) ? language : 'en';
}
