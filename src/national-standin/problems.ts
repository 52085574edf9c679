/** Problems of the stand-in: why it rejects a message, and what it does not find. Receipts carry them in English. */
import { NOTHING } from '../core/example-ids.ts';
import { PROVINCES } from '../core/identifiers/provinces.ts';
import { defineProblems } from '../core/messages/problem.ts';

const envelopeEntries = {
  'envelope-unreadable': {
    kind: 'invalid',
    en: {
      title: 'Unreadable message',
      detail: 'The message is not an envelope for the national system.',
      remedy: 'Send a compact JWS as the published description specifies.',
    },
    zh: {
      title: '报文无法读取',
      detail: '不是发给国家系统的签名报文。',
      remedy: '请按公布的说明发送紧凑格式的 JWS。',
    },
  },
  'envelope-sender-unknown': {
    kind: 'forbidden',
    en: {
      title: 'Unknown sender',
      detail: 'The sender {sender:province} is not registered here.',
      remedy: 'Register the province here, then send the message again.',
    },
    zh: {
      title: '发送方未登记',
      detail: '发送方“{sender:province}”未在国家系统模拟端登记。',
      remedy: '请先登记该省份，再重新发送报文。',
    },
  },
  'envelope-key-unknown': {
    kind: 'forbidden',
    en: {
      title: 'Unknown signing key',
      detail: 'The sender {sender:province} publishes no key {kid}.',
      remedy: 'Publish the key, then send the message again.',
    },
    zh: {
      title: '签名密钥未公布',
      detail: '发送方“{sender:province}”未公布密钥 {kid}。',
      remedy: '请先公布该密钥，再重新发送报文。',
    },
  },
  'envelope-signature-wrong': {
    kind: 'forbidden',
    en: {
      title: 'Invalid signature',
      detail: 'The signature was not made with the key {kid}, or the message was changed afterwards.',
      remedy: 'Send the signed message unchanged.',
    },
    zh: {
      title: '签名无效',
      detail: '报文不是用密钥 {kid} 签名，或签名后被更改。',
      remedy: '签名后请勿改动报文，按原文发送。',
    },
  },
} as const;

const messageEntries = {
  'message-not-canonical': {
    kind: 'invalid',
    en: {
      title: 'Not canonical JSON',
      detail: 'The signed content is not the canonical JSON (RFC 8785) of one value in UTF-8.',
      remedy: 'Sign canonical JSON: each field once, no spaces, names in order.',
    },
    zh: {
      title: '报文不是规范 JSON',
      detail: '所签内容不是 UTF-8 编码的规范 JSON（RFC 8785）。',
      remedy: '请对规范 JSON 签名：字段不重复、无空白、名称有序。',
    },
  },
  'message-invalid': {
    kind: 'rule',
    en: {
      title: 'Message does not match its schema',
      detail: 'The message does not match the published schema at {pointer}.',
      remedy: 'Correct the field as the published schema of messages specifies.',
    },
    zh: {
      title: '报文不符合公布的格式',
      detail: '报文的 {pointer} 不符合公布的格式。',
      remedy: '请按公布的报文格式更正该字段。',
    },
  },
  'message-contradicts-envelope': {
    kind: 'rule',
    en: {
      title: 'Message and envelope differ',
      detail: 'The sender or the message id differs from the envelope.',
      remedy: 'Send the same sender and message id in both.',
    },
    zh: {
      title: '报文内容与签名信息不一致',
      detail: '报文的发送方或报文标识与其签名信息不一致。',
      remedy: '两处须填写相同的发送方和报文标识。',
    },
  },
  'message-id-reused': {
    kind: 'conflict',
    en: {
      title: 'Message id already used',
      detail: 'Another message with the id {messageId} has arrived from {sender:province}.',
      remedy: 'Give every new message a new id. Repeat a message unchanged.',
    },
    zh: {
      title: '报文标识已使用',
      detail: '“{sender:province}”已用标识 {messageId} 发送过其他报文。',
      remedy: '新报文须使用新的标识；重发的，须与原报文完全一致。',
    },
  },
} as const;

const manifestEntries = {
  'national-document-contradicts': {
    kind: 'rule',
    en: {
      title: 'Message and document differ',
      detail: 'The document is not the manifest and version that the message names.',
      remedy: 'Send the document of this manifest and version.',
    },
    zh: {
      title: '报文与所附联单不一致',
      detail: '所附联单不是报文所载的联单和版本。',
      remedy: '请发送该联单该版本的内容。',
    },
  },
  'national-digest-wrong': {
    kind: 'rule',
    en: {
      title: 'Digest does not match',
      detail: 'The digest does not match the document.',
      remedy: 'Send the SHA-256 of the canonical JSON (RFC 8785) of the document.',
    },
    zh: {
      title: '摘要不符',
      detail: '摘要与所附联单不符。',
      remedy: '请发送所附联单规范 JSON（RFC 8785）的 SHA-256。',
    },
  },
  'national-not-your-step': {
    kind: 'rule',
    en: {
      title: 'Step of another province',
      detail: 'This step must be reported by {owner:province}.',
      remedy: 'Leave the step to that province.',
    },
    zh: { title: '应由其他省份报送', detail: '该步骤应由{owner:province}报送。', remedy: '请由该省份报送。' },
  },
  'national-not-a-beginning': {
    kind: 'rule',
    en: {
      title: 'Manifest not submitted',
      detail: 'The first step of a manifest must be its submission, or the backfill of a paper manifest.',
      remedy: 'Report the submission first.',
    },
    zh: { title: '联单尚未提交', detail: '联单的首个步骤须为提交或补录。', remedy: '请先报送联单的提交。' },
  },
  'national-provinces-changed': {
    kind: 'rule',
    en: {
      title: 'Provinces changed',
      detail: 'The provinces of origin and destination of a manifest never change.',
      remedy: 'Send the document with the provinces that were reported first.',
    },
    zh: {
      title: '移出地或接受地已变更',
      detail: '联单的移出地和接受地省份不得变更。',
      remedy: '请按首次报送的省份发送联单。',
    },
  },
  'national-other-document': {
    kind: 'conflict',
    en: {
      title: 'Another document received',
      detail: 'The version {version} of the manifest has another document here.',
      remedy: 'Compare the document with the one that was reported before.',
    },
    zh: {
      title: '已收到不同内容',
      detail: '该联单的第 {version} 版此前已报送，内容不同。',
      remedy: '请与此前报送的内容核对。',
    },
  },
  'national-other-number': {
    kind: 'conflict',
    en: {
      title: 'Another number issued',
      detail: 'The number {number} was issued for this manifest.',
      remedy: 'Use the number that was issued.',
    },
    zh: { title: '联单编号不符', detail: '该联单已签发的编号为 {number}。', remedy: '请使用已签发的编号。' },
  },
  'national-manifest-missing': {
    kind: 'missing',
    en: {
      title: 'Manifest not found',
      detail: 'No step of the manifest {id} has arrived here.',
      remedy: 'Use the id of a manifest from GET /v1/manifests.',
    },
    zh: {
      title: '联单不存在',
      detail: '尚未收到联单 {id} 的任何步骤。',
      remedy: '请通过 GET /v1/manifests 查询联单的记录编号。',
    },
  },
} as const;

export const nationalProblem = defineProblems(
  { ...envelopeEntries, ...messageEntries, ...manifestEntries },
  { province: PROVINCES },
  { 'national-manifest-missing': { id: NOTHING } },
);
