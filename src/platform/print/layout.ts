/** The data of the layout `document.typ`. */
import type { PrintedDocument } from '../../core/documents/document.ts';
import type { Json } from './characters.ts';

/** Words that the layout adds by itself. */
const WORDS = {
  zh: { page: '第', of: '页，共', pages: '页', missing: '以下字符字体未收录，文中以码位代替：' },
  en: {
    page: 'Page',
    of: 'of',
    pages: '',
    missing: 'The font lacks these characters, which are printed as code points: ',
  },
} as const;

/** Returns the data of the layout: everything but the time. */
export const dataOf = ({ createdAt: _, ...document }: PrintedDocument): { readonly [name: string]: Json } => ({
  ...document,
  words: WORDS[document.language],
});
