/** Faults in the options of a command, in words of our own. */
import type { Bilingual } from '../../core/messages/language.ts';

/** Says what is wrong with the options that `parseArgs` refused. */
export function optionFault(error: unknown): Bilingual {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const quoted = error instanceof Error ? (/'([^' ]+)/.exec(error.message)?.[1] ?? '') : '';
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return { en: `The option ${quoted} is not known.`, zh: `不支持选项 ${quoted}。` };
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return {
        en: `The option ${quoted.replace(/,$/, '')} lacks its value, or has one that it does not take.`,
        zh: `选项 ${quoted.replace(/,$/, '')} 缺少取值，或不应带有取值。`,
      };
    default:
      return { en: 'The command was not understood.', zh: '无法识别该命令。' };
  }
}
