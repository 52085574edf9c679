/**
 * A frozen evaluation: everything behind a figure as canonical JSON (RFC 8785), in files. `snapshot.json` has the evaluation
 * as the API answers it; `records.ndjson` the records, one a line; `law.json` the dated law. Equal content has one SHA-256.
 */
import { createHash } from 'node:crypto';
import { canonicalHash, canonicalJson } from '../../core/canonical.ts';
import type { BatteryRecord, FractionRecord } from '../fractions/fraction-record.ts';
import { type LeadRecord, leadOf } from '../lead-records.ts';
import type { FlagReason } from '../question/flag-reason.ts';
import { type FrozenGrounds, GROUNDS_PATH, groundsText } from './grounds.ts';

export const PURPOSES = ['submission', 'certification'] as const;

const SNAPSHOT_FORMAT = 'leadloop-assessment-snapshot/2';
/** The first format had one file of entries, without those of assays and batches. */
const FIRST_FORMAT = 'leadloop-evidence/1';
/** The second format had no grounds of its findings. */
const MANIFEST_FORMAT = 'leadloop-evidence/3';

/** A public key as JWK. */
export type PublicKey = Readonly<Record<string, unknown>>;

/** One dated row of law. */
export type LawRow = {
  readonly key: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly value: unknown;
  readonly source: string;
};

type Certificate = {
  readonly assayId: string;
  readonly certificateNumber: string | null;
  readonly certificateSha256: string | null;
  readonly laboratory: string;
  readonly laboratoryKind: string | null;
};

export type Frozen = {
  readonly takenAt: Date;
  readonly journalIndex: number;
  /** SHA-256 of evaluation, records and law, without the time of the reading. */
  readonly contentSha256: string;
  /** Texts by their paths in the package. */
  readonly files: Readonly<Record<string, string>>;
  readonly records: string;
  /** Records of fractions and of batteries fed, one a line; `of` says which. */
  readonly fractions: string;
};

type FrozenDioxin = { readonly items: readonly object[]; readonly findings: readonly object[] };

/** An evaluation and all methods, in one language. */
type Answer = {
  readonly evaluation: Readonly<Record<string, unknown>>;
  readonly methods: readonly { readonly method: string }[];
};

export type Freezing = {
  readonly assessment: {
    readonly id: string;
    readonly partyId: string;
    readonly period: string;
    readonly method: string;
  };
  readonly takenAt: Date;
  readonly journalIndex: number;
  readonly enterprise: { readonly name: string; readonly uscc: string | null };
  /** The answers of the API, without time and index. */
  readonly answers: { readonly zh: Answer; readonly en: Answer & { readonly dioxin: FrozenDioxin | null } };
  /** Releases of the year with their findings, as the API answers them. */
  readonly dioxin: FrozenDioxin | null;
  readonly records: readonly LeadRecord[];
  readonly grounds: FrozenGrounds;
  readonly fractions: readonly FractionRecord[];
  readonly fed: readonly BatteryRecord[];
  readonly law: readonly LawRow[];
  readonly method: unknown;
  readonly certificates: readonly Certificate[];
  /** Opinion of the expert with a reason for each flag; null in a submission. */
  readonly review: {
    readonly takenBy: string;
    readonly reason: string | null;
    readonly recommendation: string | null;
    readonly flagReasons: readonly FlagReason[];
  } | null;
  /** The earlier certification of the same assessment, which this one replaces and which stays readable. */
  readonly replaces: { readonly round: number; readonly contentSha256: string } | null;
};

export const sha256Of = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

const lineOf = (value: object): string => `${canonicalJson(value)}\n`;

/** Freezes an evaluation. A method of lead reads no fractions, so they are no part of its content. */
export function freeze(what: Freezing): Frozen {
  const { assessment, takenAt, journalIndex, answers, enterprise, dioxin, law, method, certificates, replaces } = what;
  const { evaluation, methods } = answers.zh;
  const records = what.records
    .map((record) =>
      lineOf({ ...record, occurredAt: record.occurredAt.toISOString(), leadPicograms: String(leadOf(record)) }),
    )
    .join('');
  const fractions = [
    ...what.fed.map((one) => ({ of: 'fed', ...one, occurredAt: one.occurredAt.toISOString() })),
    ...what.fractions.map((one) => ({ of: 'fraction', ...one, occurredAt: one.occurredAt.toISOString() })),
  ]
    .map(lineOf)
    .join('');
  const [recordsSha256, fractionsSha256] = [sha256Of(records), sha256Of(fractions)];
  const { id, partyId, period, method: methodId } = assessment;
  const snapshot = {
    ...{ format: SNAPSHOT_FORMAT, assessment: { id, partyId, period, method: methodId }, enterprise },
    ...{ takenAt: takenAt.toISOString(), journalIndex, evaluation, methods, dioxin },
    records: { count: what.records.length, sha256: recordsSha256 },
    fractions: { count: what.fed.length + what.fractions.length, sha256: fractionsSha256 },
    ...(replaces && { replaces }),
    ...(what.review && { review: what.review }),
  };
  const assessed = methods.find((one) => one.method === methodId);
  const byMass = ofLead(methodId) ? {} : { assessed, fractionsSha256 };
  return {
    ...{ takenAt, journalIndex, records, fractions },
    contentSha256: canonicalHash({ evaluation, recordsSha256, law, method, ...byMass }),
    files: {
      'README.md': README,
      'README.zh-CN.md': README_ZH,
      'certificates.json': canonicalJson(certificates),
      [GROUNDS_PATH]: groundsText(what.grounds),
      'law.json': canonicalJson(law),
      'method.json': canonicalJson(method),
      'snapshot.en.json': canonicalJson(answers.en),
      'snapshot.json': canonicalJson(snapshot),
    },
  };
}

/** Returns true for the methods whose figures come from the lead balance alone. */
export const ofLead = (method: string): boolean => method === 'lead-recovery' || method === 'industry-lead-recovery';

type ListedFile = {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly optional: boolean;
};

export const RECORDS_PATH = 'records.ndjson';
export const FRACTIONS_PATH = 'fractions.ndjson';
/** Folder of the certificates, each named by its SHA-256. They are in `certificates.json` and not in the manifest. */
export const CERTIFICATES_FOLDER = 'certificates/';

/** A file of journal entries, by its content. */
export type ChainFile = { readonly path: string; readonly sha256: string; readonly sizeBytes: number };

/** Makes the manifest: every file of the package by its path. The journal is only for readers who may read all of it. */
export function manifestOf({ files, records, fractions }: Frozen, chains: readonly ChainFile[]): string {
  const listed = (path: string, text: string): ListedFile => ({
    ...{ path, sha256: sha256Of(text), sizeBytes: Buffer.byteLength(text), optional: false },
  });
  const all = [
    ...Object.entries(files).map(([path, text]) => listed(path, text)),
    listed(RECORDS_PATH, records),
    listed(FRACTIONS_PATH, fractions),
    ...chains.map((file) => ({ ...file, optional: true })),
  ];
  return canonicalJson({ format: MANIFEST_FORMAT, files: all.toSorted((a, b) => (a.path < b.path ? -1 : 1)) });
}

/** Order of the curve P-256. */
const CURVE_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * Returns an ES256 signature in the one of its two forms in which s is at most half the order of the curve. A
 * holder of a signature can make the other form without the key, so evidence of the present format has only this one.
 */
export function withLowS(jws: string): string {
  const [header, payload, signature = ''] = jws.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  const s = BigInt(`0x${bytes.toString('hex', 32)}`);
  if (2n * s <= CURVE_ORDER) return jws;
  const low = Buffer.from((CURVE_ORDER - s).toString(16).padStart(64, '0'), 'hex');
  return [header, payload, Buffer.concat([bytes.subarray(0, 32), low]).toString('base64url')].join('.');
}

/** Returns true for evidence that was signed before assays and batches had files of entries. */
export const isFirstFormat = (manifest: string): boolean =>
  (JSON.parse(manifest) as { readonly format: string }).format === FIRST_FORMAT;

const README = `# Evidence of a certified recovery rate

Made by Leadloop. \`manifest.json\` lists every file with its SHA-256; \`manifest.jws\` is its signature by the province, \`key.json\` the
public key. Compare the thumbprint of the key with that of the province (GET /v1/exchange/keys).

- \`snapshot.json\`: the evaluation that was certified, all methods, and the enterprise as it was; \`snapshot.en.json\`: the same in English
- \`records.ndjson\`: every record behind it, one a line
- \`fractions.ndjson\`: the batteries fed and what they became besides lead, for the methods by mass
- \`journal.ndjson\`: journal entries of the subjects of the records, with their chained hashes; only for readers who may read them
- \`assays.ndjson\`, \`analyses.ndjson\`, \`batches.ndjson\`, \`confirmations.ndjson\`: the same of what the records name: assays of lead,
  analyses of other substances, batches, and uses with their confirmations and corrections
- \`grounds.json\`: what the findings rest on besides records and law, such as stock by the books and samples of a class
- \`law.json\`, \`method.json\`: the dated law and the method
- \`certificates.json\`: the certificates of the assays with their SHA-256
- \`certificates/\`: the certificates themselves, named by their SHA-256; only those that are stored, for readers of files

Check it without network: node docs/examples/verify-evidence.mjs package.zip
`;

const README_ZH = `# 回收率认定证据包

由铅环生成。\`manifest.json\` 列出全部文件及其 SHA-256；\`manifest.jws\` 为省级主管部门对清单的签名，\`key.json\` 为公钥；请与
GET /v1/exchange/keys 公布的公钥核对指纹。

- \`snapshot.json\`：所认定的评价结果、各方法的结果及认定时的企业名称；\`snapshot.en.json\` 为英文文本
- \`records.ndjson\`：结果所依据的全部记录，每行一条
- \`fractions.ndjson\`：投料电池及其除铅以外各组分的记录，用于按质量计算的方法
- \`journal.ndjson\`：各记录对应的日志及其链式哈希，仅提供给有权查看的人员
- \`assays.ndjson\`、\`analyses.ndjson\`、\`batches.ndjson\`、\`confirmations.ndjson\`：各记录所引用的铅含量检测、其他成分检测、批次、
  利用确认及更正的日志，查看权限同上
- \`grounds.json\`：除记录和法定参数外判定提示事项的依据，如账面库存、同类样品
- \`law.json\`、\`method.json\`：所适用的法定参数和方法
- \`certificates.json\`：检测证书及其 SHA-256
- \`certificates/\`：检测证书文件，以 SHA-256 命名，仅含已上传的证书，提供给有权查看文件的人员

无需联网即可核验：node docs/examples/verify-evidence.mjs 证据包.zip
`;
