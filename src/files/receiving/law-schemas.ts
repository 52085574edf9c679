/** Law on files: the schemas of its dated rows, and its reading from the cache. */
import { z } from 'zod';
import { fault } from '../../platform/http/index.ts';
import type { LawCache } from '../../platform/law/index.ts';
import { MEDIA_TYPES } from './media-type.ts';
import type { FileRules } from './receipt.ts';

/** Maximum of a limit: a larger file would not arrive in the time that a request may take. */
const MAX_BYTES = 64 * 1024 * 1024;

const MediaTypes = z
  .array(z.strictObject({ mediaType: z.enum(MEDIA_TYPES), maxBytes: z.int().min(1).max(MAX_BYTES) }))
  .min(1)
  .max(MEDIA_TYPES.length)
  .refine(
    (list) => new Set(list.map(({ mediaType }) => mediaType)).size === list.length,
    fault('a media type is repeated.', '文件类型重复。'),
  );
const Retention = z.strictObject({ years: z.int().min(1).max(100) });

export const LAW_SHAPES = { 'files.media-types': MediaTypes, 'files.retention': Retention };

/** Reads the law on files of a day. @throws Problem `law-missing`, `law-not-yet-in-force` */
export const fileRulesIn = (cache: LawCache, day: string): FileRules => ({
  accepted: cache.at('files.media-types', day, MediaTypes),
  retentionYears: cache.at('files.retention', day, Retention).years,
});
