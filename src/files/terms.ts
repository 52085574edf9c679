/** Types of content in words, for sentences. */
import type { Bilingual } from '../core/messages/language.ts';
import type { MediaType } from './receiving/media-type.ts';

const CONTENTS: Readonly<Record<MediaType | 'unknown', Bilingual>> = {
  'application/pdf': { en: 'PDF', zh: 'PDF 文档' },
  'application/ofd': { en: 'OFD', zh: 'OFD 版式文档' },
  'image/jpeg': { en: 'JPEG', zh: 'JPEG 图片' },
  'image/png': { en: 'PNG', zh: 'PNG 图片' },
  unknown: { en: 'content of an unknown type', zh: '无法识别的内容' },
};

export const FILE_TERMS = { content: CONTENTS } as const;
