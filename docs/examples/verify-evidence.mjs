#!/usr/bin/env node
/**
 * Checks the evidence of a certified recovery rate without database or network, and shares no code with the service.
 *
 *   node docs/examples/verify-evidence.mjs package.zip <thumbprint of the key of the province>
 *
 * The exit code is 0 for a good package, 1 for a bad one, and 2 for a whole one whose key was not compared.
 * It rebuilds the archive from its files and compares every byte, so that nothing hides in a header. It checks the signature,
 * the SHA-256 of every file and certificate, the chains of the journal, and computes again from the records and the law: terms,
 * rates, their expanded uncertainty and the verdicts on the targets. It compares the mass, content, moisture and laboratory of
 * each record with the entries of the journal that made them. It finds again every finding that there must be, from records,
 * law and `grounds.json`, and names one that was added or removed.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { argv, exit, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function demand(condition, en, zh) {
  if (!condition) throw Object.assign(new Error(en), { zh });
}

/** Canonical JSON (RFC 8785). */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
}

/** Reads the files of an archive without compression, by its central directory. */
function unpack(archive) {
  const end = archive.length - 22;
  demand(end >= 0 && archive.readUInt32LE(end) === 0x06054b50, 'not a whole archive', '不是完整的证据包');
  const files = new Map();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    demand(at + 46 <= end, 'the directory of the archive is damaged', '压缩包目录已损坏');
    const [size, length, start] = [
      archive.readUInt32LE(at + 24),
      archive.readUInt16LE(at + 28),
      archive.readUInt32LE(at + 42),
    ];
    const path = archive.toString('latin1', at + 46, at + 46 + length);
    const from = start + 30 + length;
    demand(!files.has(path) && from + size <= end, 'the directory of the archive is damaged', '压缩包目录已损坏');
    files.set(path, archive.subarray(from, from + size));
    at += 46 + length;
  }
  return files;
}

/** Writes the archive that these files must make. */
function repack(files) {
  const [parts, directory] = [[], []];
  let offset = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path, 'latin1');
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 6);
    head.writeUInt32LE(0x00210000, 10);
    head.writeUInt16LE(name.length, 26);
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(0x08074b50, 0);
    tail.writeUInt32LE(crc32(content), 4);
    tail.writeUInt32LE(content.length, 8);
    tail.writeUInt32LE(content.length, 12);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6, 4, 14);
    tail.copy(entry, 16, 4, 16);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(head, name, content, tail);
    directory.push(entry, name);
    offset += 46 + name.length + content.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

function checkSignature(files, thumbprint) {
  const [jws, key, manifest] = ['manifest.jws', 'key.json', 'manifest.json'].map((path) => files.get(path));
  demand(jws && key && manifest, 'manifest, signature or key is missing', '缺少清单、签名或公钥');
  const jwk = JSON.parse(key);
  demand(canonical(jwk) === key.toString(), 'the key was changed', '公钥文件被改动');
  const { crv, kty, x, y } = jwk;
  const print = createHash('sha256').update(canonical({ crv, kty, x, y })).digest('base64url');
  const parts = jws.toString('latin1').split('.');
  demand(parts.length === 3, 'the signature is damaged', '签名已损坏');
  const read = parts.map((part) => Buffer.from(part, 'base64url'));
  demand(
    read.every((bytes, at) => bytes.toString('base64url') === parts[at]),
    'the signature is damaged',
    '签名已损坏',
  );
  const header = JSON.parse(read[0]);
  demand(header.alg === 'ES256' && header.typ === 'leadloop-evidence+jws', 'another kind of signature', '签名类型不符');
  demand(header.kid === print && jwk.kid === print, 'the signature names another key', '签名所用密钥不符');
  demand(jwk.alg === 'ES256' && (jwk.use ?? 'sig') === 'sig', 'the key was changed', '公钥文件被改动');
  demand(
    Object.keys(jwk).every((name) => ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'].includes(name)),
    'the key was changed',
    '公钥文件被改动',
  );
  const signed = Buffer.from(`${parts[0]}.${parts[1]}`);
  const publicKey = createPublicKey({ key: { crv, kty, x, y }, format: 'jwk' });
  const good = verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, read[2]);
  demand(good, 'the signature is wrong', '签名无效');
  demand(
    read[1].toString() === canonical({ manifestSha256: sha256(manifest) }),
    'the manifest was changed',
    '清单被改动',
  );
  if (thumbprint !== undefined)
    demand(thumbprint === print, 'the key is not that of the province', '公钥与省级主管部门的公钥不符');
  return print;
}

/** Order of the curve P-256. */
const CURVE_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * Checks that evidence of the present format has one form only, so that no other archive is as good: s of the signature is at most
 * half the order of the curve, and the files are in the order of their paths, certificates last. Earlier formats promise neither:
 * a signature in its other form, and certificates in another order, say the same there.
 */
function checkForm(files, format) {
  const paths = [...files.keys()];
  const rank = (path) => (path.startsWith('certificates/') ? 1 : 0);
  const strict = format === FORMATS[2];
  const isSorted = paths.every((path, at) => {
    const before = paths[at - 1];
    if (before === undefined || rank(before) < rank(path)) return true;
    return rank(before) === rank(path) && (before < path || (!strict && rank(path) === 1));
  });
  demand(isSorted, 'the files of the archive are in another order', '压缩包内文件的次序不符');
  if (!strict) return;
  const signature = Buffer.from(files.get('manifest.jws').toString('latin1').split('.')[2], 'base64url');
  const low = signature.length === 64 && 2n * BigInt(`0x${signature.toString('hex', 32)}`) <= CURVE_ORDER;
  demand(low, 'the signature is in its other form', '签名不是规定的形式');
}

/** The first format has no entries of assays and batches, the second no grounds of findings. */
const FORMATS = ['leadloop-evidence/1', 'leadloop-evidence/2', 'leadloop-evidence/3'];

/**
 * First day of the third format. Every installation freezes grounds from this day on, so evidence that was taken later in an older
 * format would only hide its findings.
 */
const GROUNDS_FROM = Date.parse('2026-12-01T00:00:00+08:00');

/** Refuses an older format for what was taken, or recorded, when the third one was in use. */
function checkAge(format, { takenAt }, chains) {
  if (format === FORMATS[2]) return;
  const instants = [takenAt, ...[...(chains?.values() ?? [])].flatMap((some) => some.map((one) => one.recordedAt))];
  demand(
    instants.every((instant) => Date.parse(instant) < GROUNDS_FROM),
    `the evidence is too young for the format ${format}`,
    `证据包的形成时间晚于格式 ${format} 的使用期限`,
  );
}

/** Refuses a text that is not the one canonical form of its JSON: doubled members, other order, spaces. */
function checkTexts(files) {
  for (const [path, content] of files) {
    const lines = path.endsWith('.json') ? [content.toString()] : path.endsWith('.ndjson') ? linesOf(content) : [];
    for (const line of lines) {
      demand(canonical(JSON.parse(line)) === line, `${path} is not in canonical form`, `${path} 不是规范形式`);
    }
  }
}

/** Refuses records that are not oldest first. Those of lead are by their ids at one time, and each is there once. */
function checkOrder(records, path, byId) {
  for (const [at, record] of records.entries()) {
    const before = records[at - 1];
    if (before === undefined) continue;
    const later = Date.parse(record.occurredAt) - Date.parse(before.occurredAt);
    const isNext = !byId || (before.id <= record.id && canonical(before) !== canonical(record));
    demand(
      later > 0 || (later === 0 && isNext),
      `${path} has ${record.id} twice or in another order`,
      `${path} 中 ${record.id} 重复或次序不符`,
    );
  }
}

function checkFiles(files) {
  const manifest = JSON.parse(files.get('manifest.json'));
  demand(FORMATS.includes(manifest.format), 'unknown format of the evidence', '证据包格式未知');
  const known = new Set(['manifest.json', 'manifest.jws', 'key.json']);
  for (const { path, sha256: expected, sizeBytes, optional } of manifest.files) {
    known.add(path);
    const content = files.get(path);
    if (content === undefined && optional) continue;
    demand(
      content?.length === sizeBytes && sha256(content) === expected,
      `${path} was changed or is missing`,
      `${path} 被改动或缺失`,
    );
  }
  const certificates = JSON.parse(files.get('certificates.json'));
  const hashes = new Set(certificates.flatMap(({ certificateSha256 }) => certificateSha256 ?? []));
  const stored = [...files].filter(([path]) => path.startsWith('certificates/'));
  for (const [path, content] of stored) {
    const hash = path.slice('certificates/'.length);
    demand(hashes.has(hash), `${path} belongs to no assay`, `${path} 不属于任何检测`);
    demand(sha256(content) === hash, `${path} was changed`, `${path} 被改动`);
    known.add(path);
  }
  for (const path of files.keys()) demand(known.has(path), `${path} is not in the manifest`, `清单中没有 ${path}`);
  return { format: manifest.format, stored: stored.length, named: hashes.size };
}

const linesOf = (content) => content.toString().split('\n').slice(0, -1);

const CHAIN_FILES = ['analyses', 'assays', 'batches', 'confirmations', 'journal'].map((name) => `${name}.ndjson`);

/** Checks the chains of the journal. @returns the entries by subject; null for a package without journal */
function checkJournal(files, records) {
  if (!files.has('journal.ndjson')) return null;
  const chains = new Map();
  for (const path of CHAIN_FILES) {
    const own = new Set();
    for (const line of linesOf(files.get(path) ?? Buffer.alloc(0))) {
      const { hash, index: _, ...entry } = JSON.parse(line);
      const { subject } = entry;
      if (!own.has(subject)) demand(!chains.has(subject), `${subject} is in two files`, `${subject} 出现在两个文件中`);
      own.add(subject);
      const chain = chains.get(subject) ?? [];
      demand(sha256(canonical(entry)) === hash, `an entry of ${subject} was changed`, `${subject} 的日志条目被改动`);
      const before = chain.at(-1);
      const follows = entry.number === (before?.number ?? 0) + 1 && entry.previousHash === (before?.hash ?? null);
      demand(follows, `the chain of ${subject} is broken`, `${subject} 的日志链断裂`);
      chain.push({ ...entry, hash });
      chains.set(subject, chain);
    }
  }
  for (const { subject, batchId } of records) {
    // A sale, use or disposal is an entry of its batch.
    const told = subject.startsWith('disposition:') ? `batch:${batchId}` : subject;
    demand(chains.has(told), `${subject} has no entry`, `${subject} 没有日志条目`);
  }
  return chains;
}

/** Returns the entries of a subject, and of a kind when it is given, as payloads with their time. */
const entriesOf = (chains, subject, kind) =>
  (chains.get(subject) ?? [])
    .filter((entry) => kind === undefined || entry.kind === kind)
    .map(({ payload, occurredAt, kind: made }) => ({ ...payload, at: occurredAt, made }));

/** Returns a value as its last correction left it. */
const correctedTo = (chains, subject, corrects, name, stated) =>
  entriesOf(chains, subject)
    .filter((entry) => entry.corrects === corrects && entry.after?.[name] !== undefined)
    .reduce((_, { after }) => after[name], stated);

/** Returns the line of a manifest by its last document. */
function manifestLine(chains, subject, matches) {
  const document = entriesOf(chains, subject).findLast((entry) => entry.document)?.document;
  return document?.lines.filter(matches) ?? [];
}

/** Returns the part of an id that names what was moved, counted or decided; records of one mass have it in common. */
function baseOf({ id, kind }) {
  const [first, second] = id.split('/');
  if (kind === 'stock_count_line' || kind === 'outside_stock') return id.split('/').slice(0, 3).join('/');
  return first.startsWith('manifest:') ? `${first}/${second}` : first;
}

/** The masses that the entries of a record allow, by its kind: the sum of its parts must be one of them. */
const STATED = {
  manifest_line: lineMass((line) => line.acceptedGrams),
  own_line: lineMass((line) => line.acceptedGrams),
  refused_line: lineMass((line) => line.refusedGrams),
  line_difference: lineMass((line) => line.massGrams - line.acceptedGrams - (line.returnedGrams ?? line.refusedGrams)),
  dispatch: loadMass,
  load_difference: loadMass,
  load_under_way: loadMass,
  generation: (chains, { subject }) =>
    entriesOf(chains, subject)
      .filter(({ massGrams, made }) => massGrams !== undefined && !made.endsWith('.dispatched'))
      .slice(0, 1)
      .map(({ massGrams }) => correctedTo(chains, subject, subject, 'massGrams', massGrams)),
  feed: (chains, { subject, batchId, occurredAt, id }) => {
    const corrects = `run-feed:${id.split('/')[0].slice('movement:'.length)}`;
    return entriesOf(chains, subject, 'run.fed')
      .filter(({ at }) => at === occurredAt)
      .flatMap(({ lines }) => lines.filter((line) => line.batchId === batchId))
      .map(({ massGrams }) => correctedTo(chains, subject, corrects, 'massGrams', massGrams));
  },
  output: (chains, { subject, batchId }) => [
    ...entriesOf(chains, subject, 'run.yielded')
      .flatMap(({ outputs }) => outputs.filter((one) => one.batchId === batchId))
      .map(({ massGrams }) => correctedTo(chains, subject, `run-output:${batchId}`, 'massGrams', massGrams)),
    ...entriesOf(chains, subject, 'run.closed')
      .filter(({ carriedBatchId }) => carriedBatchId === batchId)
      .map(({ carriedGrams }) => correctedTo(chains, subject, `run-output:${batchId}`, 'massGrams', carriedGrams)),
  ],
  sale: dispositionMass,
  disposal: dispositionMass,
  use: dispositionMass,
  stock_adjustment: (chains, { subject, batchId }) =>
    entriesOf(chains, subject, 'stock-adjustment.booked')
      .flatMap(({ batches }) => batches.filter((one) => one.batchId === batchId))
      .map(({ countedGrams, bookGrams }) => Math.abs(countedGrams - bookGrams)),
  emission: (chains, { subject }) =>
    entriesOf(chains, subject, 'emission.recorded').map(({ leadGrams }) =>
      correctedTo(chains, subject, subject, 'leadGrams', leadGrams),
    ),
};

function lineMass(massOf) {
  return (chains, { subject, id }) =>
    manifestLine(chains, subject, ({ line }) => line === Number(id.split('/')[1])).map(massOf);
}

function loadMass(chains, { subject }) {
  return manifestLine(chains, subject, () => true).map(({ massGrams }) => massGrams);
}

function dispositionMass(chains, { subject, batchId }) {
  const [kind, id] = subject.split(':');
  if (kind === 'manifest') return loadMass(chains, { subject });
  return entriesOf(chains, `batch:${batchId}`)
    .filter((entry) => entry.id === id)
    .map(({ massGrams }) => correctedTo(chains, `batch:${batchId}`, subject, 'massGrams', massGrams));
}

/** Kinds of which a part may be elsewhere: counted stock of open runs, and what the books held at an instant. */
const countLine = (chains, { subject, id }) =>
  entriesOf(chains, subject, 'stock.counted').flatMap(({ lines }) => lines[Number(id.split('/')[1]) - 1] ?? []);

/** Compares the mass of each record with the entry that made it. */
function checkMasses(records, chains) {
  const groups = new Map();
  for (const record of records) {
    const end = record.term.startsWith('opening') ? 'opening' : record.term.startsWith('closing') ? 'closing' : '';
    const part = /\/(missing|lost|refused)(\/|$)/.exec(record.id)?.[1] ?? '';
    // Parts of a load that left add up to it; what the own weighing of a line misses is received and lost.
    const own = record.kind.startsWith('load_') || record.kind === 'dispatch' ? '' : part;
    const key = [record.kind.startsWith('load_') ? 'dispatch' : record.kind, baseOf(record), own, end].join(' ');
    const group = groups.get(key) ?? { record, massGrams: 0 };
    groups.set(key, { record: group.record, massGrams: group.massGrams + record.massGrams });
  }
  for (const { record, massGrams } of groups.values()) {
    const fault = [
      `the mass of the record ${record.id} differs from the entry of ${record.subject}`,
      `记录 ${record.id} 的重量与 ${record.subject} 的日志条目不符`,
    ];
    if (record.kind === 'stock_count_line' || record.kind === 'outside_stock') {
      demand(
        countLine(chains, record).some((line) => massGrams <= line.massGrams),
        ...fault,
      );
    } else if (record.kind !== 'book_stock') {
      demand(STATED[record.kind]?.(chains, record).includes(massGrams) === true, ...fault);
    }
  }
}

/** By-products count by the confirmations of their receivers, or by the number of one. */
function checkConfirmations(records, chains) {
  const confirmed = Map.groupBy(
    records.filter(({ term }) => term === 'by_products'),
    ({ subject }) => subject,
  );
  for (const [subject, some] of confirmed) {
    const { batchId } = some[0];
    const id = subject.slice('disposition:'.length);
    const told = entriesOf(chains, subject, 'disposition.confirmed');
    const replaced = new Set(told.map(({ replacesId }) => replacesId));
    const grams = told
      .filter((one) => one.useFate === 'material' && !replaced.has(one.id))
      .reduce((sum, { massGrams }) => sum + massGrams, 0);
    const entry = entriesOf(chains, `batch:${batchId}`).find((one) => one.id === id);
    const number = correctedTo(chains, `batch:${batchId}`, subject, 'confirmationNumber', entry?.confirmationNumber);
    const massGrams = some.reduce((sum, one) => sum + one.massGrams, 0);
    demand(
      massGrams <= grams || (told.length === 0 && typeof number === 'string'),
      `the use of ${subject} is not confirmed for its mass`,
      `${subject} 的利用确认重量不足`,
    );
  }
}

/** Day in Beijing. */
const dayAt = (instant) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

/** Returns the valid statement of a laboratory on an assay or an analysis. One that does not count replaces no denial before it. */
function statementOn(chains, kind, id, qualifications) {
  const subject = `${kind}:${id}`;
  const [sample] = entriesOf(chains, subject, `${kind}.recorded`);
  const stated = entriesOf(chains, subject, `${kind}.laboratory_answered`);
  const last = stated.findLast((one) => statementCounts(chains, one, sample, qualifications));
  const isDenial = ['contradicted', 'disowned'].includes(last?.outcome);
  return last === stated.at(-1) || isDenial ? last : undefined;
}

/** Returns a number of a manifest, or a code, without spaces. */
const plainNumber = (text) => text.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();

/** Returns true when what a laboratory confirmed that took the sample itself is what was sampled, as it is recorded now. */
function fitsPresent({ seenMassGrams, seenManifestNumber, sampleMaterial }, present, tolerance) {
  const { material, massGrams, manifestNumbers, fittingLoads } = present;
  const apart = massGrams === null ? 0n : BigInt(Math.abs(seenMassGrams - massGrams));
  const isSeen =
    seenManifestNumber === null ||
    (fittingLoads <= 1 && manifestNumbers.map(plainNumber).includes(plainNumber(seenManifestNumber)));
  const isMaterial = sampleMaterial === null || plainNumber(sampleMaterial) === plainNumber(material);
  return apart * 10_000n <= BigInt(massGrams ?? 0) * BigInt(tolerance) && isSeen && isMaterial;
}

/**
 * Returns the outcome of the valid statement. A confirmation that no longer fits what was sampled is a contradiction.
 * @param now what was sampled as it is recorded now, and the tolerance of its mass; evidence of before has neither
 */
function outcomeOf(chains, kind, id, qualifications, { present, tolerance } = {}) {
  const statement = statementOn(chains, kind, id, qualifications);
  if (statement?.outcome !== 'confirmed' || present === undefined) return statement?.outcome;
  demand(
    statement.sampling === 'by_laboratory' && tolerance !== undefined,
    `the sample of ${kind}:${id} has grounds without a statement`,
    `${kind}:${id} 的采样依据没有对应的确认记录`,
  );
  return fitsPresent(statement, present, tolerance) ? 'confirmed' : 'contradicted';
}

/** Returns the law on the mass that a laboratory saw; undefined in evidence of before. */
const sampledMassIn = (lawRows) =>
  lawRows.find(({ key }) => key === 'recycling.sampled-mass')?.value.toleranceBasisPoints;

/** Compares what was sampled for assays with the outputs among the records. */
function checkPresent(assays, records, chains) {
  const made = Map.groupBy(
    // An open run has its outputs a second time, as what it no longer holds.
    records.filter(({ kind, summed, term }) => kind === 'output' && summed === undefined && !term.endsWith('_work')),
    ({ batchId }) => batchId,
  );
  for (const { assayId, present } of assays.filter((one) => one.present !== undefined)) {
    const [entry] = entriesOf(chains, `assay:${assayId}`, 'assay.recorded');
    const outputs = entry?.basis === 'batch' ? (made.get(entry.batchId) ?? []) : [];
    const grams = outputs.reduce((sum, { massGrams }) => sum + massGrams, 0);
    const fault = [`the sample of assay:${assayId} differs from its batch`, `assay:${assayId} 的采样批次与记录不符`];
    demand(grams <= present.massGrams, ...fault);
  }
}

/** Returns true when the laboratory states that it took the sample itself. */
const tookSample = (...of) => statementOn(...of)?.sampling === 'by_laboratory';

/** Returns what the laboratory states that it saw when it took the sample itself. */
function seenBy(...of) {
  const { seenMassGrams = null, seenManifestNumber = null } = statementOn(...of) ?? {};
  return canonical(seenMassGrams === null ? [] : [seenMassGrams, seenManifestNumber]);
}

/**
 * Returns true when a statement counts. A confirmation does not when a qualification of its laboratory was withdrawn by that day, and no
 * other one stood for the day of the sample. Another answer does not when that was recorded, and no other one stood for either day.
 */
function statementCounts(chains, { laboratoryId, outcome, at }, sample, qualifications) {
  const own = qualifications.filter((one) => one.laboratoryId === laboratoryId);
  const [day, sampledOn] = [dayAt(at), dayAt(sample.at)];
  const isConfirmed = outcome === 'confirmed';
  const isEnded = ({ qualificationId, withdrawnOn }) => {
    if (withdrawnOn === null || withdrawnOn > day) return false;
    const [ended] = entriesOf(chains, `qualification:${qualificationId}`, 'qualification.withdrawn');
    return isConfirmed || Date.parse(ended?.at) <= Date.parse(at);
  };
  const covers = ({ validFrom, validTo }, on) => validFrom <= on && on < validTo;
  const isLeft = (one) => !isEnded(one) && (covers(one, sampledOn) || (!isConfirmed && covers(one, day)));
  return !own.some(isEnded) || own.some(isLeft);
}

/** Compares the qualifications of laboratories with the entries that registered and withdrew them. */
function checkQualifications(qualifications, chains) {
  const listed = new Set(qualifications.map(({ qualificationId }) => `qualification:${qualificationId}`));
  const fault = (subject) => [`the grounds of ${subject} differ from its entry`, `${subject} 的判定依据与日志条目不符`];
  for (const { qualificationId, laboratoryId, validFrom, validTo, withdrawnOn } of qualifications) {
    const subject = `qualification:${qualificationId}`;
    const [made] = entriesOf(chains, subject, 'qualification.registered');
    const [ended] = entriesOf(chains, subject, 'qualification.withdrawn');
    const same = made?.partyId === laboratoryId && made.validFrom === validFrom && made.validTo === validTo;
    demand(same && (ended?.withdrawnOn ?? null) === withdrawnOn, ...fault(subject));
  }
  for (const subject of chains.keys()) {
    demand(!subject.startsWith('qualification:') || listed.has(subject), ...fault(subject));
  }
}

/** Compares content, moisture and laboratory with the assay, and the content of counted stock with its count. */
function checkContents(records, chains, certificates, { qualifications, assays, tolerance }) {
  const grounds = new Map(assays.map((one) => [one.assayId, one]));
  const known = new Map(certificates.map((one) => [one.assayId, one]));
  for (const { assayId, basis, ppm, moisturePpm, subject, id, kind, certificate } of records) {
    const fault = [`the content of the record ${id} differs from its entry`, `记录 ${id} 的含铅量与日志条目不符`];
    if (assayId !== null) {
      const assay = entriesOf(chains, `assay:${assayId}`, 'assay.recorded')[0];
      demand(assay !== undefined, `assay:${assayId} has no entry`, `assay:${assayId} 没有日志条目`);
      demand(assay.ppm === ppm && assay.basis === basis, ...fault);
      demand(
        assay.moisturePpm === moisturePpm,
        `the moisture of the record ${id} differs from its entry`,
        `记录 ${id} 的含水率与日志条目不符`,
      );
      checkCertificate(known.get(assayId), assay, `assay:${assayId}`);
      demand(
        certificate ===
          outcomeOf(chains, 'assay', assayId, qualifications, { present: grounds.get(assayId)?.present, tolerance }),
        `the confirmation of the certificate of the record ${id} differs from its entry`,
        `记录 ${id} 的检测结果确认与日志条目不符`,
      );
    } else if (basis === 'count' && kind === 'stock_count_line') {
      demand(
        countLine(chains, { subject, id }).some(({ leadPpm }) => leadPpm === ppm),
        ...fault,
      );
    } else if (basis === 'count' && kind === 'stock_adjustment') {
      demand(
        entriesOf(chains, subject, 'stock-adjustment.booked').some(({ leadPpm }) => leadPpm === ppm),
        ...fault,
      );
    }
  }
}

/** Compares what is listed of a certificate with the entry that named it. */
function checkCertificate(listed, entry, subject) {
  demand(listed !== undefined, `${subject} is not in certificates.json`, `certificates.json 中没有 ${subject}`);
  const names = {
    ...{ laboratory: ['laboratory', '检测机构'], laboratoryKind: ['kind of laboratory', '检测机构类型'] },
    certificateNumber: ['number of the certificate', '检测报告编号'],
    certificateSha256: ['SHA-256 of the certificate', '检测报告的哈希'],
  };
  for (const [name, [en, zh]] of Object.entries(names)) {
    const same = listed[name] === (entry[name] ?? null);
    demand(same, `the ${en} of ${subject} differs from its entry`, `${subject} 的${zh}与日志条目不符`);
  }
}

/** Compares every record with the entries that made it. Evidence of the first format has no entries of assays. */
function checkEntries(files, records, chains) {
  if (chains === null || JSON.parse(files.get('manifest.json')).format === FORMATS[0]) return;
  checkMasses(records, chains);
  checkConfirmations(records, chains);
  const grounds = files.get('grounds.json');
  // Packages of before have no qualifications in their grounds.
  const { qualifications = [], assays = [] } = grounds === undefined ? {} : JSON.parse(grounds);
  const tolerance = sampledMassIn(JSON.parse(files.get('law.json')));
  checkQualifications(qualifications, chains);
  checkContents(records, chains, JSON.parse(files.get('certificates.json')), { qualifications, assays, tolerance });
}

const LOSSES = ['slag', 'sludge', 'separators', 'dust', 'air', 'water', 'stock', 'weighing', 'other'].map(
  (one) => `loss_${one}`,
);

const gcd = (a, b) => (b === 0n ? a : gcd(b, a % b));

/** Rounds a fraction half to even (GB/T 8170) to a number of places, as text. */
function decimal(numerator, denominator, places) {
  const scaled = (numerator < 0n ? -numerator : numerator) * 10n ** BigInt(places);
  const [quotient, twice] = [scaled / denominator, 2n * (scaled % denominator)];
  const up = twice > denominator || (twice === denominator && quotient % 2n === 1n);
  const digits = String(up ? quotient + 1n : quotient).padStart(places + 1, '0');
  const sign = numerator < 0n && BigInt(digits) > 0n ? '-' : '';
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Adds up the records by their terms, and compares the terms of the evaluation. */
function checkTerms({ evaluation, records: listed }, records) {
  demand(records.length === listed.count, 'records are missing', '记录数不符');
  const terms = new Map();
  for (const { term, sign, massGrams, ppm, moisturePpm, leadPicograms } of records) {
    const known = term !== 'not_counted' && ppm !== null;
    const lead = known ? BigInt(sign) * BigInt(massGrams) * BigInt(ppm) * BigInt(1_000_000 - moisturePpm) : 0n;
    demand(String(lead) === leadPicograms, 'the lead of a record is wrong', '记录的含铅量有误');
    const sum = terms.get(term) ?? { lead: 0n, massGrams: 0, records: 0 };
    terms.set(term, {
      ...{ lead: sum.lead + lead, massGrams: sum.massGrams + sign * massGrams, records: sum.records + 1 },
    });
  }
  for (const { term, leadGramsExact, massGrams, records: behind } of evaluation.terms) {
    const { lead = 0n, ...sum } = terms.get(term) ?? { massGrams: 0, records: 0 };
    const same = picograms(leadGramsExact) === lead && massGrams === sum.massGrams && behind === sum.records;
    demand(same, `the term ${term} is wrong`, `平衡项目 ${term} 有误`);
  }
  return (term) => terms.get(term)?.lead ?? 0n;
}

/** Returns the whole picograms of an exact decimal in grams. */
function picograms(grams) {
  const [whole, part = ''] = grams.replace('-', '').split('.');
  const exact = BigInt(whole + part.padEnd(12, '0'));
  return grams.startsWith('-') ? -exact : exact;
}

/** Returns the numerator and denominator of each rate of the method lead-recovery, by its published formula. */
function leadParts(of) {
  const battery =
    of('received') +
    of('without_manifest') +
    of('disposal_fed') +
    of('opening_stock') +
    of('uncounted_stock') +
    of('found_stock') -
    of('closing_stock') -
    of('forwarded');
  const work = of('closing_work') - of('opening_work') - of('found_work');
  const available = battery + of('other_feed') - work;
  const recovered = of('products') + of('by_products');
  const lost = LOSSES.reduce((sum, term) => sum + of(term), 0n);
  const balance = { batteryLead: battery, workChange: work, available, recovered, lost, underWay: of('under_way') };
  const unaccounted = available - recovered - lost - of('under_way');
  const rates = {
    headline: [recovered, available],
    productsOnly: [of('products'), available],
    conservative: [recovered - of('other_feed'), battery - work],
    unaccountedShare: [unaccounted, available],
    batteryShare: [battery, battery + of('other_feed')],
    indirect: [available - lost - of('under_way'), available],
  };
  return { balance: { ...balance, unaccounted }, rates };
}

function checkRates({ evaluation }, of) {
  const { balance, rates } = leadParts(of);
  for (const [name, lead] of Object.entries(balance)) {
    const shown = evaluation.balance[name];
    demand(picograms(shown.leadGramsExact) === lead, `${name} of the balance is wrong`, `平衡中的 ${name} 有误`);
  }
  if (evaluation.rates === null) return [];
  for (const [name, parts] of Object.entries(rates)) {
    checkFraction(evaluation.rates[name] ?? null, lowest(parts), ['the rate', '指标', name]);
  }
  return Object.keys(rates);
}

/** Returns the fraction in lowest terms; null unless the denominator is above 0. */
function lowest([numerator, denominator]) {
  if (denominator <= 0n) return null;
  const divisor = gcd(numerator < 0n ? -numerator : numerator, denominator);
  return [numerator / divisor, denominator / divisor];
}

/** Compares a figure as it is shown: exact, and rounded. */
function checkFraction(shown, value, [en, zh, name]) {
  demand((shown === null) === (value === null), `${en} ${name} is wrong`, `${zh} ${name} 有误`);
  if (shown === null) return;
  const [numerator, denominator] = value;
  const same = String(numerator) === shown.numerator && String(denominator) === shown.denominator;
  demand(same, `${en} ${name} is wrong`, `${zh} ${name} 有误`);
  const rounded = decimal(numerator * 100n, denominator, 2) === shown.percent;
  demand(
    rounded && decimal(numerator, denominator, 5) === shown.share,
    `${en} ${name} is rounded wrongly`,
    `${zh} ${name} 修约有误`,
  );
}

const BATTERIES = new Set([
  ...['received', 'without_manifest', 'disposal_fed', 'forwarded', 'opening_stock', 'uncounted_stock'],
  ...['closing_stock', 'found_stock', 'under_way', 'loss_weighing', 'loss_stock'],
  ...['for_disposal', 'not_counted', 'not_received'],
]);
const PRODUCTS = new Set(['products', 'outside_balance']);

/** One assay of a run is as one of a batch; samples of a product are as those of a class. */
const CONTENT_BASIS = {
  ...{ batch: 'batch', run: 'batch', product: 'supplier_class', supplier_class: 'supplier_class' },
  ...{ declared_default: 'declared_default', count: 'count' },
};

/** Returns the scale that found the mass of a record. Stock with the assays of the books was weighed when it came. */
function scaleOf({ kind, basis }) {
  if (kind === 'stock_count_line' && basis !== undefined && basis !== 'count') return 'gate';
  if (['stock_count_line', 'outside_stock', 'stock_adjustment'].includes(kind)) return 'count';
  if (kind === 'emission') return 'monitor';
  return kind === 'output' ? 'line' : 'gate';
}

/** Returns the errors of lead of a record, one of each source: standard uncertainties in picograms with the sign of the record. */
function leadErrors(record, { scales, contents }) {
  const { term, basis, ppm, massGrams, sign, moisturePpm, scatterPpm = 0, assayId, subject, material } = record;
  if (ppm === null) return [];
  const scale = scaleOf(record);
  const lead = term === 'not_counted' ? 0 : Number(record.leadPicograms);
  const errors = [{ source: `scale/${scale}`, error: (lead * scales[scale]) / 10_000 }];
  const known = CONTENT_BASIS[basis];
  if (known !== undefined) {
    const group = BATTERIES.has(term) ? 'batteries' : PRODUCTS.has(term) ? 'products' : 'other';
    const ofContent = Math.max(contents[group][known], scatterPpm);
    const source = assayId === null ? `count/${subject}/${material}` : `assay/${assayId}`;
    errors.push({ source, error: sign * massGrams * (1_000_000 - moisturePpm) * ofContent });
  }
  return errors;
}

/** Adds up the errors of each source with the change of a figure by their terms: errors of one source go together. */
function combine(errors, factorOf, { coverageFactor }) {
  const sums = new Map();
  for (const { source, term, error } of errors) sums.set(source, (sums.get(source) ?? 0) + factorOf(term) * error);
  const variance = [...sums.values()].reduce((sum, error) => sum + error * error, 0);
  const shares = new Map(
    [...sums].filter(([, error]) => error !== 0).map(([key, error]) => [key, error ** 2 / variance]),
  );
  return { standard: Math.sqrt(variance), expanded: Math.sqrt(variance) * coverageFactor, shares };
}

/** Compares a shown decimal with a number that was computed in another order of sums. */
function agrees(shown, value, places) {
  const whole = typeof shown === 'string' && /^-?\d+\.\d+$/.test(shown) && shown.split('.')[1].length === places;
  return whole && Math.abs(Number(shown) - value) <= 0.5 * 10 ** -places + 1e-9 * Math.max(1, Math.abs(value));
}

function checkBudget(shown, budget, name) {
  const fault = (what) => [`the ${what} uncertainty of ${name} is wrong`, `${name} 的不确定度有误`];
  demand((shown === null) === (budget === null), ...fault('expanded'));
  if (shown === null) return;
  demand(agrees(shown.standardPoints, 100 * budget.standard, 4), ...fault('standard'));
  demand(agrees(shown.expandedPoints, 100 * budget.expanded, 2), ...fault('expanded'));
  // Errors that cancel out leave some noise of the order of sums, which has no sources.
  if (budget.standard < 1e-12) return;
  const named = shown.largest.map(({ kind, assayId, subject, scale, sharePercent }) => {
    const prefix = `${kind}/${assayId ?? subject ?? scale}`;
    const keys = [...budget.shares.keys()].filter((key) => key === prefix || key.startsWith(`${prefix}/`));
    const key = keys.find((one) => agrees(sharePercent, 100 * budget.shares.get(one), 1));
    demand(key !== undefined, `a source of the uncertainty of ${name} is wrong`, `${name} 的不确定度来源有误`);
    return key;
  });
  const least = Math.min(...named.map((key) => budget.shares.get(key)));
  const more = [...budget.shares].filter(([key, share]) => !named.includes(key) && share > least + 1e-9);
  const all = Math.min(3, budget.shares.size) === named.length && more.length === 0;
  demand(all, `the largest sources of the uncertainty of ${name} are others`, `${name} 的主要不确定度来源不符`);
}

/** Returns the row of law that was in force on the last day of the period. */
function lawOf(law, key, day) {
  const row = law.find((one) => one.key === key);
  demand(row !== undefined, `the law ${key} is missing`, `缺少法定参数 ${key}`);
  const inForce = row.validFrom <= day && (row.validTo === null || day <= row.validTo);
  demand(inForce, `the law ${key} is of another time`, `法定参数 ${key} 不在适用期内`);
  return row.value;
}

/** Returns the last day of a month, quarter or year. */
function lastDay(period) {
  const [year, part] = period.split('-');
  const month = part === undefined ? 12 : part.startsWith('Q') ? 3 * Number(part.slice(1)) : Number(part);
  return new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
}

/** Computes the uncertainty of each rate again, from the errors of the records and the derivatives of the formula. */
function checkUncertainty({ evaluation }, records, { of, law }) {
  const errors = records.flatMap((record) => leadErrors(record, law).map((one) => ({ ...one, term: record.term })));
  const budgets = new Map();
  for (const [name, [numerator, denominator]] of Object.entries(leadParts(of).rates)) {
    if (denominator <= 0n) continue;
    const value = Number(numerator) / Number(denominator);
    const factors = new Map();
    const factorOf = (term) => {
      if (!factors.has(term)) {
        const [a, b] = leadParts((one) => (one === term ? 1n : 0n)).rates[name];
        factors.set(term, (Number(a) - value * Number(b)) / Number(denominator));
      }
      return factors.get(term);
    };
    budgets.set(name, combine(errors, factorOf, law));
  }
  const { uncertainty } = evaluation;
  demand((uncertainty === null) === (evaluation.rates === null), 'the uncertainty is missing', '缺少不确定度');
  if (uncertainty === null) return budgets;
  const { coverageFactor, ...shown } = uncertainty;
  demand(coverageFactor === law.coverageFactor, 'the coverage factor is wrong', '包含因子有误');
  for (const name of Object.keys(evaluation.rates)) checkBudget(shown[name] ?? null, budgets.get(name) ?? null, name);
  return budgets;
}

/** Returns the lead content of all discarded slag with its uncertainty; weighing changes lead and mass alike. */
function slagLead(records, law) {
  const slag = records.filter(({ term }) => term === 'loss_slag');
  const grams = slag.reduce((sum, { sign, massGrams }) => sum + BigInt(sign * massGrams), 0n) * 1_000_000_000_000n;
  if (slag.some(({ ppm }) => ppm === null) || grams <= 0n) return null;
  const value = lowest([slag.reduce((sum, { leadPicograms }) => sum + BigInt(leadPicograms), 0n), grams]);
  const errors = slag.flatMap((record) => leadErrors(record, law)).filter(({ source }) => !source.startsWith('scale/'));
  return { value, budget: combine(errors, () => 1 / Number(grams), law) };
}

const PARTS = 1_000_000_000_000;

/** Decides about a target on the exact figure. One inside the expanded uncertainty is not decidable. */
function decide({ comparison, limitBasisPoints }, { value, budget }) {
  const decideWith = (expanded) => {
    const [width, limit] = [BigInt(Math.ceil(expanded * PARTS)), BigInt(limitBasisPoints)];
    const [numerator, denominator] = [value[0] * BigInt(PARTS), value[1] * BigInt(PARTS)];
    const isAtLeast = (numerator - width * value[1]) * 10_000n >= limit * denominator;
    const isBelow = (numerator + width * value[1]) * 10_000n < limit * denominator;
    if (!isAtLeast && !isBelow) return 'not_decidable';
    return (comparison === 'at_least' ? isAtLeast : isBelow) ? 'pass' : 'fail';
  };
  // Sums in another order differ in the last digits, which decide nothing unless the limit lies exactly there.
  return new Set([1 - 1e-10, 1, 1 + 1e-10].map((one) => decideWith(budget.expanded * one)));
}

/** Decides again about every target of the law, and compares the verdicts. */
function checkVerdicts(verdicts, targets, { measuredOf, blocked }) {
  demand(verdicts.length === targets.length, 'verdicts are missing', '判定不全');
  targets.forEach((target, at) => {
    const shown = verdicts[at];
    const { code, method, figure, comparison, limitBasisPoints } = target;
    const fault = [`the verdict on ${code} is wrong`, `${code} 的判定有误`];
    const stated = { code, method, figure, comparison, limitPercent: decimal(BigInt(limitBasisPoints), 100n, 2) };
    for (const [name, value] of Object.entries(stated)) demand(shown[name] === value, ...fault);
    const measured = measuredOf(figure);
    checkFraction(shown.value, measured?.value ?? null, ['the figure of the verdict on', '判定所用指标', code]);
    const reason = blocked ? 'blocked' : measured === null ? 'no_figure' : null;
    const found = reason === null ? decide(target, measured) : new Set(['not_decidable']);
    demand(found.has(shown.verdict), ...fault);
    const open = reason ?? (shown.verdict === 'not_decidable' ? 'within_uncertainty' : null);
    demand(shown.undecided === open, ...fault);
  });
}

const LEAD_FIGURES = ['headline', 'productsOnly', 'conservative', 'slagLead'];

/** Computes every figure, uncertainty and verdict of the evaluation again. */
function checkFigures(snapshot, records, law) {
  const { evaluation, assessment } = snapshot;
  const of = checkTerms(snapshot, records);
  const rates = checkRates(snapshot, of);
  const day = lastDay(assessment.period);
  const uncertainties = lawOf(law, 'recovery.uncertainties', day);
  const budgets = checkUncertainty(snapshot, records, { of, law: uncertainties });
  const status = statusOf(evaluation.findings);
  demand(status === evaluation.status, 'the status does not follow from the findings', '状态与提示事项不符');
  const parts = leadParts(of).rates;
  const measuredOf = (figure) => {
    if (evaluation.rates === null) return null;
    if (figure === 'slagLead') return slagLead(records, uncertainties);
    const value = lowest(parts[figure]);
    return value && { value, budget: budgets.get(figure) };
  };
  const targets = lawOf(law, 'recovery.targets', day).filter(({ figure }) => LEAD_FIGURES.includes(figure));
  checkVerdicts(evaluation.verdicts, targets, { measuredOf, blocked: status === 'blocked' });
  return { rates, of, budgets, leadFigures: measuredOf };
}

const zero = [0n, 1n];
const plus = ([a, b], [c, d]) => [a * d + c * b, b * d];
const times = ([a, b], [c, d]) => [a * c, b * d];
const minus = (a, b) => plus(a, times([-1n, 1n], b));
const over = ([a, b], [c, d]) => (c <= 0n ? null : [a * d, b * c]);
const whole = (value) => [value, 1n];
const isLess = ([a, b], [c, d]) => a * d < c * b;

const USED = {
  ...{ plastics: 'plastics', separators: 'separators', acid: 'acid', sulphate: 'sulphate', steel: 'steel' },
  ...{ other: 'other_fractions', slag: 'used_slag' },
};
const NEXT = {
  ...{ plastics: 'next_plastics', separators: 'next_separators', steel: 'next_steel', other: 'next_other' },
  slag: 'next_slag',
};

/** Figures of each method by mass, and how it counts lead: the terms of recovered and of available lead. */
const MASS_METHODS = {
  'comprehensive-recovery': {
    figures: ['comprehensive', 'comprehensiveWithoutAcid'],
    recovered: ({ product_lead, by_product_lead }) => product_lead + by_product_lead,
    available: ({ battery_lead, other_feed_lead, work_lead }) => battery_lead + other_feed_lead - work_lead,
  },
  'eu-2025-606': {
    figures: ['recyclingEfficiency', 'recoveryOfLead'],
    recovered: ({ product_lead, other_feed_lead }) => product_lead - other_feed_lead,
    available: ({ battery_lead, work_lead }) => battery_lead - work_lead,
    // The mass of a fraction counts with the lead in it, which is no recovered lead.
    leadWithin: true,
  },
  'eu-493-2012': {
    figures: ['recyclingEfficiency', 'recoveryOfLead'],
    recovered: ({ product_lead, by_product_lead, other_feed_lead }) => product_lead + by_product_lead - other_feed_lead,
    available: ({ battery_lead, work_lead }) => battery_lead - work_lead,
  },
};
const METHOD_FIGURES = {
  'lead-recovery': ['headline', 'productsOnly', 'conservative'],
  'industry-lead-recovery': ['productsOnly', 'slagLead'],
};

/** Computes a figure by mass from the sums of its terms, as an exact fraction; null without batteries. */
function massRate(method, figure, sums, so4Share) {
  const { recovered, available } = MASS_METHODS[method];
  const lead = over(whole(recovered(sums)), whole(available(sums)));
  if (figure === 'recoveryOfLead' || lead === null) return lead;
  const share = over(whole(sums.battery_lead), whole(sums.battery_lead + sums.other_feed_lead));
  if (share === null) return null;
  const positive = (value) => (value < 0n ? 0n : value);
  const fed = positive(sums.sulphur_fed);
  const acid = positive(sums.acid) < fed ? positive(sums.acid) : fed;
  const room = times(whole(fed - acid), so4Share);
  const all = whole(positive(sums.sulphate));
  const sulphate = isLess(room, all) ? room : all;
  const solids = sums.plastics + sums.separators + sums.steel + sums.other_fractions;
  const parts = [times(lead, whole(sums.battery_lead)), whole(solids), times(share, whole(sums.used_slag))];
  if (figure !== 'comprehensiveWithoutAcid') parts.push(whole(acid), sulphate);
  return over(parts.reduce(plus, zero), whole(sums.dry_batteries));
}

/** Returns the error of a share by an analysis or an assumption. */
function shareError({ basis, assayId }, subject, perMillionth, { contents }) {
  if (basis === 'none') return [];
  const known = basis === 'material' ? 'supplier_class' : basis;
  const ppm = contents.other[known] ?? contents.other.declared_default;
  return [{ source: assayId === null ? `assumption/${subject}` : `assay/${assayId}`, error: perMillionth * ppm }];
}

function massScale(kind, picogramsOf, { scales }) {
  const scale = scaleOf({ kind });
  return { source: `scale/${scale}`, error: (Number(picogramsOf) * scales[scale]) / 10_000 };
}

/** Returns what every record adds to the terms by mass, with its errors. */
function massParts(method, records, fractions, law) {
  const parts = [];
  for (const record of records) {
    const { balance } = leadParts((term) => (term === record.term ? 1n : 0n));
    const counts = {
      ...{ battery_lead: balance.batteryLead, work_lead: balance.workChange },
      other_feed_lead: record.term === 'other_feed' ? 1n : 0n,
      product_lead: record.term === 'products' ? 1n : 0n,
      by_product_lead: record.term === 'by_products' ? 1n : 0n,
    };
    for (const [term, factor] of Object.entries(counts).filter(([, one]) => one !== 0n)) {
      const errors = leadErrors(record, law).map((one) => ({ ...one, error: Number(factor) * one.error }));
      parts.push({ term, mass: factor * BigInt(record.leadPicograms), errors });
    }
  }
  for (const { of, ...one } of fractions) {
    const mass = BigInt(one.sign) * BigInt(one.massGrams);
    if (of === 'fed') {
      const per = mass * 1_000_000n;
      const [dry, sulphur] = [per * BigInt(1_000_000 - one.water.ppm), per * BigInt(one.sulphuricAcid.ppm)];
      const water = shareError(one.water, 'water', -Number(per), law);
      parts.push({ term: 'dry_batteries', mass: dry, errors: [massScale(one.kind, dry, law), ...water] });
      const content = shareError(one.sulphuricAcid, 'sulphur', Number(per), law);
      parts.push({ term: 'sulphur_fed', mass: sulphur, errors: [massScale(one.kind, sulphur, law), ...content] });
      continue;
    }
    const term = one.fate === 'material' ? USED[one.fraction] : one.fate === 'unconfirmed' ? NEXT[one.fraction] : null;
    if (!term) continue;
    const counted = one.contentPpm === null ? 0n : mass * BigInt(one.contentPpm) * BigInt(one.factorPpm);
    const lead = one.leadPpm === null ? 0n : mass * BigInt(one.leadPpm) * BigInt(1_000_000 - one.leadMoisturePpm);
    const rest = counted === 0n || BigInt(one.sign) * (counted - lead) < 0n ? 0n : counted - lead;
    const counts = MASS_METHODS[method].leadWithin ? counted : rest;
    const content = shareError(one, one.material, one.sign * one.massGrams * one.factorPpm, law);
    parts.push({ term, mass: counts, errors: [massScale(one.kind, counts, law), ...content] });
  }
  return parts;
}

const MASS_TERMS = [
  ...[
    'product_lead',
    'by_product_lead',
    'battery_lead',
    'other_feed_lead',
    'work_lead',
    'dry_batteries',
    'sulphur_fed',
  ],
  ...Object.values(USED),
  ...Object.values(NEXT),
];

const DIGITS = 10n ** 60n;
const numberOf = ([a, b]) => Number((a * DIGITS) / b) / Number(DIGITS);

/** Computes the figures of a method by mass, with uncertainties by the change of the exact figure with one picogram. */
function massFigures(method, parts, { law, so4Share }) {
  const sums = Object.fromEntries(MASS_TERMS.map((term) => [term, 0n]));
  for (const { term, mass } of parts) sums[term] += mass;
  const measured = MASS_METHODS[method].figures.map((figure) => {
    const value = massRate(method, figure, sums, so4Share);
    if (value === null) return [figure, null];
    const slopes = new Map(
      MASS_TERMS.map((term) => {
        const [more, less] = [1n, -1n].map((by) =>
          massRate(method, figure, { ...sums, [term]: sums[term] + by }, so4Share),
        );
        return [term, more && less ? numberOf(minus(more, less)) / 2 : 0];
      }),
    );
    const errors = parts.flatMap(({ term, errors: own }) => own.map((one) => ({ ...one, term })));
    return [figure, { value: lowest(value), budget: combine(errors, (term) => slopes.get(term), law) }];
  });
  return { sums, measured: new Map(measured) };
}

function statusOf(findings) {
  const severities = new Set(findings.map(({ severity }) => severity));
  return severities.has('block') ? 'blocked' : severities.has('flag') ? 'flagged' : 'clear';
}

/** Computes every method again: dates, terms by mass, figures, uncertainties, verdicts and status. */
function checkMethods({ evaluation, assessment, methods }, { records, fractions, law, leadFigures }) {
  const day = lastDay(assessment.period);
  const uncertainties = lawOf(law, 'recovery.uncertainties', day);
  const validities = lawOf(law, 'recovery.method-validity', day);
  const targets = ['recovery.targets', 'recovery.eu-targets'].flatMap((key) => lawOf(law, key, day));
  const so4Share = [BigInt(lawOf(law, 'recovery.sulphur-limit', day).so4Ppm), 1_000_000n];
  const known = [...Object.keys(METHOD_FIGURES), ...Object.keys(MASS_METHODS)];
  const listed = known.every((id) => methods.some(({ method }) => method === id)) && methods.length === known.length;
  demand(listed, 'methods are missing', '方法不全');
  const masses = new Map();
  for (const one of methods) {
    const id = one.method;
    const fault = [`the method ${id} is wrong`, `方法 ${id} 有误`];
    const { validFrom, validTo } = validities.find(({ code }) => code === id) ?? {};
    demand(one.validFrom === validFrom && one.validTo === validTo, ...fault);
    const inForce = validFrom <= day && (validTo === null || day <= validTo);
    demand(one.inForce === inForce && one.status === statusOf(one.findings), ...fault);
    demand(one.coverageFactor === uncertainties.coverageFactor, ...fault);
    if (!inForce) {
      demand(one.verdicts.length === 0 && one.figures.every(({ value }) => value === null), ...fault);
      continue;
    }
    const mass = id in MASS_METHODS;
    const parts = mass ? massParts(id, records, fractions, uncertainties) : [];
    const computed = mass ? massFigures(id, parts, { law: uncertainties, so4Share }) : null;
    if (mass) masses.set(id, { ...computed, so4Share, hasRates: evaluation.rates !== null });
    const measuredOf = (figure) =>
      evaluation.rates === null ? null : mass ? (computed.measured.get(figure) ?? null) : leadFigures(figure);
    const names = mass ? MASS_METHODS[id].figures : METHOD_FIGURES[id];
    demand(canonical(one.figures.map(({ figure }) => figure).toSorted()) === canonical(names.toSorted()), ...fault);
    for (const { figure, value, uncertainty, missing } of one.figures) {
      const measured = measuredOf(figure);
      checkFraction(value, measured?.value ?? null, ['the figure', '指标', `${figure} of ${id}`]);
      checkBudget(uncertainty, measured?.budget ?? null, `${figure} of ${id}`);
      demand((missing === null) === (measured !== null), ...fault);
    }
    for (const { term, massGramsExact } of mass ? one.terms : []) {
      const same = picograms(massGramsExact) === computed.sums[term];
      demand(same, `the term ${term} of ${id} is wrong`, `方法 ${id} 的项目 ${term} 有误`);
    }
    const own = targets.filter(({ method }) => method === id);
    checkVerdicts(one.verdicts, own, { measuredOf, blocked: one.status === 'blocked' });
  }
  return masses;
}

/** Default severities of findings. */
const SEVERITY = new Map(
  Object.entries({
    block: [
      ...[
        'RATE_ABOVE_100',
        'UNACCOUNTED_NEGATIVE',
        'BATTERY_ASSAY_MISSING',
        'PRODUCT_ASSAY_MISSING',
        'NOTHING_PROCESSED',
      ],
      ...['STOCK_COUNT_MISSING', 'OPEN_RUN_CONTENT_MISSING', 'OPEN_RUN_IMPLAUSIBLE', 'ASSAYS_CONTRADICTED'],
      'SALES_CONTRADICTED',
      ...['MASS_RATE_ABOVE_100', 'ANALYSES_CONTRADICTED', 'COMPOSITION_IMPLAUSIBLE'],
    ],
    note: [
      ...[
        'STOCK_ADJUSTED',
        'STOCK_ADJUSTED_OUTSIDE',
        'BATTERIES_FOR_DISPOSAL',
        'LOADS_OF_ONE_PARTY',
        'LINES_NOT_COUNTED',
      ],
      ...['SULPHUR_LIMITED', 'FRACTIONS_UNCONFIRMED', 'PART_OF_YEAR', 'CONFIRMED_LATER'],
    ],
  }).flatMap(([severity, codes]) => codes.map((code) => [code, severity])),
);

const finding = (code, facts = {}, severity = SEVERITY.get(code) ?? 'flag') => ({ code, severity, facts });
const when = (holds, code, facts, severity) => (holds ? [finding(code, facts, severity)] : []);

const MILLION = 1_000_000n;
const PER_GRAM = MILLION * MILLION;
const positive = (value) => (value > 0n ? value : 0n);
const percent = ([numerator, denominator]) => decimal(numerator * 100n, denominator, 2);
const points = (number) => [BigInt(number), 10_000n];
/** Returns true when a share is above another one; a missing one is not. */
const above = (share, limit) => share !== null && isLess(limit, share);
const ofNumber = (share) => [BigInt(Math.round(share * 1e9)), 1_000_000_000n];

/** Returns whole grams of lead, rounded half to even. */
function wholeGrams(lead) {
  const absolute = lead < 0n ? -lead : lead;
  const [quotient, twice] = [absolute / PER_GRAM, 2n * (absolute % PER_GRAM)];
  const rounded = twice > PER_GRAM || (twice === PER_GRAM && quotient % 2n === 1n) ? quotient + 1n : quotient;
  return Number(lead < 0n ? -rounded : rounded);
}

const leadIn = (massGrams, ppm, moisturePpm) => BigInt(massGrams) * BigInt(ppm) * BigInt(1_000_000 - moisturePpm);
const sumOf = (some, of) => some.reduce((sum, one) => sum + of(one), 0n);
const signedMass = (some) => Number(sumOf(some, ({ sign, massGrams }) => BigInt(sign) * BigInt(massGrams)));
const plainMass = (some) => sumOf(some, ({ massGrams }) => BigInt(massGrams));
const leadOf = (some) => sumOf(some, ({ leadPicograms }) => BigInt(leadPicograms));

/** Returns the month of an instant in China, such as `2026-10`, and its end. */
function monthAt(instant) {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000);
  const end = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 1) - 8 * 3_600_000;
  return { month: local.toISOString().slice(0, 7), end };
}

/** Returns the first instant after a period, and its days. */
function spanOf(period) {
  const last = lastDay(period);
  const [year, part] = period.split('-');
  const first = part === undefined ? 1 : part.startsWith('Q') ? 3 * Number(part.slice(1)) - 2 : Number(part);
  const to = Date.parse(`${last}T00:00:00Z`) + 86_400_000;
  return { to: to - 8 * 3_600_000, days: (to - Date.UTC(Number(year), first - 1, 1)) / 86_400_000 };
}

const WASTE = /^\d{3}-\d{3}-\d{2}$/;
const COMING = new Set(['received', 'without_manifest', 'disposal_fed', 'uncounted_stock']);
const NEEDS_CONTENT = new Set(['forwarded', 'loss_slag', 'loss_dust', 'loss_sludge', 'loss_separators']);

/** Finds what the records lack. */
function gapsOfLead(records, { missingCounts }, controls) {
  const coming = records.filter(({ term }) => COMING.has(term));
  const assumed = plainMass(coming.filter(({ basis }) => basis === 'declared_default'));
  const share = over(whole(assumed), whole(plainMass(coming)));
  const without = records.filter(({ basis }) => basis === 'none');
  const count = (some) => ({ records: some.length });
  const bare = without.filter(({ term }) => COMING.has(term));
  const products = without.filter(({ term }) => term === 'products');
  const others = without.filter(
    ({ term, kind }) => NEEDS_CONTENT.has(term) || (term === 'other_feed' && kind === 'manifest_line'),
  );
  const adjusted = (outside, code) => {
    const some = records.filter(
      ({ kind, term }) => kind === 'stock_adjustment' && (term === 'outside_balance') === outside,
    );
    const missing = plainMass(some.filter(({ term, sign }) => term === 'loss_stock' || sign < 0));
    const facts = { foundGrams: Number(plainMass(some) - missing), missingGrams: Number(missing) };
    return when(some.length > 0, code, facts);
  };
  const left = records.filter(({ term }) => term === 'not_counted');
  const much = above(share, points(controls.assumedAssayShareBasisPoints));
  return {
    computable: missingCounts.length === 0 && bare.length === 0 && products.length === 0,
    found: [
      ...when(missingCounts.length > 0, 'STOCK_COUNT_MISSING', { missing: missingCounts }),
      ...when(bare.length > 0, 'BATTERY_ASSAY_MISSING', count(bare)),
      ...when(products.length > 0, 'PRODUCT_ASSAY_MISSING', count(products)),
      ...when(assumed > 0n && share !== null, 'ASSUMED_ASSAY', {}, much ? 'flag' : 'note'),
      ...when(others.length > 0, 'ASSAY_MISSING', count(others)),
      ...adjusted(false, 'STOCK_ADJUSTED'),
      ...adjusted(true, 'STOCK_ADJUSTED_OUTSIDE'),
      ...when(left.length > 0, 'LINES_NOT_COUNTED', count(left)),
    ],
  };
}

/** Returns the mass by which a count is beyond the books, without the loads at the gate that it may list. */
function beyondBooks(lines, { item, term, bookGrams }, gateGrams) {
  const counted = Number(plainMass(lines.filter((line) => line.item === item)));
  const beyond = counted - bookGrams;
  return { counted, beyond: beyond - (term === 'battery_stock' ? Math.min(gateGrams, Math.max(0, beyond)) : 0) };
}

/** Finds counts that the books contradict. @returns also the lead by which counts favour the enterprise */
function findingsOfCounts({ counts }, isAll) {
  let favour = 0n;
  const found = counts.flatMap((count) => {
    const { lines, books, gateGrams, tolerance, end, siteId, siteName, countId, countedOn } = count;
    const place = { siteId, siteName, countId, countedOn };
    const differences = books.flatMap((book) => {
      const { item, term, bookGrams, runGrams } = book;
      const { counted, beyond } = beyondBooks(lines, book, gateGrams);
      const grams = end === 'closing' ? beyond : -beyond;
      const contents = lines.filter((line) => line.item === item).map(({ leadPpm }) => leadPpm);
      if (term !== 'outside' && grams > 0) {
        favour += leadIn(grams, contents.length > 0 ? Math.max(...contents) : 1_000_000, 0);
      }
      const { shareBasisPoints, floorGrams } = tolerance[term];
      const share = Number((BigInt(Math.max(0, bookGrams)) * BigInt(shareBasisPoints)) / 10_000n);
      const toleranceGrams = Math.max(floorGrams, share);
      const named = contents.length > 0 ? 'STOCK_DIFFERS_FROM_BOOKS' : 'STOCK_NOT_COUNTED';
      const differenceGrams = Math.abs(beyond);
      return when(
        differenceGrams > toleranceGrams,
        runGrams > 0 ? 'OPEN_RUNS_DIFFER' : named,
        { item, bookGrams, runGrams, countedGrams: counted, differenceGrams, toleranceGrams, ...place },
        term === 'outside' ? 'flag' : 'block',
      );
    });
    return [
      ...differences,
      ...findingsOfObservation(count, { place, isAll }),
      ...count.bounds.flatMap((bounds) => findingsOfContent(count, bounds, place)),
      ...findingsOfStorage(count, place),
    ];
  });
  return { found, favour };
}

/** Finds counts that differ from what an authority saw. */
function findingsOfObservation({ lines, books, tolerance, observation }, { place, isAll }) {
  return (observation?.lines ?? []).flatMap(({ item, massGrams: observedGrams }) => {
    const term = books.find((book) => book.item === item)?.term ?? 'work';
    const countedGrams = Number(plainMass(lines.filter((line) => line.item === item)));
    const differenceGrams = Math.abs(countedGrams - observedGrams);
    const { shareBasisPoints, floorGrams } = tolerance[term];
    const toleranceGrams = Math.max(floorGrams, Number((BigInt(observedGrams) * BigInt(shareBasisPoints)) / 10_000n));
    const { observedOn, reportNumber } = observation;
    const facts = { item, countedGrams, observedGrams, differenceGrams, toleranceGrams, observedOn, reportNumber };
    const severity = term === 'outside' && !isAll ? 'flag' : 'block';
    return when(differenceGrams > toleranceGrams, 'STOCK_OBSERVED_OTHERWISE', { ...facts, ...place }, severity);
  });
}

/** Returns the lead of batteries and work of a closing count, by item, and the part of it that an authority saw. */
function leadInside(closing, { countId, lines, observation }) {
  const own = closing.filter(({ subject }) => subject === `stock-count:${countId}`);
  return [...new Set(own.map(({ material }) => material))].map((item) => {
    const lead = leadOf(own.filter(({ material }) => material === item));
    const counted = massOfItem(lines, item);
    const seen = lesser(massOfItem(observation?.lines ?? [], item), counted);
    return { item, lead, seen: counted > 0n ? (lead * seen) / counted : 0n };
  });
}

/** Returns the same of products and bought feed, at the greatest content that their stock can have. */
function leadOutside({ lines, books, bounds, observation }) {
  return bounds.flatMap(({ item, massGrams, high }) => {
    const book = books.find((one) => one.item === item);
    if (book?.term !== 'outside' || massGrams <= 0) return [];
    const counted = massOfItem(lines, item);
    const held = BigInt(book.bookGrams) > counted ? BigInt(book.bookGrams) : counted;
    const of = (grams) => (BigInt(high) * grams) / BigInt(massGrams);
    const seen = lesser(massOfItem(observation?.lines ?? [], item), held);
    return { item, lead: of(held), seen: of(seen) };
  });
}

const massOfItem = (lines, wanted) => plainMass(lines.filter(({ item }) => item === wanted));
const lesser = (one, other) => (one < other ? one : other);

/** Returns the lead of a site that does not recycle, without what an authority saw in its books. */
function unseenOfSite({ held, open, missing, items, observation }) {
  const lines = (observation?.lines ?? []).filter(({ item }) => items.includes(item));
  const [lead, grams] = [BigInt(held.lead), BigInt(held.massGrams)];
  const left = grams > 0n ? lead - (lead * lesser(plainMass(lines), grams)) / grams : 0n;
  return left + BigInt(open.lead) + BigInt(missing.lead);
}

/** Returns the lead of stock at both ends without open runs, and the part of the closing stock that an authority saw. */
function stockLead(records, { counts, elsewhere = [] }, isAll) {
  const stock = records.filter(({ kind }) => kind !== 'feed' && kind !== 'output');
  const closing = stock.filter(({ term }) => term === 'closing_stock' || term === 'closing_work');
  const opening = stock.filter(({ term }) => ['opening_stock', 'opening_work', 'uncounted_stock'].includes(term));
  const at = (wanted) => counts.filter(({ end }) => end === wanted);
  const outsideAt = (end) => (isAll ? at(end).flatMap(leadOutside) : []);
  const outside = outsideAt('closing');
  const all = [...at('closing').flatMap((count) => leadInside(closing, count)), ...outside];
  const leadOfItems = (some) => sumOf(some, ({ lead }) => lead);
  const unseen = ({ lead, seen }) => lead - seen;
  const missing = records.filter(({ term, sign }) => isAll && term === 'outside_balance' && sign < 0);
  return {
    opening: leadOf(opening) + leadOfItems(outsideAt('opening')),
    closing: leadOf(closing) + leadOfItems(outside),
    observed: sumOf(all, ({ seen }) => seen),
    outside: sumOf(outside, unseen),
    missing: sumOf(missing, ({ massGrams, ppm, moisturePpm }) => leadIn(massGrams, ppm ?? 1_000_000, moisturePpm)),
    items: [...new Set(all.filter((one) => unseen(one) > 0n).map(({ item }) => item))].toSorted(),
    elsewhere: sumOf(elsewhere, unseenOfSite),
    sites: [...new Set(elsewhere.filter((one) => unseenOfSite(one) > 0n).map(({ siteName }) => siteName))].toSorted(),
  };
}

/** Finds stock that nobody independent saw: what it grew by, or all of it. Evidence of before has no law about it. */
function findingsOfUnseen(records, { grounds, growth = 'believed', scope = 'growth', items, sites, ...of }) {
  const { available, expanded } = of;
  demand(
    sites !== 'all' || grounds.stock.elsewhere !== undefined,
    'grounds.json has no stock of other sites',
    'grounds.json 缺少其他场所的库存',
  );
  const held = stockLead(records, grounds.stock, items === 'all');
  const { opening, closing, observed, outside, missing, elsewhere } = held;
  const grown = growth === 'observed' ? closing - observed - opening : 0n;
  const some = positive(scope === 'closing' ? closing - observed : grown);
  const unobserved = elsewhere + (scope === 'growth' && growth === 'believed' ? 0n : some + missing);
  const share = over(whole(unobserved), whole(available));
  const limit = ofNumber(expanded);
  const facts = {
    ...{ leadGrams: wholeGrams(unobserved), openingLeadGrams: wholeGrams(opening) },
    closingLeadGrams: wholeGrams(closing - observed),
    ...(items !== undefined && {
      ...{ outsideLeadGrams: wholeGrams(outside), missingLeadGrams: wholeGrams(missing), items: held.items },
    }),
    ...(sites !== undefined && { elsewhereLeadGrams: wholeGrams(elsewhere), sites: held.sites }),
    ...{ sharePercent: share && percent(share), limitPercent: percent(limit) },
  };
  const severity = above(share, limit) ? 'flag' : 'note';
  const found = when(unobserved > 0n && share !== null, 'STOCK_NOT_OBSERVED', facts, severity);
  return { found, unobserved };
}

/** Finds records of closed months that were made or corrected late. Evidence of before has no law about them. */
function findingsOfLate({ late = [] }, { law, lawRows, available, expanded }) {
  if (!lawRows.some(({ key }) => key === 'recovery.late-records')) return [];
  const { graceDays: days } = law('recovery.late-records');
  const leads = late
    .filter(({ term, ppm }) => term !== 'not_counted' && ppm !== null)
    .map(({ massGrams, ppm, moisturePpm }) => leadIn(massGrams, ppm, moisturePpm))
    .filter((lead) => lead !== 0n);
  const lead = sumOf(leads, (one) => one);
  const share = over(whole(lead), whole(available));
  const limit = ofNumber(expanded);
  const facts = { records: leads.length, leadGrams: wholeGrams(lead), days, sharePercent: share && percent(share) };
  const severity = above(share, limit) ? 'flag' : 'note';
  const holds = days !== null && lead > 0n && share !== null && available > 0n;
  return when(holds, 'RECORDS_LATE', { ...facts, limitPercent: percent(limit) }, severity);
}

/** Compares late records with the entries that made or corrected them after the days of law. */
function checkLate({ late = [] }, chains, lawRows) {
  const days = lawRows.find(({ key }) => key === 'recovery.late-records')?.value.graceDays ?? null;
  for (const { subject, occurredAt } of late) {
    const last = days === null ? Infinity : monthAt(occurredAt).end + days * 86_400_000;
    const isLate = (chains.get(subject) ?? []).some(({ recordedAt }) => Date.parse(recordedAt) > last);
    demand(isLate, `the late record ${subject} has no late entry`, `逾期记录 ${subject} 没有相应的日志条目`);
  }
}

/** Finds more batteries at the end of the period than their site may store. */
function findingsOfStorage({ end, lines, books, storageLimitGrams: limitGrams = null }, place) {
  const isBattery = ({ item }) => books.some((book) => book.item === item && book.term === 'battery_stock');
  const countedGrams = Number(plainMass(lines.filter(isBattery)));
  const isAbove = end === 'closing' && limitGrams !== null && countedGrams > limitGrams;
  return when(isAbove, 'STOCK_ABOVE_STORAGE', { countedGrams, limitGrams, ...place });
}

/** Finds counted contents that the stock of the books cannot have. */
function findingsOfContent(
  { lines, books, counted: law },
  { item, massGrams, low, high, unknownGrams, isOpen },
  place,
) {
  const own = lines.filter((line) => line.item === item);
  const meanOf = (lead, grams) => over(whole(lead), whole(BigInt(grams) * PER_GRAM));
  const lead = sumOf(own, (line) => leadIn(line.massGrams, line.leadPpm, 0));
  const counted = meanOf(lead, plainMass(own));
  const [least, most] = [meanOf(BigInt(low), massGrams), meanOf(BigInt(high), massGrams)];
  if (counted === null || least === null || most === null) return [];
  const exceeds = (upper, lower, of) => {
    const relative = times(of, points(law.shareBasisPoints));
    const floor = [BigInt(law.floorPpm), MILLION];
    return isLess(plus(lower, isLess(floor, relative) ? relative : floor), upper);
  };
  const isOutside = books.find((book) => book.item === item)?.term === 'outside';
  const facts = { countedPercent: percent(counted), lowPercent: percent(least), highPercent: percent(most) };
  const all = { ...facts, unknownGrams, item, ...place };
  const code = isOpen ? 'COUNTED_CONTENT_IMPLAUSIBLE' : 'COUNTED_CONTENT_DIFFERS';
  const severity = unknownGrams > law.smallGrams ? 'flag' : 'note';
  return [
    ...when(unknownGrams > 0 && !isOutside, 'COUNTED_CONTENT_UNKNOWN', all, severity),
    ...when(exceeds(least, counted, least) || exceeds(counted, most, most), code, all, isOutside ? 'flag' : 'block'),
  ];
}

/** Finds open runs whose lead is unknown or impossible, and says what they held. */
function findingsOfRuns(records, { runs }, { fed, controls, limits }) {
  const ends = Map.groupBy(runs, ({ end }) => end);
  const recordsIn = ({ runId, end }) =>
    records.filter(
      ({ subject, kind, term }) =>
        subject === `run:${runId}` && term === `${end}_work` && (kind === 'feed' || kind === 'output'),
    );
  const faults = runs.flatMap((run) => {
    const { runId, siteId, siteName, countedOn, heldGrams, unknown } = run;
    if (siteName === null) return [];
    const facts = { runId, siteId, siteName, countedOn, heldGrams };
    if (unknown > 0) return [finding('OPEN_RUN_CONTENT_MISSING', { ...facts, records: unknown })];
    const own = recordsIn(run);
    const lead = leadOf(own);
    const came = leadOf(own.filter(({ sign }) => sign > 0));
    const tolerated = (came * BigInt(controls.uncertaintyShareBasisPoints)) / 10_000n;
    const impossible = lead < -tolerated || lead > leadIn(heldGrams, 1_000_000, 0) + tolerated;
    return when(impossible, 'OPEN_RUN_IMPLAUSIBLE', { ...facts, leadGrams: wholeGrams(lead) });
  });
  let closing = 0n;
  const said = [...ends].map(([end, some]) => {
    const lead = sumOf(some, (run) => leadOf(recordsIn(run)));
    if (end === 'closing') closing += lead;
    const much = end === 'closing' && lead * 10_000n > fed * BigInt(limits.unconfirmedShareBasisPoints);
    const facts = {
      countedOn: some[0].countedOn,
      runs: some.length,
      massGrams: Number(sumOf(some, ({ heldGrams }) => BigInt(heldGrams))),
    };
    return finding('OPEN_RUNS', { ...facts, leadGrams: wholeGrams(lead) }, much ? 'flag' : 'note');
  });
  return { faults, said, closing };
}

const hasLeft = ({ kind }) => kind === 'dispatch' || kind === 'return';
const isLine = ({ kind }) => kind === 'manifest_line' || kind === 'own_line';

/** Divides mass that rests on the word of the enterprise, or of one partner. */
function unconfirmedIn(records) {
  const lines = new Set(records.filter(isLine).map(({ subject }) => subject));
  const disposed = records.filter((one) => one.term === 'for_disposal' && hasLeft(one));
  const turned = disposed.map((one) => ({
    ...one,
    sign: -one.sign,
    leadPicograms: String(-BigInt(one.leadPicograms)),
  }));
  return {
    own: records.filter(({ kind, term }) => kind === 'own_line' && (term === 'received' || term === 'other_feed')),
    less: records.filter(({ term }) => term === 'not_received'),
    sent: [...records.filter(({ term }) => term === 'forwarded'), ...turned].filter(
      ({ subject }) => !lines.has(subject),
    ),
    turned,
  };
}

/** Finds records whose term needs an explanation. */
function findingsOfTerms(records, { gates, withoutManifestGrams, loneManifests, elsewhereGrams }, law) {
  const of = (term) => records.filter((one) => one.term === term);
  const came = signedMass(of('without_manifest'));
  const treatment = law('recovery.batteries-without-manifest').treatment === 'block' ? 'block' : 'flag';
  const uncounted = signedMass(of('uncounted_stock'));
  const underWay = of('under_way');
  const fed = signedMass(of('disposal_fed'));
  const disposed = of('for_disposal');
  const { own, less, sent, turned } = unconfirmedIn(records);
  const limits = law('recovery.evidence-limits');
  const [ownGrams, lessGrams, fromWorks] = [own, less, sent].map(signedMass);
  const sentGrams = fromWorks + elsewhereGrams;
  const wholeOf = signedMass([...of('received'), ...of('opening_stock')]);
  const limit = Math.max(limits.unconfirmedFloorGrams, (wholeOf * limits.unconfirmedShareBasisPoints) / 10_000);
  const closing = gates.at(-1);
  const { days: storedDays } = law('recovery.gate-review');
  return [
    ...when(
      came + withoutManifestGrams > 0,
      'BATTERIES_WITHOUT_MANIFEST',
      { massGrams: came, stockGrams: withoutManifestGrams },
      treatment,
    ),
    ...when(uncounted > 0, 'OPENING_STOCK_UNCOUNTED', { massGrams: uncounted }),
    ...weighingOf(records, of('loss_weighing'), law('recovery.weighing-difference')),
    ...when(ownGrams + lessGrams + sentGrams > limit, 'UNCONFIRMED_MASS', {
      ...{ ownGrams, lessGrams, sentGrams, wholeGrams: wholeOf },
    }),
    ...when(underWay.length > 0, 'LOADS_UNDER_WAY', { loads: underWay.length, massGrams: signedMass(underWay) }),
    ...gates.flatMap(({ countedOn, loads, massGrams, listedGrams }) =>
      when(
        loads !== 0 || listedGrams !== 0,
        'LOADS_AT_GATE',
        { countedOn, loads, massGrams, listedGrams },
        listedGrams > 0 ? 'flag' : 'note',
      ),
    ),
    ...when(closing !== undefined && closing.waitedGrams !== 0, 'LOADS_WAITING', {
      ...{ loads: closing?.waitedLoads, massGrams: closing?.waitedGrams, countedOn: closing?.countedOn, storedDays },
    }),
    ...when(fed > 0, 'DISPOSAL_FED', { massGrams: fed }),
    ...when(disposed.length > 0, 'BATTERIES_FOR_DISPOSAL', {
      massGrams: signedMass(disposed.filter((one) => !hasLeft(one))),
      sentGrams: signedMass(turned),
    }),
    ...when(loneManifests > 0, 'LOADS_OF_ONE_PARTY', { loads: loneManifests }),
  ];
}

function weighingOf(records, missing, { shareBasisPoints, floorGrams }) {
  const subjects = new Set(missing.map(({ subject }) => subject));
  const arrived = records.filter(
    (one) => (one.kind === 'dispatch' && one.term === 'forwarded') || (isLine(one) && subjects.has(one.subject)),
  );
  const missingGrams = signedMass(missing);
  const sentGrams = missingGrams + signedMass(arrived);
  const isHigh = missingGrams > Math.max(floorGrams, (sentGrams * shareBasisPoints) / 10_000);
  return when(isHigh, 'WEIGHING_DIFFERENCE_HIGH', { missingGrams, sentGrams });
}

const ENTERED = {
  ...{ received: 1, without_manifest: 1, disposal_fed: 1, opening_stock: 1, uncounted_stock: 1, found_stock: 1 },
  ...{ closing_stock: -1, forwarded: -1, under_way: -1, loss_weighing: -1 },
};

/** Returns the mass of batteries and other feed that entered processing. */
function fedMass(records) {
  const batteries = sumOf(records, ({ term, sign, massGrams }) => BigInt((ENTERED[term] ?? 0) * sign * massGrams));
  return positive(batteries) + BigInt(signedMass(records.filter(({ term }) => term === 'other_feed')));
}

/** Finds feed, residues, emissions and stock that could hide lead. */
function findingsOfReview(records, { of, law, rangeOf, grounds, period }) {
  const feed = records.filter(({ term }) => term === 'other_feed');
  const { contentPpm, bulkKinds, shareBasisPoints, otherShareBasisPoints } = law('recovery.feed-evidence');
  const bare = feed.filter(({ ppm, moisturePpm, material }) => {
    const least = Math.max(contentPpm, rangeOf(material).minPpm);
    return ppm === null || BigInt(ppm) * BigInt(1_000_000 - moisturePpm) < BigInt(least) * MILLION;
  });
  const other = bare.filter(({ material }) => !bulkKinds.includes(material));
  const fed = whole(fedMass(records));
  const much = [
    [other, points(otherShareBasisPoints)],
    [bare, points(shareBasisPoints)],
  ].find(([some, limit]) => above(over(whole(BigInt(signedMass(some))), fed), limit));
  const feedFacts = ([some, limit]) => {
    const massGrams = signedMass(some);
    return { massGrams, sharePercent: percent(over(whole(BigInt(massGrams)), fed)), limitPercent: percent(limit) };
  };
  const waste = signedMass(feed.filter(({ kind, material }) => kind === 'feed' && WASTE.test(material)));
  const treatment = law('recovery.batteries-without-manifest').treatment === 'block' ? 'block' : 'flag';
  const left = records.filter(({ material, subject }) => subject.startsWith('disposition:') && WASTE.test(material));
  const residues = law('recovery.residues-without-manifest');
  const { balance } = leadParts(of);
  const emitted = of('loss_air') + of('loss_water');
  const released = over(whole(emitted), whole(balance.batteryLead + of('other_feed') || balance.available));
  const emission = points(law('recovery.emission-review').shareBasisPoints);
  return [
    ...(much ? [finding('FEED_WITHOUT_CONTENT', feedFacts(much))] : []),
    ...when(waste > 0, 'WASTE_WITHOUT_MANIFEST', { massGrams: waste }, treatment),
    ...[
      ['use', 'sale'],
      ['disposal', 'disposal'],
    ].flatMap(([way, moved]) => {
      const massGrams = signedMass(left.filter(({ kind }) => kind === moved));
      return when(massGrams > 0, 'RESIDUES_WITHOUT_MANIFEST', { massGrams }, residues[way]);
    }),
    ...(emitted > 0n && above(released, emission)
      ? [
          finding('EMISSIONS_HIGH', {
            ...{ leadGrams: wholeGrams(emitted), sharePercent: percent(released), limitPercent: percent(emission) },
          }),
        ]
      : []),
    ...findingsOfStock(records, fedMass(records), { law, grounds, period }),
  ];
}

/** Finds old stock, and more of it than a works needs. */
function findingsOfStock(records, fed, { law, grounds, period }) {
  const { unconfirmedShareBasisPoints, unconfirmedFloorGrams } = law('recovery.evidence-limits');
  const { days: storedDays, yearShareBasisPoints } = law('recovery.stock-review');
  const { oldGrams } = grounds.circumstances;
  const { productGrams } = grounds.stock;
  const wholeOf = signedMass(records.filter(({ term }) => term === 'received' || term === 'opening_stock'));
  const isOld = oldGrams > Math.max(unconfirmedFloorGrams, (wholeOf * unconfirmedShareBasisPoints) / 10_000);
  const held = records.filter(
    ({ term, kind }) => (term === 'closing_stock' || term === 'closing_work') && kind === 'stock_count_line',
  );
  const heldGrams = signedMass(held);
  const made = BigInt(signedMass(records.filter(({ term }) => term === 'products')));
  const inYear = (grams, processed) =>
    over(whole(BigInt(grams) * BigInt(spanOf(period).days)), whole(processed * 365n));
  const limit = points(yearShareBasisPoints);
  const [first] = [inYear(heldGrams, fed), inYear(productGrams, made)]
    .filter((share) => above(share, limit))
    .toSorted((a, b) => (isLess(a, b) ? 1 : -1));
  return [
    ...when(isOld, 'STOCK_OLD', { massGrams: oldGrams, storedDays }),
    ...(first === undefined
      ? []
      : [
          finding('STOCK_LEVEL_HIGH', {
            heldGrams,
            productGrams,
            sharePercent: percent(first),
            limitPercent: percent(limit),
          }),
        ]),
  ];
}

/** Returns the name of a laboratory without spaces and marks. */
const plainName = (name) =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}]/gu, '')
    .toLowerCase();

const ASSAY_WEAKNESSES = [
  ...['ASSAYS_WITHOUT_CERTIFICATE', 'ASSAYS_CERTIFICATE_NOT_STORED', 'ASSAYS_OF_OWN_LABORATORY'],
  ...[
    'ASSAYS_OF_UNKNOWN_LABORATORY',
    'ASSAYS_NOT_CONFIRMED',
    'ASSAYS_OF_DELIVERED_SAMPLES',
    'ASSAYS_SHARE_CERTIFICATE',
  ],
  'ASSAYS_CONTRADICTED',
  ...['ASSAYS_IMPLAUSIBLE', 'ASSAYS_SAMPLED_EARLY', 'ASSAYS_REPLACED', 'ASSAYS_RECORDED_LATE', 'ASSAYS_REPLACED_LATE'],
];

/** Returns true when only samples count that the laboratory took itself. Evidence of before lacks the law. */
const onlySampled = (law, lawRows) =>
  lawRows.some(({ key }) => key === 'recovery.sampling-evidence') &&
  law('recovery.sampling-evidence').samples === 'by_laboratory';

/** Returns the weaknesses of an assay that do not depend on its use. */
function weaknessesOf(assay, { weak, confirmed, sampled, rangeOf }) {
  const { minPpm, maxPpm } = rangeOf(assay.material);
  const wet = BigInt(assay.ppm) * BigInt(1_000_000 - assay.moisturePpm);
  const name = plainName(assay.laboratory);
  const own =
    assay.laboratoryKind === 'own' ||
    [assay.partyName, ...weak.ownWords].some((word) => name.includes(plainName(word)));
  const { hasCertificate, hasNumber, hasStoredCertificate, certificate, firstAt } = assay;
  const isOpen = certificate === undefined || certificate === 'withdrawn';
  const isDenied = certificate === 'contradicted' || certificate === 'disowned';
  const holds = {
    ASSAYS_WITHOUT_CERTIFICATE: !hasCertificate || (confirmed && !own && !hasNumber),
    ASSAYS_CERTIFICATE_NOT_STORED: weak.certificates === 'stored' && hasCertificate && !hasStoredCertificate,
    ASSAYS_OF_OWN_LABORATORY: own,
    ASSAYS_OF_UNKNOWN_LABORATORY: weak.laboratories === 'external' && !own && assay.laboratoryKind !== 'external',
    ASSAYS_NOT_CONFIRMED: confirmed && !own && hasCertificate && isOpen,
    ASSAYS_OF_DELIVERED_SAMPLES: sampled && !own && certificate === 'confirmed' && assay.sampledByLaboratory !== true,
    ASSAYS_SHARE_CERTIFICATE: hasNumber && assay.sharesCertificate === true,
    ASSAYS_CONTRADICTED: isDenied || assay.deniedBefore === true,
    ASSAYS_IMPLAUSIBLE: wet < BigInt(minPpm) * MILLION || wet > BigInt(maxPpm) * MILLION,
    ASSAYS_SAMPLED_EARLY: firstAt !== null && Date.parse(assay.sampledAt) < Date.parse(firstAt),
    ASSAYS_REPLACED: assay.replaces,
  };
  return ASSAY_WEAKNESSES.filter((code) => holds[code]);
}

/** Finds weak evidence behind the records. @returns also the lead that it could move */
function findingsOfEvidence(records, { law, lawRows, rangeOf, grounds, available, classPpm }) {
  const rules = law('recovery.assay-evidence');
  const weak = law('recovery.weak-evidence');
  const confirmed = law('recovery.laboratory-evidence').certificates === 'confirmed';
  const sampled = onlySampled(law, lawRows);
  const known = new Map(
    grounds.assays.map((assay) => [
      assay.assayId,
      { assay, weak: weaknessesOf(assay, { weak, confirmed, sampled, rangeOf }) },
    ]),
  );
  const counted = records.filter(({ term }) => term !== 'not_counted');
  const used = counted.filter(({ assayId }) => assayId !== null);
  const total = plainMass(used);
  const behind = new Map(ASSAY_WEAKNESSES.map((code) => [code, []]));
  for (const record of used) {
    const of = known.get(record.assayId);
    const late = Date.parse(of.assay.recordedAt) > monthAt(record.occurredAt).end + rules.graceDays * 86_400_000;
    for (const code of of.weak) behind.get(code).push(record);
    if (late) behind.get(of.assay.replaces ? 'ASSAYS_REPLACED_LATE' : 'ASSAYS_RECORDED_LATE').push(record);
  }
  const severityOf = (share) => (above(share, points(rules.flagShareBasisPoints)) ? 'flag' : 'note');
  const found = [...behind].flatMap(([code, some]) => {
    const share = over(whole(plainMass(some)), whole(total));
    if (some.length === 0 || share === null) return [];
    const assays = new Set(some.map(({ assayId }) => assayId)).size;
    const facts = { assays, massGrams: Number(plainMass(some)), sharePercent: percent(share) };
    if (code === 'ASSAYS_CONTRADICTED') return [finding(code, facts)];
    const never = code === 'ASSAYS_IMPLAUSIBLE' || code === 'ASSAYS_REPLACED_LATE';
    return [finding(code, facts, never ? 'flag' : severityOf(share))];
  });
  const isWeak = ({ assayId, basis, term }) =>
    assayId === null
      ? basis === 'count' || term === 'by_products' || term === 'other_feed'
      : basis === 'declared_default' || term === 'by_products' || known.get(assayId).weak.length > 0;
  const movable = movableLead(counted.filter(isWeak), rangeOf);
  const moved = over(whole(movable), whole(available));
  const limit = points(weak.movableShareBasisPoints);
  if (above(moved, limit)) {
    const facts = { leadGrams: wholeGrams(movable), sharePercent: percent(moved), limitPercent: percent(limit) };
    found.push(finding('WEAK_EVIDENCE_MATTERS', facts));
  }
  const limitPpm = (classPpm * rules.scatterFactorPercent) / 100;
  const wide = used.filter(({ scatterPpm = 0 }) => scatterPpm > limitPpm);
  const share = over(whole(plainMass(wide)), whole(total));
  if (wide.length > 0 && share !== null) {
    const widest = wide.reduce((most, { scatterPpm }) => Math.max(most, scatterPpm), 0);
    const shown = (ppm) => (ppm / 10_000).toFixed(2);
    const facts = { massGrams: Number(plainMass(wide)), scatterPercent: shown(widest), statedPercent: shown(classPpm) };
    found.push(finding('CLASS_SAMPLES_SCATTER', facts, severityOf(share)));
  }
  const coverage = coverageOf(counted, grounds, known, rulesOfClasses(law, lawRows), rangeOf);
  return { found, movable, coverage };
}

/** Reads the rules on the mass of classes. Evidence of before lacks the law. */
function rulesOfClasses(law, lawRows) {
  const isKnown = lawRows.some(({ key }) => key === 'recovery.class-evidence');
  return isKnown ? law('recovery.class-evidence') : undefined;
}

const plainText = (text) => text.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
const wetOf = ({ ppm, moisturePpm }) => BigInt(ppm ?? 0) * BigInt(1_000_000 - moisturePpm);
const isInRun = ({ kind, term }) => (kind === 'feed' || kind === 'output') && /^(opening|closing)_work$/.test(term);

/** Returns the mass of a record of which more lead flatters, negative where less does, and the mass that was lost. */
function flatteredBy({ term, sign, massGrams }) {
  const [way, mass] = [FLATTERING[term], BigInt(sign * massGrams)];
  if (way === 'both') return { flattering: 0n, lost: mass };
  return { flattering: way === undefined ? 0n : way === 'more' ? mass : -mass, lost: 0n };
}

/** Adds up what laboratories saw of a class, each delivery once. */
function seenOfClass(samples, isSupplied) {
  const seen = samples.filter(({ seenMassGrams }) => seenMassGrams !== undefined);
  const deliveries = Map.groupBy(seen, ({ seenManifestNumber, seenMassGrams, sampledAt }) => {
    if (seenManifestNumber) return `paper/${plainText(seenManifestNumber)}`;
    return isSupplied ? '' : `${dayAt(sampledAt)}/${seenMassGrams}`;
  });
  const all = { grams: 0n, lead: 0n, weight: 0n };
  for (const alike of deliveries.values()) {
    const mass = alike.reduce((most, { seenMassGrams }) => Math.max(most, seenMassGrams), 0);
    const each = BigInt(Math.ceil(mass / alike.length));
    all.grams += BigInt(mass);
    all.weight += each * BigInt(alike.length);
    for (const one of alike) all.lead += each * wetOf(one);
  }
  return all;
}

/** Returns the mass of a class that its records show, on the side that shows more. */
function massOfClass(records) {
  const sides = new Map();
  for (const record of records) {
    const { flattering, lost } = flatteredBy(record);
    if ((flattering === 0n && lost === 0n) || (record.sign < 0 && !isInRun(record))) continue;
    const side = isInRun(record) ? `${record.term}/${record.kind}` : flattering < 0n ? 'in' : 'out';
    sides.set(side, (sides.get(side) ?? 0n) + BigInt(record.massGrams));
  }
  return [...sides.values()].reduce((most, one) => (one > most ? one : most), 0n);
}

/** Returns the lead by which records flatter more than with the mean content of what was seen. */
function movedToMean(records, { lead, weight }) {
  if (weight === 0n) return 0n;
  return sumOf([records.filter(isInRun), records.filter((one) => !isInRun(one))], (some) => {
    const beyond = (name) => sumOf(some, (record) => flatteredBy(record)[name] * (wetOf(record) * weight - lead));
    const lost = beyond('lost');
    return (positive(beyond('flattering')) + (lost < 0n ? -lost : lost)) / weight;
  });
}

/** Adds up what the contents of classes are used for, beyond what laboratories saw. */
function coverageOf(records, { classes }, known, rules, rangeOf) {
  const all = { classes: 0, massGrams: 0n, unseenGrams: 0n, lead: 0n };
  if (rules === undefined || rules.seenShareBasisPoints === 0) return all;
  for (const { supplierId, samples } of classes) {
    const strong = samples.filter(({ assayId }) => known.get(assayId)?.weak.length === 0);
    const ids = new Set(strong.map(({ assayId }) => assayId));
    const used = records.filter(({ assayId }) => ids.has(assayId));
    const massGrams = massOfClass(used);
    if (massGrams === 0n) continue;
    const seen = seenOfClass(
      strong.map(({ assayId }) => known.get(assayId).assay),
      supplierId !== null,
    );
    const allowed = (seen.grams * BigInt(10_000 + rules.toleranceBasisPoints)) / BigInt(rules.seenShareBasisPoints);
    const unseen = positive(massGrams - allowed);
    const range = movableLead(used, supplierId === null ? () => ({ minPpm: 0, maxPpm: 1_000_000 }) : rangeOf);
    const lead = (range * unseen + movedToMean(used, seen) * (massGrams - unseen)) / massGrams;
    all.classes += lead > 0n ? 1 : 0;
    all.massGrams += massGrams;
    all.unseenGrams += unseen;
    all.lead += lead;
  }
  return all;
}

/** Finds that the contents of classes are used for more than laboratories saw. */
function findingsOfCoverage({ classes, massGrams, unseenGrams, lead }, { available, expanded }) {
  const [share, limit] = [over(whole(lead), whole(available)), ofNumber(expanded)];
  if (share === null || lead <= 0n) return [];
  const facts = {
    ...{ classes, massGrams: Number(massGrams), unseenGrams: Number(unseenGrams), leadGrams: wholeGrams(lead) },
    ...{ sharePercent: percent(share), limitPercent: percent(limit) },
  };
  return [finding('ASSAYS_COVER_MORE', facts, above(share, limit) ? 'flag' : 'note')];
}

/** Direction in which the content of a term flatters. */
const FLATTERING = {
  ...{ products: 'more', closing_stock: 'more', closing_work: 'more', forwarded: 'more' },
  ...{ received: 'less', without_manifest: 'less', disposal_fed: 'less', opening_stock: 'less', other_feed: 'less' },
  ...{ uncounted_stock: 'less', found_stock: 'less', opening_work: 'less', found_work: 'less' },
  ...{ loss_slag: 'both', loss_sludge: 'both', loss_separators: 'both', loss_dust: 'both', loss_other: 'both' },
};

/** Adds up what weak contents could differ from those stated, within the plausible range of their material. */
function movableLead(weak, rangeOf) {
  const sources = Map.groupBy(
    weak.filter(({ term }) => term !== 'by_products'),
    (one) =>
      one.assayId === null ? `${one.subject}/${one.material}/${one.term}` : `${one.assayId}/${one.ppm}/${isInRun(one)}`,
  );
  let sum = leadOf(weak.filter(({ term }) => term === 'by_products'));
  for (const some of sources.values()) {
    const [{ ppm, moisturePpm }] = some;
    const wet = BigInt(ppm ?? 0) * BigInt(1_000_000 - moisturePpm);
    const ranges = some.map(({ material }) => rangeOf(material));
    const low = BigInt(ranges.reduce((least, { minPpm }) => Math.min(least, minPpm), 1_000_000)) * MILLION;
    const high = BigInt(ranges.reduce((most, { maxPpm }) => Math.max(most, maxPpm), 0)) * MILLION;
    const [down, up] = [positive(wet - low), positive(high - wet)];
    const massOf = (way) =>
      sumOf(
        some.filter(({ term }) => FLATTERING[term] === way),
        ({ sign, massGrams }) => BigInt(sign * massGrams),
      );
    const flattering = massOf('more') - massOf('less');
    sum += flattering > 0n ? flattering * down : -flattering * up;
    sum += positive(massOf('both')) * (down > up ? down : up);
  }
  return sum;
}

/** Judges the balance. */
function findingsOfBalance(of, controls, doubt) {
  const { balance, rates } = leadParts(of);
  const { batteryLead, available, unaccounted } = balance;
  const fed = batteryLead + of('other_feed') || available;
  const headline = lowest(rates.headline);
  if (headline === null || fed < 0n) return [finding('NOTHING_PROCESSED')];
  const gap = over(whole(unaccounted < 0n ? -unaccounted : unaccounted), whole(fed));
  const explained = ofNumber(doubt);
  const isBeyond = (share) => above(gap, share) && above(gap, explained);
  const negative = isBeyond(points(controls.uncertaintyShareBasisPoints));
  return [
    ...when(above(headline, [1n, 1n]), 'RATE_ABOVE_100'),
    ...when(unaccounted < 0n && negative, 'UNACCOUNTED_NEGATIVE'),
    ...when(unaccounted < 0n && !negative, 'UNACCOUNTED_BELOW_ZERO', {}, isBeyond(explained) ? 'flag' : 'note'),
    ...when(isBeyond(points(controls.unaccountedShareBasisPoints)), 'UNACCOUNTED_SHARE_HIGH'),
    ...when(
      above(over(whole(of('other_feed')), whole(fed)), points(controls.otherFeedShareBasisPoints)),
      'OTHER_FEED_SHARE_HIGH',
    ),
  ];
}

const REVIEWED = {
  weak: ['WEAK_EVIDENCE_MATTERS'],
  uncovered: ['ASSAYS_COVER_MORE'],
  counts: ['STOCK_DIFFERS_FROM_BOOKS', 'STOCK_NOT_COUNTED', 'OPEN_RUNS_DIFFER'],
  openRuns: ['OPEN_RUNS'],
  unconfirmed: ['UNCONFIRMED_MASS'],
  atGate: ['LOADS_AT_GATE'],
  onTheWay: ['LOADS_ON_THE_WAY'],
  unobserved: ['STOCK_NOT_OBSERVED'],
  sales: ['SALES_NOT_CONFIRMED'],
};

/** Finds that tolerances together could move the headline by more than its uncertainty. */
function findingsTogether(tolerated, found, { available, expanded }) {
  const raised = new Set(found.filter(({ severity }) => severity !== 'note').map(({ code }) => code));
  const of = Object.fromEntries(
    Object.entries(REVIEWED).map(([name, codes]) => [
      name,
      codes.some((code) => raised.has(code)) ? 0n : positive(tolerated[name] ?? 0n),
    ]),
  );
  const sum = Object.values(of).reduce((all, one) => all + one, 0n);
  const share = over(whole(sum), whole(available));
  const limit = ofNumber(expanded);
  if (!above(share, limit)) return [];
  return [
    finding('TOLERANCES_TOGETHER', {
      ...{ weakGrams: wholeGrams(of.weak), countsGrams: wholeGrams(of.counts), openGrams: wholeGrams(of.openRuns) },
      ...{ unconfirmedGrams: wholeGrams(of.unconfirmed), gateGrams: wholeGrams(of.atGate), leadGrams: wholeGrams(sum) },
      // Evidence of before does not state it.
      ...(tolerated.unobserved !== undefined && { unobservedGrams: wholeGrams(of.unobserved) }),
      ...(tolerated.onTheWay !== undefined && { wayGrams: wholeGrams(of.onTheWay) }),
      ...(tolerated.uncovered !== undefined && { uncoveredGrams: wholeGrams(of.uncovered) }),
      ...(tolerated.sales !== undefined && { salesGrams: wholeGrams(of.sales) }),
      ...{ sharePercent: percent(share), limitPercent: percent(limit) },
    }),
  ];
}

const BATTERY_WASTE = '900-052-31';

/** Lead of mass without an independent weighing, and of loads at the gate, at the greatest content of batteries. Evidence of before counts growth. */
function toleratedMass(records, gates, { law, lawRows, maxPpm }) {
  const { own, less, sent } = unconfirmedIn(records);
  const leadAt = ({ ppm, sign, massGrams, moisturePpm, leadPicograms }) =>
    ppm === null ? BigInt(sign) * leadIn(massGrams, maxPpm, moisturePpm) : BigInt(leadPicograms);
  const unconfirmed = sumOf([...own, ...less, ...sent], leadAt);
  const [opening, closing] = [gates.at(0), gates.at(-1)];
  if (!opening || !closing) return { unconfirmed, atGate: 0n };
  const isKnown = lawRows.some(({ key }) => key === 'recovery.gate-loads');
  if (isKnown && law('recovery.gate-loads').scope === 'closing') {
    return { unconfirmed, atGate: leadIn(closing.massGrams, maxPpm, 0) };
  }
  const left = Math.max(0, opening.massGrams - closing.waitedGrams);
  const more = Math.max(0, closing.massGrams - closing.waitedGrams - left);
  return { unconfirmed, atGate: leadIn(closing.waitedGrams + more, maxPpm, 0) };
}

/** Reads the rules on stock that no authority saw, as far as the law of the evidence has them. */
function rulesOfUnseen(law, lawRows) {
  const of = ['stock-observation', 'unobserved-stock', 'unobserved-items', 'unobserved-sites'];
  const keys = of.map((name) => `recovery.${name}`);
  const known = keys.filter((key) => lawRows.some((row) => row.key === key));
  return Object.assign({}, ...known.map((key) => law(key)));
}

/** Finds output that left and that no independent receiver confirmed. Evidence of before has no law about it. */
function findingsOfSales({ sales }, { law, lawRows, period, available, expanded }) {
  const isKnown = lawRows.some(({ key }) => key === 'recovery.unconfirmed-sales');
  if (!isKnown) return { contradicted: [], found: [], lead: undefined };
  if (law('recovery.unconfirmed-sales').sales === 'believed') return { contradicted: [], found: [], lead: 0n };
  demand(sales !== undefined, 'grounds.json has no sales', 'grounds.json 缺少出厂记录');
  const { deliveries, massGrams, confirmedGrams, unconfirmed, contradicted } = sales;
  const isOfPeriod = lawRows.some(({ key, value }) => key === 'recovery.sale-receipts' && value.receipts === 'period');
  demand(
    sales.receivedUntil === (isOfPeriod ? lastDay(period) : undefined),
    'the sales in grounds.json count receipts of another day',
    'grounds.json 出厂记录所计收货确认的截止日期不符',
  );
  const open = plainMass(unconfirmed);
  demand(
    open <= BigInt(massGrams - confirmedGrams),
    'the sales in grounds.json do not add up',
    'grounds.json 的出厂重量不平',
  );
  const lead = sumOf(unconfirmed, (one) => leadIn(one.massGrams, one.ppm ?? 1_000_000, one.moisturePpm));
  const [share, limit] = [over(whole(lead), whole(available)), ofNumber(expanded)];
  const isFound = lead > 0n && share !== null;
  const facts = {
    ...{ deliveries, massGrams, confirmedGrams, leadGrams: wholeGrams(lead) },
    ...(isFound && { sharePercent: percent(share), limitPercent: percent(limit) }),
  };
  return {
    lead,
    contradicted: when(contradicted.deliveries > 0, 'SALES_CONTRADICTED', contradicted),
    found: when(isFound, 'SALES_NOT_CONFIRMED', facts, above(share, limit) ? 'flag' : 'note'),
  };
}

/** Adds up what left own sites that do not recycle for other organisations. Evidence of before has no law about it. */
function sentFromOthers({ elsewhere = [] }, { law, lawRows }) {
  const isKnown = lawRows.some(({ key }) => key === 'recovery.unconfirmed-sites');
  if (!isKnown || law('recovery.unconfirmed-sites').sites !== 'all') return { massGrams: 0, lead: 0n };
  for (const { sent, siteId } of elsewhere) {
    demand(
      sent !== undefined,
      `grounds.json has no loads of site ${siteId}`,
      `grounds.json 缺少场所 ${siteId} 转出的货物`,
    );
  }
  return {
    massGrams: elsewhere.reduce((sum, { sent }) => sum + sent.massGrams, 0),
    lead: sumOf(elsewhere, ({ sent }) => BigInt(sent.lead)),
  };
}

/** Finds loads on the way to own sites at the end. Evidence of before has no law about them. */
function findingsOfWay({ onTheWay }, { law, lawRows, maxPpm, available, expanded }) {
  const isKnown = lawRows.some(({ key }) => key === 'recovery.loads-on-the-way');
  if (!isKnown) return { found: [], lead: undefined };
  if (law('recovery.loads-on-the-way').loads === 'believed') return { found: [], lead: 0n };
  demand(onTheWay !== undefined, 'grounds.json has no loads on the way', 'grounds.json 缺少期末在途货物');
  const { loads, massGrams } = onTheWay;
  const lead = leadIn(massGrams, maxPpm, 0);
  const [share, limit] = [over(whole(lead), whole(available)), ofNumber(expanded)];
  if (lead <= 0n || share === null) return { found: [], lead };
  const shares = { sharePercent: percent(share), limitPercent: percent(limit) };
  const facts = { loads, massGrams, leadGrams: wholeGrams(lead), ...shares };
  return { lead, found: [finding('LOADS_ON_THE_WAY', facts, above(share, limit) ? 'flag' : 'note')] };
}

/** Finds again everything that must be found about the rate of lead. */
function findingsOfLead(snapshot, records, { of, law, lawRows, budgets, grounds }) {
  const { period } = snapshot.assessment;
  const controls = law('recovery.lead-controls');
  const limits = law('recovery.evidence-limits');
  const ranges = law('recycling.content-ranges');
  const rangeOf = (material) => ranges.find((one) => one.material === material) ?? { minPpm: 0, maxPpm: 1_000_000 };
  const classPpm = law('recovery.uncertainties').contents.batteries.supplier_class ?? 0;
  const { maxPpm } = rangeOf(BATTERY_WASTE);
  const { balance } = leadParts(of);
  const { available } = balance;
  const gaps = gapsOfLead(records, grounds.stock, controls);
  const same = (snapshot.evaluation.rates !== null) === gaps.computable;
  demand(same, 'the rates do not follow from the records', '指标与记录不符');
  const fed = balance.batteryLead + of('other_feed');
  const runs = findingsOfRuns(records, grounds.stock, { fed, controls, limits });
  const rules = rulesOfUnseen(law, lawRows);
  const sent = sentFromOthers(grounds.stock, { law, lawRows });
  const counts = findingsOfCounts(grounds.stock, rules.items === 'all');
  const evidence = findingsOfEvidence(records, { law, lawRows, rangeOf, grounds, available, classPpm });
  const expanded = budgets.get('headline')?.expanded ?? 0;
  const sales = findingsOfSales(grounds, { law, lawRows, period, available, expanded });
  const limited = [
    ...runs.faults,
    ...sales.contradicted,
    ...counts.found,
    ...runs.said,
    ...findingsOfTerms(records, { ...grounds.circumstances, elsewhereGrams: sent.massGrams }, law),
    ...findingsOfReview(records, { of, law, rangeOf, grounds, period }),
    ...evidence.found,
  ];
  const tolerated = {
    ...{ weak: evidence.movable, counts: counts.favour, openRuns: runs.closing },
    ...toleratedMass(records, grounds.circumstances.gates, { law, lawRows, maxPpm }),
  };
  tolerated.unconfirmed += sent.lead;
  const unseen = findingsOfUnseen(records, { grounds, available, expanded, ...rules });
  if (rules.growth !== undefined) tolerated.unobserved = unseen.unobserved;
  const way = findingsOfWay(grounds.circumstances, { law, lawRows, maxPpm, available, expanded });
  if (way.lead !== undefined) tolerated.onTheWay = way.lead;
  const covered = findingsOfCoverage(evidence.coverage, { available, expanded });
  if (rulesOfClasses(law, lawRows) !== undefined) tolerated.uncovered = evidence.coverage.lead;
  if (sales.lead !== undefined) tolerated.sales = sales.lead;
  const limit = limits.expandedUncertaintyBasisPoints / 10_000;
  const shown = { expandedPoints: (100 * expanded).toFixed(2), limitPoints: (100 * limit).toFixed(2) };
  const doubt = budgets.get('unaccountedShare')?.expanded ?? 0;
  const ofRate = [
    ...unseen.found,
    ...way.found,
    ...sales.found,
    ...covered,
    ...findingsOfLate(grounds.circumstances, { law, lawRows, available, expanded }),
    ...findingsTogether(tolerated, [...limited, ...unseen.found, ...way.found, ...sales.found, ...covered], {
      available,
      expanded,
    }),
    ...findingsOfBalance(of, controls, doubt),
    ...when(expanded > limit, 'UNCERTAINTY_HIGH', shown),
  ];
  const before = limited.slice(0, limited.length - evidence.found.length);
  // Of gaps and evidence each finding is a group of its own: their order is the one in which they are found.
  return [
    when(Date.parse(snapshot.takenAt) < spanOf(period).to, 'PERIOD_IN_PROGRESS'),
    ...gaps.found.map((one) => [one]),
    before,
    ...evidence.found.map((one) => [one]),
    gaps.computable ? ofRate : [],
    findingsOfMonths(grounds.months),
  ];
}

const NO_RATE = ['STOCK_COUNT_MISSING', 'NOTHING_PROCESSED'];

function findingsOfMonths(judged) {
  const months = judged.flatMap(({ period, findings }) => {
    const blocks = findings.filter(({ severity, code }) => severity === 'block' && !NO_RATE.includes(code));
    return blocks.length === 0 ? [] : [`${period} ${[...new Set(blocks.map(({ code }) => code))].join(', ')}`];
  });
  return when(months.length > 0, 'MONTHS_BLOCKED', { months });
}

/** Finds again what must be found about a figure by mass, besides that of lead. */
function findingsOfMass(id, mass, { fractions, law, lawRows, grounds, period }) {
  const { sums, measured, so4Share } = mass;
  const fed = fractions.filter(({ of }) => of === 'fed');
  const others = fractions.filter(({ of }) => of === 'fraction');
  const values = [...measured.values()].map((one) => one?.value ?? null);
  const acid = positive(sums.acid) < positive(sums.sulphur_fed) ? positive(sums.acid) : positive(sums.sulphur_fed);
  const room = times(whole(positive(sums.sulphur_fed) - acid), so4Share);
  const limited = positive(sums.acid) > positive(sums.sulphur_fed) || above(whole(positive(sums.sulphate)), room);
  const open = others.filter(({ fate, fraction }) => fate === 'unconfirmed' && fraction !== 'lead');
  const unknown = others.filter(({ fate, contentPpm }) => fate === 'material' && contentPpm === null);
  const isAssumed = ({ basis }) => basis === 'assumed' || basis === 'declared_default';
  const assumed = fed.filter(({ water, sulphuricAcid }) => isAssumed(water) || isAssumed(sulphuricAcid));
  const { waterMaxPpm, sulphurMaxPpm } = law('recycling.battery-composition');
  const impossible = fed.filter(
    ({ water, sulphuricAcid }) => water.ppm > waterMaxPpm || sulphuricAcid.ppm > sulphurMaxPpm,
  );
  const { numbered, late, analyses } = grounds.fractions;
  const facts = (some, grams) => ({ records: some.length, massGrams: grams });
  return [
    ...when(
      values.some((value) => above(value, [1n, 1n])),
      'MASS_RATE_ABOVE_100',
    ),
    ...when(limited && values[0] !== null, 'SULPHUR_LIMITED'),
    ...when(open.length > 0, 'FRACTIONS_UNCONFIRMED', facts(open, signedMass(open))),
    ...when(unknown.length > 0, 'FRACTION_CONTENT_MISSING', { records: unknown.length }),
    ...when(assumed.length > 0, 'SHARES_ASSUMED', { massGrams: signedMass(assumed) }),
    ...findingsOfUses(id, mass, { fractions, law, lawRows, grounds }),
    ...when(numbered.records > 0, 'CONFIRMATION_WITHOUT_FILE', numbered),
    ...when(late > 0, 'CONFIRMED_LATER', { records: late }),
    ...when(impossible.length > 0, 'COMPOSITION_IMPLAUSIBLE', facts(impossible, Number(plainMass(impossible)))),
    ...findingsOfAnalyses(others, fed, { analyses, law, lawRows }),
    ...when(id !== 'comprehensive-recovery' && !/^\d{4}$/.test(period), 'PART_OF_YEAR'),
  ];
}

/** Returns true when receivers must confirm uses. Evidence of before has no law about it. */
const usesAreConfirmed = (law, lawRows) =>
  lawRows.some(({ key }) => key === 'recovery.unconfirmed-uses') &&
  law('recovery.unconfirmed-uses').uses === 'confirmed';

/** Finds used mass that no independent receiver confirmed, by how far it lifts the figures. */
function findingsOfUses(id, { sums, measured, so4Share, hasRates }, { fractions, law, lawRows, grounds }) {
  if (!usesAreConfirmed(law, lawRows)) return [];
  const known = new Map(fractions.filter(({ of }) => of === 'fraction').map((one) => [one.id, one]));
  const { uses } = grounds.fractions;
  demand(uses !== undefined, 'grounds.json has no uses', 'grounds.json 缺少综合利用确认情况');
  if (!hasRates || uses.length === 0) return [];
  const open = uses.map(({ recordId, massGrams }) => ({ ...known.get(recordId), massGrams }));
  const isUsed = open.every(({ fate, massGrams }) => fate === 'material' && massGrams > 0);
  demand(isUsed, 'the uses in grounds.json are of no used mass', 'grounds.json 的综合利用与记录不符');
  const less = { ...sums };
  for (const { term, mass } of massParts(id, [], open, law('recovery.uncertainties'))) less[term] -= mass;
  const moved = [...measured].flatMap(([figure, shown]) => {
    const without = massRate(id, figure, less, so4Share);
    if (!shown || without === null) return [];
    const [share, limit] = [minus(shown.value, without), ofNumber(shown.budget.expanded)];
    return isLess([0n, 1n], share) ? [{ share, limit, beyond: above(share, limit) }] : [];
  });
  const worst = moved.find(({ beyond }) => beyond) ?? moved[0];
  if (worst === undefined) return [];
  const facts = {
    ...{ records: open.length, massGrams: Number(plainMass(open)) },
    ...{ sharePercent: percent(worst.share), limitPercent: percent(worst.limit) },
  };
  return [finding('USES_NOT_CONFIRMED', facts, worst.beyond ? 'flag' : 'note')];
}

/** Compares the uses in the grounds with what receivers that delivered nothing themselves confirmed in the period. */
function checkUses({ uses }, fractions, chains, closedOn) {
  if (uses === undefined) return;
  const open = new Map(uses.map(({ recordId, massGrams }) => [recordId, massGrams]));
  const used = fractions.filter(({ of, fate }) => of === 'fraction' && fate === 'material');
  for (const some of Map.groupBy(used, ({ subject }) => subject).values()) {
    const [{ subject, batchId }] = some;
    const told = entriesOf(chains, subject, 'disposition.confirmed');
    const replaced = new Set(told.map(({ replacesId }) => replacesId));
    const left = entriesOf(chains, `batch:${batchId}`).find((one) => `disposition:${one.id}` === subject);
    const confirmed = told.filter(
      (one) =>
        !replaced.has(one.id) &&
        one.useFate === 'material' &&
        one.confirmedOn <= closedOn &&
        one.confirmedById === left?.receiverId &&
        one.confirmedById !== one.partyId,
    );
    const rest = positive(plainMass(some) - plainMass(confirmed));
    const stated = some.reduce((sum, { id }) => sum + BigInt(open.get(id) ?? 0), 0n);
    demand(
      stated === rest,
      `the use of ${subject} is confirmed for another mass than grounds.json states`,
      `${subject} 经接收方确认的利用量与 grounds.json 不符`,
    );
  }
}

/** Finds weak analyses, by the mass that they add to a rate or take out of its base. */
function findingsOfAnalyses(others, fed, { analyses, law, lawRows }) {
  const known = new Map(analyses.map((one) => [one.analysisId, one]));
  const used = others.filter(({ fate }) => fate === 'material');
  const ids = [
    ...new Set(
      [
        ...used.map(({ assayId }) => assayId),
        ...fed.flatMap(({ water, sulphuricAcid }) => [water.assayId, sulphuricAcid.assayId]),
      ].filter((id) => id !== null),
    ),
  ];
  const where = (holds) => ids.filter((id) => holds(known.get(id)));
  for (const id of ids) demand(known.has(id), `analysis:${id} has no grounds`, `analysis:${id} 缺少判定依据`);
  const { movableShareBasisPoints } = law('recovery.weak-evidence');
  const confirmed = law('recovery.laboratory-evidence').certificates === 'confirmed';
  const denied = where((one) => one.deniedBefore || ['contradicted', 'disowned'].includes(one.outcome));
  const own = where((one) => one.own);
  const open = where((one) => confirmed && !one.own && [null, 'withdrawn'].includes(one.outcome));
  const sampled = onlySampled(law, lawRows);
  const delivered = where(
    (one) => sampled && !one.own && one.outcome === 'confirmed' && one.sampledByLaboratory !== true,
  );
  const shared = where((one) => confirmed && one.shared);
  const anyWeak = [...open, ...delivered, ...own];
  const massOf = ({ sign, massGrams }) => BigInt(sign) * BigInt(massGrams);
  const dry = sumOf(fed, (one) => massOf(one) * (MILLION - BigInt(one.water.ppm)) * MILLION);
  const sulphurIn = (some) => sumOf(some, (one) => massOf(one) * BigInt(one.sulphuricAcid.ppm) * MILLION);
  const out = sumOf(used, (one) =>
    one.contentPpm === null ? 0n : massOf(one) * BigInt(one.contentPpm) * BigInt(one.sulphuricAcidPpm),
  );
  const within = (limit) => positive(out < limit ? out : limit);
  const movedBy = (weak) => {
    const relies = (id) => id !== null && weak.has(id);
    const counted = sumOf(
      used.filter(({ assayId, contentPpm }) => relies(assayId) && contentPpm !== null),
      (one) => massOf(one) * BigInt(one.contentPpm) * BigInt(one.factorPpm),
    );
    const wet = sumOf(
      fed.filter(({ water }) => relies(water.assayId)),
      (one) => massOf(one) * BigInt(one.water.ppm) * MILLION,
    );
    const all = sulphurIn(fed);
    const weakly = sulphurIn(fed.filter(({ sulphuricAcid }) => relies(sulphuricAcid.assayId)));
    return counted + wet + within(all) - within(all - weakly);
  };
  const limit = points(movableShareBasisPoints);
  const said = (code, count, weak) => {
    const share = over(whole(movedBy(new Set(weak))), whole(dry));
    if (count === 0 || share === null) return [];
    const facts = { records: count, sharePercent: percent(share), limitPercent: percent(limit) };
    return [finding(code, facts, above(share, limit) ? 'flag' : 'note')];
  };
  return [
    ...when(denied.length > 0, 'ANALYSES_CONTRADICTED', { records: denied.length }),
    ...said('ANALYSES_NOT_CONFIRMED', open.length, anyWeak),
    ...said('ANALYSES_OF_DELIVERED_SAMPLES', delivered.length, anyWeak),
    ...said('ANALYSES_OF_OWN_LABORATORY', own.length, anyWeak),
    ...said('ANALYSES_SHARE_CERTIFICATE', shared.length, [...shared, ...anyWeak]),
  ];
}

const FINDING = canonical(['code', 'detail', 'facts', 'severity', 'title']);

/** Requires that findings have their form, so that a damaged one is named by its place. */
function checkFindingForms({ evaluation, methods = [], dioxin = null }, path) {
  const lists = [['lead-recovery', evaluation], ...methods.map((one) => [one.method, one])];
  if (dioxin !== null) lists.push(['dioxin', dioxin]);
  for (const [where, { findings }] of lists) {
    for (const [at, one] of findings.entries()) {
      const isFinding = typeof one === 'object' && one !== null && canonical(Object.keys(one).toSorted()) === FINDING;
      const hasTexts = isFinding && [one.title, one.detail].every((text) => typeof text === 'string' && text !== '');
      demand(
        hasTexts && typeof one.code === 'string' && typeof one.facts === 'object' && one.facts !== null,
        `finding ${at + 1} of ${where} in ${path} is damaged`,
        `${path} 中 ${where} 的第 ${at + 1} 项提示事项已损坏`,
      );
    }
  }
}

/**
 * Compares the findings that were frozen with those that there must be, in groups one after the other. Words are those of the
 * code and not compared.
 */
function compareFindings(frozen, groups, where) {
  const plainOf = ({ code, severity, facts }) => canonical({ code, severity, facts });
  const left = groups.flatMap((group, rank) =>
    group.map((one) => ({ code: one.code, rank, text: plainOf(JSON.parse(JSON.stringify(one))) })),
  );
  let reached = 0;
  const seen = new Set();
  for (const one of frozen) {
    const at = left.findIndex(({ text }) => text === plainOf(one));
    demand(
      at !== -1 || !seen.has(plainOf(one)),
      `the finding ${one.code} of ${where} is there twice`,
      `${where} 的提示事项 ${one.code} 重复`,
    );
    seen.add(plainOf(one));
    const known = at !== -1;
    demand(
      known,
      `the finding ${one.code} of ${where} does not follow from the records`,
      `${where} 的提示事项 ${one.code} 与记录不符`,
    );
    const [{ rank }] = left.splice(at, 1);
    demand(
      rank >= reached,
      `the finding ${one.code} of ${where} is in another order`,
      `${where} 的提示事项 ${one.code} 次序不符`,
    );
    reached = rank;
  }
  const [missing] = left;
  demand(
    missing === undefined,
    `the finding ${missing?.code} of ${where} is missing`,
    `${where} 缺少提示事项 ${missing?.code}`,
  );
}

/** Returns the standard deviation of samples, parts per million of the mass as weighed, rounded up. */
function scatterOf(samples) {
  if (samples.length < 2) return 0;
  const wet = samples.map(({ ppm, moisturePpm }) => (ppm * (1_000_000 - moisturePpm)) / 1_000_000);
  const mean = wet.reduce((sum, one) => sum + one, 0) / wet.length;
  return Math.ceil(Math.sqrt(wet.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (wet.length - 1)));
}

/** Compares the scatter of each class with its samples, and these with the entries that made them. */
function checkClasses(records, { classes }, chains, areBound) {
  const classOf = new Map(classes.flatMap((one) => one.samples.map(({ assayId }) => [assayId, one])));
  for (const { id, basis, assayId, scatterPpm = 0 } of records.filter(({ basis }) => basis === 'supplier_class')) {
    const found = classOf.get(assayId);
    const same = basis === 'supplier_class' && found !== undefined && scatterOf(found.samples) === scatterPpm;
    demand(same, `the scatter of the record ${id} is not that of its samples`, `记录 ${id} 的离散程度与样品不符`);
  }
  const isLeftOut = ({ basis, assayId }) => areBound && basis === 'product' && !classOf.has(assayId);
  demand(!records.some(isLeftOut), 'a class of a material was left out', '缺少同类物料的样品');
  if (chains === null) return;
  for (const { supplierId, material = null, batteryKind, period, samples } of classes) {
    for (const { assayId, ppm, moisturePpm, sampledAt } of samples) {
      const [entry] = entriesOf(chains, `assay:${assayId}`, 'assay.recorded');
      const same =
        entry?.basis === (supplierId === null ? 'product' : 'supplier_class') &&
        (entry.supplierId ?? null) === supplierId &&
        (entry.material ?? null) === material &&
        (entry.batteryKind ?? null) === batteryKind &&
        entry.ppm === ppm &&
        entry.moisturePpm === moisturePpm &&
        Date.parse(entry.at) === Date.parse(sampledAt) &&
        monthAt(sampledAt).month === period;
      demand(same, `the sample assay:${assayId} differs from its entry`, `样品 assay:${assayId} 与日志条目不符`);
    }
  }
}

/** Members of the grounds. Evidence of before lacks those in brackets. */
const GROUNDS = {
  '': 'assays circumstances classes dioxin fractions months [qualifications] [sales] stock',
  assays:
    'assayId basis [certificate] deniedBefore firstAt hasCertificate hasNumber hasStoredCertificate laboratory laboratoryKind material moisturePpm partyName ppm [present] recordedAt replaces sampledAt [sampledByLaboratory] [seenManifestNumber] [seenMassGrams] sharesCertificate',
  classes: 'batteryKind [material] period samples supplierId',
  circumstances: 'gates [late] loneManifests oldGrams [onTheWay] withoutManifestGrams',
  'circumstances.onTheWay': 'loads massGrams',
  dioxin: 'isOver law measurements operated produced year',
  fractions: 'analyses late numbered [uses]',
  'fractions.analyses': 'analysisId deniedBefore outcome own [present] [sampledByLaboratory] shared',
  'fractions.uses': 'massGrams recordId',
  months: 'findings period',
  qualifications: 'laboratoryId qualificationId validFrom validTo withdrawnOn',
  sales: 'confirmedGrams contradicted deliveries massGrams [receivedUntil] unconfirmed',
  'sales.contradicted': 'deliveries dispositionId massGrams receivedGrams',
  'sales.unconfirmed': 'massGrams material moisturePpm ppm',
  stock: 'counts [elsewhere] missingCounts productGrams runs',
  'stock.elsewhere': 'countedOn held items missing observation open [sent] siteId siteName',
};

/** Members by which the elements of a list of the grounds are told apart. */
const GROUNDS_KEYS = {
  assays: ['assayId'],
  classes: ['supplierId', 'material', 'batteryKind', 'period'],
  'dioxin.measurements': ['id'],
  'dioxin.operated': ['siteId'],
  'dioxin.produced': ['siteId'],
  'fractions.analyses': ['analysisId'],
  'fractions.uses': ['recordId'],
  months: ['period'],
  qualifications: ['qualificationId'],
  'sales.unconfirmed': ['material', 'ppm', 'moisturePpm'],
  'stock.counts': ['siteId', 'countedOn'],
  'stock.elsewhere': ['siteId'],
  'stock.runs': ['runId', 'countedOn'],
};

/** Refuses members that the grounds do not have, elements that are there twice, and assays of no record. */
function checkGroundsForm(grounds, records) {
  const at = (path) => path.split('.').reduce((value, name) => (name === '' ? value : value?.[name]), grounds);
  const fault = (path) => [`grounds.json has another form at ${path}`, `grounds.json 在 ${path} 处格式不符`];
  for (const [path, text] of Object.entries(GROUNDS)) {
    const known = text.split(' ').map((name) => [name.replaceAll(/[[\]]/g, ''), !name.startsWith('[')]);
    for (const one of [at(path) ?? []].flat()) {
      const names = new Set(Object.keys(one));
      const whole = known.every(([name, isNeeded]) => names.delete(name) || !isNeeded);
      demand(whole && names.size === 0, ...fault(path || '/'));
    }
  }
  for (const [path, names] of Object.entries(GROUNDS_KEYS)) {
    const keys = (at(path) ?? []).map((one) => canonical(names.map((name) => one[name] ?? null)));
    demand(new Set(keys).size === keys.length, ...fault(path));
  }
  const samples = grounds.classes.flatMap((one) => one.samples.map(({ assayId }) => assayId));
  demand(new Set(samples).size === samples.length, ...fault('classes'));
  const named = new Set([...records.map(({ assayId }) => assayId), ...samples]);
  demand(
    grounds.assays.every(({ assayId }) => named.has(assayId)),
    ...fault('assays'),
  );
}

/** Compares the grounds of findings with the entries of assays, analyses and counts, and with the law. */
function checkGrounds(grounds, { records, fractions, chains, lawRows, uscc, day }) {
  const known = new Map(grounds.assays.map((one) => [one.assayId, one]));
  for (const { assayId, certificate, id } of records.filter((one) => one.assayId !== null)) {
    const assay = known.get(assayId);
    demand(assay !== undefined, `assay:${assayId} has no grounds`, `assay:${assayId} 缺少判定依据`);
    const same = assay.certificate === certificate;
    demand(same, `the grounds of the record ${id} differ from it`, `记录 ${id} 与其判定依据不符`);
  }
  const areBound = lawRows.some(({ key }) => key === 'recovery.class-evidence');
  checkClasses(records, grounds, chains, areBound);
  for (const { countedOn, tolerance, counted } of grounds.stock.counts) {
    for (const [key, value] of [
      ['recovery.stock-tolerance', tolerance],
      ['recovery.counted-content', counted],
    ]) {
      const same = sameLaw(lawRows, key, countedOn, value);
      demand(same, `the law ${key} of a count is another`, `盘点所用法定参数 ${key} 不符`);
    }
  }
  if (chains === null) return;
  const fault = (subject) => [`the grounds of ${subject} differ from its entry`, `${subject} 的判定依据与日志条目不符`];
  checkPresent(grounds.assays, records, chains);
  checkLate(grounds.circumstances, chains, lawRows);
  checkUses(grounds.fractions, fractions ?? [], chains, day);
  for (const assay of grounds.assays) {
    const subject = `assay:${assay.assayId}`;
    const [entry] = chains.get(subject) ?? [];
    demand(entry?.kind === 'assay.recorded' && sameAssay(assay, entry), ...fault(subject));
    const took = tookSample(chains, 'assay', assay.assayId, grounds.qualifications ?? []);
    demand((assay.sampledByLaboratory ?? false) === took, ...fault(subject));
    const { seenMassGrams, seenManifestNumber = null } = assay;
    const told = canonical(seenMassGrams === undefined ? [] : [seenMassGrams, seenManifestNumber]);
    const seen = areBound ? seenBy(chains, 'assay', assay.assayId, grounds.qualifications ?? []) : canonical([]);
    demand(told === seen, ...fault(subject));
  }
  for (const { analysisId, outcome, present, sampledByLaboratory = false } of grounds.fractions.analyses) {
    const now = { present, tolerance: sampledMassIn(lawRows) };
    const stated = outcomeOf(chains, 'analysis', analysisId, grounds.qualifications ?? [], now);
    const took = tookSample(chains, 'analysis', analysisId, grounds.qualifications ?? []);
    demand(outcome === (stated ?? null) && sampledByLaboratory === took, ...fault(`analysis:${analysisId}`));
  }
  for (const { countId, lines } of grounds.stock.counts) {
    const subject = `stock-count:${countId}`;
    const plainOf = (some) => canonical(some.map(({ item, massGrams, leadPpm }) => ({ item, massGrams, leadPpm })));
    const told = entriesOf(chains, subject, 'stock.counted');
    demand(
      told.some((one) => plainOf(one.lines) === plainOf(lines)),
      ...fault(subject),
    );
  }
  checkObservations(grounds.stock, chains, lawRows);
  // Loads of which one organisation is consignor, carrier and receiver.
  const lone = new Set(
    records.flatMap(({ subject }) => {
      const document = entriesOf(chains, subject).findLast((one) => one.document)?.document;
      if (document === undefined) return [];
      const [first, ...others] = ['consignor', 'carrier', 'receiver'].map((role) => document[role].uscc);
      return others.every((one) => one === first) && first === uscc ? [subject] : [];
    }),
  );
  const sameLoads = uscc === null || lone.size === grounds.circumstances.loneManifests;
  demand(sameLoads, 'the loads of one organisation are others', '同一单位承运、移出和接受的联单数不符');
  const listed = new Set(grounds.fractions.analyses.map(({ analysisId }) => analysisId));
  demand(fractions === null || listed.size === grounds.fractions.analyses.length, ...fault('analyses'));
}

/** Compares what authorities saw with the entries that they made. A visit too far from the day of its count is evidence for nothing. */
function checkObservations({ counts, elsewhere = [] }, chains, lawRows) {
  const row = lawRows.find(({ key }) => key === 'recycling.stock-observation');
  const isOfAnotherDay = ({ observedOn, countedOn }) =>
    row !== undefined &&
    row.validFrom <= countedOn &&
    (row.validTo === null || countedOn < row.validTo) &&
    Math.abs(Date.parse(observedOn) - Date.parse(countedOn)) > row.value.days * 86_400_000;
  const told = [...chains.keys()].flatMap((subject) => entriesOf(chains, subject, 'stock.observed'));
  const replaced = new Set(told.map(({ replacesId }) => replacesId));
  const valid = told.filter(({ id, lines }) => !replaced.has(id) && lines.length > 0);
  const plainOf = ({ id, countId, observedOn, reportNumber, lines }) => {
    const seen = lines.map(({ item, massGrams }) => ({ item, massGrams }));
    return canonical({ observationId: id, countId, observedOn, reportNumber, lines: seen });
  };
  for (const { countId, siteId, countedOn, observation } of [...counts, ...elsewhere]) {
    const own = valid.find((one) => one.siteId === siteId && one.countedOn === countedOn && !isOfAnotherDay(one));
    demand(
      canonical(observation ?? null) === (own === undefined ? 'null' : plainOf(own)),
      `the observation of ${countId ? `stock-count:${countId}` : `site ${siteId}`} differs from its entry`,
      `${countId ? `盘点 stock-count:${countId}` : `场所 ${siteId}`} 的监盘与日志条目不符`,
    );
  }
}

function sameAssay(assay, { payload, occurredAt, recordedAt }) {
  const { certificateNumber, certificateSha256, certificateFileId, replacesId } = payload;
  const has = (...some) => some.some((one) => one !== null && one !== undefined);
  const stated = {
    ...{ basis: payload.basis, ppm: payload.ppm, moisturePpm: payload.moisturePpm, laboratory: payload.laboratory },
    ...{ laboratoryKind: payload.laboratoryKind ?? null, replaces: has(replacesId), hasNumber: has(certificateNumber) },
    ...{ hasCertificate: has(certificateNumber, certificateSha256, certificateFileId) },
    ...{ hasStoredCertificate: has(certificateFileId) },
  };
  const dated =
    Date.parse(assay.sampledAt) === Date.parse(occurredAt) && Date.parse(assay.recordedAt) === Date.parse(recordedAt);
  return dated && Object.entries(stated).every(([name, value]) => assay[name] === value);
}

/** Finds again everything that must be found, of the rate of lead and of each method. */
function checkFindings(snapshot, { records, fractions, chains, lawRows, grounds, ...computed }) {
  const { evaluation, assessment, methods } = snapshot;
  const day = lastDay(assessment.period);
  const law = (key) => lawOf(lawRows, key, day);
  checkGrounds(grounds, { records, fractions, chains, lawRows, uscc: snapshot.enterprise.uscc, day });
  const { of, budgets, masses } = computed;
  const expected = findingsOfLead(snapshot, records, { of, law, lawRows, budgets, grounds });
  compareFindings(evaluation.findings, expected, 'lead-recovery');
  for (const { method, inForce, findings } of methods) {
    const mass = masses.get(method);
    const read = { fractions, law, lawRows, grounds, period: assessment.period };
    const more = mass ? findingsOfMass(method, mass, read) : [];
    compareFindings(findings, inForce ? [...expected, more] : [], method);
  }
  return evaluation.findings.length;
}

const FEMTOGRAMS = 10n ** 15n;

/** Returns the release of a measurement: exact fractions of femtograms TEQ. */
function releaseOf(one, baseline, { factors, limitFemtograms, referenceCubicMetres }) {
  const count = BigInt(one.samples.length);
  const sum = (of) => sumOf(one.samples, of);
  const [hours, product] = [BigInt(one.operatingHours), BigInt(one.productGrams)];
  const concentration = over(whole(sum((sample) => BigInt(sample.femtogramsPerCubicMetre))), whole(count)) ?? zero;
  const gas = sum((sample) => BigInt(sample.cubicMetresPerHour)) * hours * MILLION;
  const exhaust = over(whole(gas), whole(count * product * BigInt(referenceCubicMetres)));
  const reference = above(exhaust, [1n, 1n]) ? times(concentration, exhaust) : concentration;
  const hourly = sum((sample) => BigInt(sample.femtogramsPerCubicMetre) * BigInt(sample.cubicMetresPerHour));
  const measured = over(whole(hourly * hours), whole(count)) ?? zero;
  const byClass = (code) => {
    const factor = factors.find((row) => row.code === code);
    return factor === undefined ? null : whole(BigInt(factor.nanogramsPerTonne) * product);
  };
  return {
    ...{ one, baseline, concentration, reference, exhaust, measured },
    withinLimit: !isLess(whole(BigInt(limitFemtograms)), reference),
    perGram: over(measured, whole(product)),
    byFactor: byClass(one.technologyClass),
    baselineByFactor: byClass(baseline.technologyClass),
  };
}

/** Returns the release of each outlet and furnace by its last measurement of the year, with those before it. */
function releasesOf({ measurements, year, law }) {
  const sorted = measurements.toSorted(
    (a, b) => Date.parse(a.sampledAt) - Date.parse(b.sampledAt) || (a.id < b.id ? -1 : 1),
  );
  const places = Map.groupBy(sorted, ({ siteId, outlet, furnace }) => JSON.stringify([siteId, outlet, furnace]));
  return [...places.values()].flatMap((all) => {
    const during = all.filter(({ sampledAt }) => monthAt(sampledAt).month.slice(0, 4) === year);
    const releases = during.map((one) => releaseOf(one, all[0], law));
    const last = releases.at(-1);
    return last === undefined ? [] : [{ ...last, earlier: releases.slice(0, -1) }];
  });
}

/** Finds again what must be found about the dioxin of a year. */
function findingsOfDioxin(releases, { produced, operated, year, isOver, law: { evidence } }) {
  const here = Map.groupBy(releases, ({ one }) => one.siteId);
  const books = new Map(produced.map(({ siteId, massGrams }) => [siteId, massGrams]));
  const open = new Map(operated.map(({ siteId, hours }) => [siteId, hours]));
  const sites = [...new Set([...here.keys(), ...books.keys()])].flatMap((siteId) => {
    const [bookGrams, runHours] = [books.get(siteId) ?? 0, open.get(siteId) ?? 0];
    const some = here.get(siteId);
    if (some === undefined) return [finding('DIOXIN_NOT_MEASURED', { siteId, year, bookGrams })];
    const statedGrams = some.reduce((sum, { one }) => sum + one.productGrams, 0);
    const statedHours = some.reduce((sum, { one }) => sum + one.operatingHours, 0);
    const differs = Math.abs(statedGrams - bookGrams) * 10_000 > bookGrams * evidence.productShareBasisPoints;
    return [
      ...when(differs && (isOver || statedGrams <= bookGrams), 'DIOXIN_PRODUCTION_DIFFERS', {
        ...{ siteId, year, statedGrams, bookGrams },
      }),
      ...when(statedHours * 10_000 < runHours * evidence.hoursShareBasisPoints, 'DIOXIN_HOURS_LOW', {
        ...{ siteId, year, statedHours, runHours },
      }),
    ];
  });
  return [...sites, ...releases.flatMap((release) => findingsOfOutlet(release, evidence))];
}

function findingsOfOutlet({ one, baseline, exhaust, earlier, withinLimit }, evidence) {
  const { outlet, operatingHours, productGrams } = one;
  const limit = points(evidence.exhaustShareBasisPoints);
  const bad = [...earlier, { one, withinLimit }].filter((release) => !release.withinLimit);
  const isLow = operatingHours > 0 && exhaust !== null && isLess(exhaust, limit);
  const deciding = one.id === baseline.id ? [one] : [baseline, one];
  return [
    ...bad.map((release) => finding('DIOXIN_LIMIT_EXCEEDED', { outlet, sampledOn: dayAt(release.one.sampledAt) })),
    ...when(operatingHours === 0 && productGrams > 0, 'DIOXIN_HOURS_MISSING', { outlet, productGrams }),
    ...(isLow
      ? [finding('DIOXIN_EXHAUST_LOW', { outlet, sharePercent: percent(exhaust), limitPercent: percent(limit) })]
      : []),
    ...deciding.flatMap((measurement) => findingsOfMeasurement(measurement, evidence)),
  ];
}

function findingsOfMeasurement(one, { recordDays: days, unseparatedClasses }) {
  const { outlet, technologyClass, recordedAt } = one;
  const sampledOn = dayAt(one.sampledAt);
  const isLate = Date.parse(recordedAt) - Date.parse(one.sampledAt) > days * 86_400_000;
  const isZero = one.samples.every(({ femtogramsPerCubicMetre }) => femtogramsPerCubicMetre === 0);
  return [
    ...when(isZero, 'DIOXIN_ZERO', { outlet, sampledOn }),
    ...when(one.replacesId !== null, 'DIOXIN_REPLACED', { outlet, sampledOn }),
    ...when(isLate, 'DIOXIN_RECORDED_LATE', { outlet, sampledOn, recordedOn: dayAt(recordedAt), days }),
    ...when(!one.pvcSeparated && !unseparatedClasses.includes(technologyClass), 'DIOXIN_CLASS_CONTRADICTED', {
      ...{ outlet, technologyClass },
    }),
    ...when(one.certificateFileId === null, 'DIOXIN_CERTIFICATE_NOT_STORED', { outlet, sampledOn }),
  ];
}

/** Compares the law of a day with the row of the package, when that was in force on the day. */
function sameLaw(lawRows, key, day, value) {
  const row = lawRows.find((one) => one.key === key);
  const inForce = row !== undefined && row.validFrom <= day && (row.validTo === null || day <= row.validTo);
  return !inForce || canonical(row.value) === canonical(value);
}

/** Computes the dioxin of the year again: releases, sums, status and findings. */
function checkDioxin({ dioxin, takenAt, assessment }, { grounds, chains, lawRows }) {
  const { measurements, year, law, isOver } = grounds;
  const fault = ['the dioxin of the year is wrong', '二噁英年排放量有误'];
  demand(year === assessment.period.slice(0, 4) && isOver === Date.parse(takenAt) >= spanOf(year).to, ...fault);
  for (const [key, value] of [
    ['dioxin.emission-factors', law.factors],
    ['dioxin.air-limit', { femtogramsPerCubicMetre: law.limitFemtograms }],
    ['dioxin.reference-exhaust', { cubicMetresPerTonne: law.referenceCubicMetres }],
    ['dioxin.evidence', law.evidence],
  ]) {
    const same = sameLaw(lawRows, key, `${year}-12-31`, value);
    demand(same, `the law ${key} of the dioxin is another`, `二噁英所用法定参数 ${key} 不符`);
  }
  for (const one of chains === null ? [] : measurements) {
    const subject = `dioxin-measurement:${one.id}`;
    const [entry] = chains.get(subject) ?? [];
    demand(
      entry?.kind === 'dioxin-measurement.recorded' && sameMeasurement(one, entry),
      `the measurement ${subject} differs from its entry`,
      `监测记录 ${subject} 与日志条目不符`,
    );
  }
  const releases = releasesOf(grounds);
  const expected = findingsOfDioxin(releases, grounds);
  demand((dioxin === null) === (releases.length + expected.length === 0), ...fault);
  if (dioxin === null) return;
  const grams = (amount) => amount && decimal(amount[0], amount[1] * FEMTOGRAMS, 12);
  const nanograms = ([numerator, denominator]) => decimal(numerator, denominator * MILLION, 6);
  const items = releases.map(({ one, baseline, ...release }) => ({
    ...{ measurementId: one.id, siteId: one.siteId, outlet: one.outlet, furnace: one.furnace },
    ...{ nanogramsPerCubicMetre: nanograms(release.concentration), withinLimit: release.withinLimit },
    referenceNanogramsPerCubicMetre: nanograms(release.reference),
    ...{ certificateNumber: one.certificateNumber, measuredGrams: grams(release.measured) },
    microgramsPerTonne: release.perGram && decimal(release.perGram[0], release.perGram[1] * 1_000n, 6),
    ...{ technologyClass: one.technologyClass, factorGrams: grams(release.byFactor), sampledAt: one.sampledAt },
    ...{ baselineClass: baseline.technologyClass, baselineGrams: grams(release.baselineByFactor) },
  }));
  const total = (name) => grams(releases.map((release) => release[name] ?? zero).reduce(plus, zero));
  const totals = {
    ...{ measuredGrams: total('measured'), factorGrams: total('byFactor'), baselineGrams: total('baselineByFactor') },
  };
  demand(canonical(dioxin.items) === canonical(items) && canonical(dioxin.totals) === canonical(totals), ...fault);
  demand(dioxin.year === year && dioxin.limitNanograms === nanograms(whole(BigInt(law.limitFemtograms))), ...fault);
  compareFindings(dioxin.findings, [expected], 'dioxin');
  demand(dioxin.status === statusOf(dioxin.findings), ...fault);
}

function sameMeasurement({ samples, sampledAt, recordedAt, ...one }, { payload, occurredAt, recordedAt: told }) {
  const stated = payload.samples.map(({ femtogramsPerCubicMetre, cubicMetresPerHour }) => ({
    ...{ femtogramsPerCubicMetre, cubicMetresPerHour },
  }));
  return (
    canonical(samples) === canonical(stated) &&
    Date.parse(sampledAt) === Date.parse(occurredAt) &&
    Date.parse(recordedAt) === Date.parse(told) &&
    Object.entries(one).every(([name, value]) => (payload[name] ?? null) === value)
  );
}

/** Each flag of the assessed method has a reason of the expert. A rate with a finding that blocks is never certified. */
function checkReview({ assessment, methods, review }) {
  if (review === undefined) return;
  const { findings, status } = methods.find(({ method }) => method === assessment.method);
  demand(status !== 'blocked', 'a blocked rate was certified', '存在阻断事项的结果被认定');
  const textOf = (fact) => (typeof fact === 'object' ? JSON.stringify(fact) : String(fact));
  for (const { code, facts: own } of findings.filter(({ severity }) => severity === 'flag')) {
    // A reason with facts is for the flags that have them; one without is for all flags of the code.
    const answered = review.flagReasons.some(
      ({ code: of, reason, facts = [] }) =>
        of === code && reason.trim() !== '' && facts.every(({ name, value }) => textOf(own[name]) === value),
    );
    demand(answered, `the flag ${code} has no reason`, `提示事项 ${code} 没有说明`);
  }
}

/** Compares the text in English with that in Chinese: all but words is the same. */
function checkEnglish(one, other, path) {
  const fault = [`snapshot.en.json differs at ${path}`, `snapshot.en.json 在 ${path} 处不一致`];
  const [left, right] = [one, other].map((value) => (value !== null && typeof value === 'object' ? value : null));
  demand((left === null) === (right === null), ...fault);
  if (left === null) return demand(['title', 'detail'].includes(path.split('/').at(-1)) || one === other, ...fault);
  demand(canonical(Object.keys(left).toSorted()) === canonical(Object.keys(right).toSorted()), ...fault);
  for (const key of Object.keys(left)) checkEnglish(left[key], right[key], `${path}/${key}`);
}

/** Compares the mass of fractions with the entries of their movements, and that of batteries with the records of lead. */
function checkFractionMasses(fractions, records, chains) {
  const known = new Map(records.map((one) => [one.id, one]));
  const groups = new Map();
  for (const one of fractions) {
    const fault = [`the mass of the record ${one.id} differs from its entry`, `记录 ${one.id} 的重量与日志条目不符`];
    if (one.of === 'fed') demand(known.get(one.id)?.massGrams === one.massGrams, ...fault);
    if (one.of === 'fed' || one.kind === 'return') continue;
    // Each movement is in stock, and what left has its fates.
    const key = `${baseOf(one)} ${one.fate === 'stock' ? 'stock' : 'fate'}`;
    const group = groups.get(key) ?? { one, fault, massGrams: 0 };
    groups.set(key, { ...group, massGrams: group.massGrams + one.massGrams });
  }
  for (const { one, fault, massGrams } of groups.values()) {
    demand(STATED[one.kind]?.(chains, one).includes(massGrams) === true, ...fault);
  }
}

/** Compares the contents of batteries and fractions with the analyses that made them. */
function checkAnalyses(fractions, chains) {
  const analysisOf = (assayId) => {
    const [entry] = entriesOf(chains, `analysis:${assayId}`, 'analysis.recorded');
    demand(entry !== undefined, `analysis:${assayId} has no entry`, `analysis:${assayId} 没有日志条目`);
    return entry;
  };
  for (const { id, of, assayId, contentPpm, water, sulphuricAcid } of fractions) {
    const shares = of === 'fed' ? [water, sulphuricAcid] : [{ assayId, ppm: contentPpm }];
    for (const share of shares.filter((one) => one.assayId !== null)) {
      const { ppm, substance } = analysisOf(share.assayId);
      const counted = of === 'fraction' && substance === 'water' ? 1_000_000 - ppm : ppm;
      demand(
        counted === share.ppm,
        `the content of the record ${id} differs from its entry`,
        `记录 ${id} 的含量与日志条目不符`,
      );
    }
  }
}

/** Checks a package. @returns what was found good @throws Error with the first fault, also in Chinese (`zh`) */
export function check(archive, thumbprint) {
  const files = unpack(archive);
  demand(
    repack(files).equals(archive),
    'the archive has bytes that belong to no file',
    '压缩包含有不属于任何文件的内容',
  );
  const key = checkSignature(files, thumbprint);
  const { format, ...certificates } = checkFiles(files);
  checkForm(files, format);
  const snapshot = JSON.parse(files.get('snapshot.json'));
  checkFindingForms(snapshot, 'snapshot.json');
  const records = linesOf(files.get('records.ndjson')).map((line) => JSON.parse(line));
  demand(snapshot.records.sha256 === sha256(files.get('records.ndjson')), 'the records are others', '记录不符');
  // Evidence of before has no fractions.
  const fractionLines = files.get('fractions.ndjson');
  const fractions = fractionLines === undefined ? null : linesOf(fractionLines).map((line) => JSON.parse(line));
  demand(fractions !== null || snapshot.fractions === undefined, 'the fractions are missing', '缺少组分记录');
  if (format === FORMATS[2]) {
    checkTexts(files);
    checkOrder(records, 'records.ndjson', true);
    for (const kind of ['fed', 'fraction']) {
      checkOrder(fractions?.filter(({ of }) => of === kind) ?? [], 'fractions.ndjson', false);
    }
  }
  const chains = checkJournal(files, records);
  checkAge(format, snapshot, chains);
  checkEntries(files, records, chains);
  if (fractions !== null && chains !== null) {
    checkFractionMasses(fractions, records, chains);
    checkAnalyses(fractions, chains);
  }
  const law = JSON.parse(files.get('law.json'));
  const { rates, leadFigures, of, budgets } = checkFigures(snapshot, records, law);
  let findings = null;
  if (fractions !== null) {
    const same = snapshot.fractions.sha256 === sha256(files.get('fractions.ndjson'));
    demand(same && snapshot.fractions.count === fractions.length, 'the fractions are others', '组分记录不符');
    const masses = checkMethods(snapshot, { records, fractions, law, leadFigures });
    const text = files.get('grounds.json');
    demand(
      (text !== undefined) === (format === FORMATS[2]),
      'the grounds of the findings are missing',
      '缺少提示事项的判定依据',
    );
    if (text !== undefined) {
      const grounds = JSON.parse(text);
      checkGroundsForm(grounds, records);
      checkDioxin(snapshot, { grounds: grounds.dioxin, chains, lawRows: law });
      findings = checkFindings(snapshot, { records, fractions, chains, lawRows: law, grounds, of, budgets, masses });
    }
    checkReview(snapshot);
    const { evaluation, methods } = snapshot;
    const shown = { evaluation, methods, ...(text !== undefined && { dioxin: snapshot.dioxin }) };
    checkEnglish(JSON.parse(files.get('snapshot.en.json')), shown, '');
  }
  const subjects = chains?.size ?? null;
  return { key, rates, certificates, subjects, records: records.length, findings, snapshot };
}

function main([path, thumbprint]) {
  try {
    const { key, records, subjects, snapshot, certificates, findings } = check(readFileSync(path), thumbprint);
    const { period, partyId } = snapshot.assessment;
    const assessed = snapshot.methods?.find((one) => one.method === snapshot.assessment.method);
    const percent = (assessed?.figures[0].value ?? snapshot.evaluation.rates?.headline)?.percent ?? '–';
    const journal =
      subjects === null
        ? ['journal not included', '不含日志']
        : [`${subjects} chains of the journal`, `日志链 ${subjects} 条`];
    const judged =
      findings === null
        ? ['findings not computed again', '未重新判定提示事项']
        : [`${findings} findings computed again`, `重新判定提示事项 ${findings} 项`];
    // Anybody can sign a package with a key of their own: without the thumbprint it is whole, and of nobody known.
    const [good, proven] =
      thumbprint === undefined
        ? ['KEY NOT COMPARED (the package is whole)', '证据包完整，但未核对公钥']
        : ['GOOD', '核验通过'];
    stdout.write(
      `${good}: ${partyId}, ${period}, ${snapshot.assessment.method} ${percent} %, ${records} records, ${certificates.stored} of ${certificates.named} certificates, ${judged[0]}, ${journal[0]}, key ${key}\n`,
    );
    stdout.write(
      `${proven}：${partyId}，${period}，${snapshot.assessment.method} ${percent}%，记录 ${records} 条，检测证书 ${certificates.stored}/${certificates.named} 份，${judged[1]}，${journal[1]}，公钥指纹 ${key}\n`,
    );
    if (thumbprint === undefined) exit(2);
  } catch (error) {
    stdout.write(`BAD: ${error.message}\n核验不通过：${error.zh ?? '文件无法读取'}\n`);
    exit(1);
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) main(argv.slice(2));
