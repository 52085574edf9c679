/** Variables of the store of files, and of the scanner that looks into them. */
import { z } from 'zod';
import { seconds, variable } from './variable.ts';

const MUST_BE_SHORT = { en: 'must be at most 1000 characters long', zh: '不得超过 1000 个字符' };

const MUST_COME_WITH_BUCKET = {
  en: 'must be set when LEADLOOP_FILES_BUCKET is, with at most 1000 characters',
  zh: '设置 LEADLOOP_FILES_BUCKET 时必须设置，且不得超过 1000 个字符',
};

const text = (name: string, means: string, must = MUST_BE_SHORT) =>
  variable(z.string().max(1_000).optional(), name, { means, must });

const Settings = z.object({
  folder: text(
    'LEADLOOP_FILES_DIR',
    'Folder of uploaded files, and of those on their way to a bucket; default: files in LEADLOOP_DATA_DIR',
  ),
  bucketUrl: variable(
    z
      .url({ protocol: /^https?$/ })
      .max(1_000)
      .optional(),
    'LEADLOOP_FILES_BUCKET',
    {
      means:
        'Address of a bucket for uploaded files, in object storage that speaks S3; default: they are kept in LEADLOOP_FILES_DIR',
      must: {
        en: 'must be the http or https address of a bucket, such as https://storage.example.org/leadloop',
        zh: '须为存储桶的 http 或 https 地址，例如 https://storage.example.org/leadloop',
      },
    },
  ),
  region: variable(z.string().max(100).default('us-east-1'), 'LEADLOOP_FILES_REGION', {
    means: 'Region of the bucket, as its operator names it',
    must: { en: 'must be at most 100 characters long', zh: '不得超过 100 个字符' },
  }),
  keyId: text('LEADLOOP_FILES_KEY_ID', 'Name of the access key of the bucket', MUST_COME_WITH_BUCKET),
  keySecret: text('LEADLOOP_FILES_KEY_SECRET', 'Secret of the access key of the bucket', MUST_COME_WITH_BUCKET),
  timeoutSeconds: seconds('LEADLOOP_FILES_TIMEOUT', 30, 'Longest wait for the bucket or the scanner, in seconds'),
  scanner: text(
    'LEADLOOP_FILES_SCANNER',
    'Scanner of uploaded files: a command such as "clamdscan --no-summary --fdpass", or an http or https address; default: files are not scanned',
  ),
});

/** A bucket needs its key. */
export const fileStoreSettings = Settings.superRefine((settings, ctx) => {
  if (settings.bucketUrl === undefined) return;
  for (const name of ['keyId', 'keySecret'] as const)
    if (settings[name] === undefined) ctx.addIssue({ code: 'custom', path: [name], input: undefined });
});
