/** Problems of the exchange with other authorities. */
import { SYSTEMS } from '../core/identifiers/provinces.ts';
import { defineProblems } from '../core/messages/problem.ts';
import { REASONS } from './messages/reasons.ts';
import { PROBLEM_FACTS } from './problem-facts.ts';
import { EXCHANGE_TERMS } from './terms.ts';
export const exchangeProblem = defineProblems(
  {
    'partner-code-mismatch': {
      kind: 'invalid',
      en: {
        title: 'Invalid partner code',
        detail:
          'The code {code} does not belong to a partner of kind {kind:partner}, or it is the code of this system.',
        remedy: 'Send the two digits of another province, or national for the national system.',
      },
      zh: {
        title: '对接方代码无效',
        detail: '代码 {code} 不适用于“{kind:partner}”类对接方，或为本省代码。',
        remedy: '省份请填写本省以外的两位代码，国家系统请填写 national。',
      },
    },
    'partner-address-refused': {
      kind: 'rule',
      en: {
        title: 'Address of the partner not allowed',
        detail: 'Messages may not be sent to {baseUrl}: {fault:fault}.',
        remedy:
          'Use an https address in a public network, or allow it in the configuration (LEADLOOP_PARTNER_NETWORKS, LEADLOOP_PARTNER_HTTP).',
      },
      zh: {
        title: '不允许使用该对接方地址',
        detail: '不得向 {baseUrl} 发送报文：{fault:fault}。',
        remedy:
          '请使用公网 https 地址；确需使用的，请在配置中允许（LEADLOOP_PARTNER_NETWORKS、LEADLOOP_PARTNER_HTTP）。',
      },
    },
    'envelope-unreadable': {
      kind: 'invalid',
      en: {
        title: 'Unreadable message',
        detail: 'The message is not an envelope of this exchange: {reason:reason}.',
        remedy: 'Send a compact JWS as the published description of the exchange specifies.',
      },
      zh: {
        title: '报文无法读取',
        detail: '不是本交换协议的签名报文：{reason:reason}。',
        remedy: '请按公布的交换说明发送紧凑格式的 JWS。',
      },
    },
    'envelope-algorithm-refused': {
      kind: 'invalid',
      en: {
        title: 'Signature algorithm not accepted',
        detail: 'Messages must be signed with {accepted}.',
        remedy: 'Sign the message with {accepted}.',
      },
      zh: { title: '不接受该签名算法', detail: '报文仅接受 {accepted} 签名。', remedy: '请使用 {accepted} 签名。' },
    },
    'envelope-sender-unknown': {
      kind: 'forbidden',
      en: {
        title: 'Unknown sender',
        detail: 'The sender {sender:system} is not registered here as a partner.',
        remedy: 'Have the partner registered here, then send the message again.',
      },
      zh: {
        title: '发送方未登记',
        detail: '发送方“{sender:system}”未在本系统登记为对接方。',
        remedy: '请先登记该对接方，再重新发送报文。',
      },
    },
    'envelope-key-unknown': {
      kind: 'forbidden',
      en: {
        title: 'Unknown signing key',
        detail: 'No key {kid} of {sender:system} is registered here.',
        remedy: 'Have the new key registered here before you sign with it, then send the message again.',
      },
      zh: {
        title: '签名密钥未登记',
        detail: '本系统未登记“{sender:system}”的密钥 {kid}。',
        remedy: '请先登记新密钥，再用其签名并重新发送。',
      },
    },
    'envelope-key-not-valid': {
      kind: 'forbidden',
      en: {
        title: 'Signing key not valid',
        detail: 'The key {kid} of {sender:system} was not valid when the message was signed.',
        remedy: 'Sign the message with a key that is valid now.',
      },
      zh: {
        title: '签名密钥不在有效期内',
        detail: '“{sender:system}”的密钥 {kid} 在签名时不在有效期内。',
        remedy: '请使用当前有效的密钥签名。',
      },
    },
    'envelope-key-retired': {
      kind: 'forbidden',
      en: {
        title: 'Signing key retired',
        detail:
          'The key {kid} of {sender:system} ended more than {hours} hours ago, and the message arrived for the first time.',
        remedy: 'Sign the message again with a key that is valid now.',
      },
      zh: {
        title: '签名密钥已停用',
        detail: '“{sender:system}”的密钥 {kid} 停用已超过 {hours} 小时，而该报文为首次收到。',
        remedy: '请使用当前有效的密钥重新签名。',
      },
    },
    'envelope-signature-not-canonical': {
      kind: 'forbidden',
      en: {
        title: 'Signature not in the accepted form',
        detail:
          'Of the two signatures (r, s) and (r, n - s) only the one with the smaller s is accepted, in base64url without spare bits.',
        remedy: 'Replace s by n - s when s is above half of the order n of P-256.',
      },
      zh: {
        title: '签名形式不符',
        detail: '签名 (r, s) 与 (r, n - s) 中仅接受 s 较小者，且须为无多余位的 base64url 编码。',
        remedy: 's 大于 P-256 阶数 n 的一半时，请以 n - s 代替。',
      },
    },
    'envelope-signature-wrong': {
      kind: 'forbidden',
      en: {
        title: 'Invalid signature',
        detail: 'The signature was not made with the key {kid}, or the message was changed afterwards.',
        remedy: 'Send the signed bytes unchanged.',
      },
      zh: {
        title: '签名无效',
        detail: '报文不是用密钥 {kid} 签名，或签名后被更改。',
        remedy: '签名后请勿改动报文，按原文发送。',
      },
    },
    'envelope-receiver-wrong': {
      kind: 'forbidden',
      en: {
        title: 'Message for another system',
        detail: 'The message is not addressed to {receiver:system}.',
        remedy: 'Send the message to the system that it names as receiver.',
      },
      zh: {
        title: '报文接收方不符',
        detail: '该报文不是发给“{receiver:system}”的。',
        remedy: '请发送至报文所载的接收方。',
      },
    },
    'envelope-premature': {
      kind: 'forbidden',
      en: {
        title: 'Message signed in the future',
        detail: 'The message is signed more than one minute ahead of our clock. The clock of {sender:system} is fast.',
        remedy: 'Correct the clock, then send the message again.',
      },
      zh: {
        title: '报文签名时间超前',
        detail: '报文的签名时间比本系统时间超前一分钟以上，“{sender:system}”的时钟偏快。',
        remedy: '请校准时钟后重新发送。',
      },
    },
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
        detail: 'The message does not match the published schema at {pointer}: {reason:reason}.',
        remedy: 'Correct the field as the published schema of messages specifies.',
      },
      zh: {
        title: '报文不符合公布的格式',
        detail: '报文的 {pointer} 不符合公布的格式：{reason:reason}。',
        remedy: '请按公布的报文格式更正该字段。',
      },
    },
    'message-contradicts-envelope': {
      kind: 'rule',
      en: {
        title: 'Message and envelope differ',
        detail: 'The field {field} of the message differs from its envelope.',
        remedy: 'Send the same sender, receiver and message id in both.',
      },
      zh: {
        title: '报文内容与签名信息不一致',
        detail: '报文字段 {field} 与其签名信息不一致。',
        remedy: '两处须填写相同的发送方、接收方和报文标识。',
      },
    },
    'message-id-reused': {
      kind: 'conflict',
      en: {
        title: 'Message id already used',
        detail: 'Another message with the id {messageId} has arrived from {sender:system}.',
        remedy: 'Give every new message a new id. To repeat a message, send the same bytes.',
      },
      zh: {
        title: '报文标识已使用',
        detail: '“{sender:system}”已用标识 {messageId} 发送过其他报文。',
        remedy: '新报文须使用新的标识；重发的，须与原报文完全一致。',
      },
    },
    'message-not-handled': {
      kind: 'unavailable',
      en: {
        title: 'Message not processed',
        detail: 'The service failed to process the message; nothing was recorded.',
        remedy: 'Send the same bytes again later.',
      },
      zh: {
        title: '报文暂未处理',
        detail: '服务处理该报文时出错，未作任何登记。',
        remedy: '请稍后原样重发该报文。',
      },
    },
    'partner-missing': {
      kind: 'missing',
      en: {
        title: 'Partner not found',
        detail: 'No partner with the code {code} is registered.',
        remedy: 'List the partners, or register this one: POST /v1/exchange/partners.',
      },
      zh: {
        title: '对接方不存在',
        detail: '尚未登记代码为 {code} 的对接方。',
        remedy: '请查询对接方列表，或登记该对接方（POST /v1/exchange/partners）。',
      },
    },
    'delivery-missing': {
      kind: 'missing',
      en: {
        title: 'Delivery not found',
        detail: 'There is no delivery {id}.',
        remedy: 'List the deliveries and use the id of one of them.',
      },
      zh: { title: '投递不存在', detail: '没有编号为 {id} 的投递。', remedy: '请从投递列表中选取编号。' },
    },
    'delivery-not-parked': {
      kind: 'conflict',
      en: {
        title: 'Delivery not parked',
        detail: 'The delivery {id} is {state:delivery}; only a parked delivery can be sent again manually.',
        remedy: 'Nothing needs to be done: due deliveries are sent automatically.',
      },
      zh: {
        title: '投递无需人工处理',
        detail: '投递 {id} 当前为“{state:delivery}”，只有待人工处理的投递可人工重发。',
        remedy: '无需操作：待发送的投递会自动发送。',
      },
    },
    'number-clash-missing': {
      kind: 'missing',
      en: {
        title: 'Clash of numbers not found',
        detail: 'There is no clash of numbers {id}.',
        remedy: 'List the clashes (GET /v1/exchange/number-clashes) and use the id of one of them.',
      },
      zh: { title: '编号冲突不存在', detail: '没有编号冲突 {id}。', remedy: '请从编号冲突列表中选取。' },
    },
    'number-clash-settled': {
      kind: 'conflict',
      en: {
        title: 'Clash of numbers already settled',
        detail: 'The clash of numbers {id} is settled already.',
        remedy: 'Nothing needs to be done.',
      },
      zh: { title: '编号冲突已处理', detail: '编号冲突 {id} 已处理完毕。', remedy: '无需操作。' },
    },
    'exchange-manifest-missing': {
      kind: 'missing',
      en: {
        title: 'Manifest not sent',
        detail: 'The manifest {id} was not sent to another authority.',
        remedy: 'Use the id of a submitted manifest.',
      },
      zh: {
        title: '联单未报送',
        detail: '联单 {id} 尚未报送国家系统或其他省份。',
        remedy: '请使用已提交联单的记录编号。',
      },
    },
  },
  { ...EXCHANGE_TERMS, reason: REASONS, system: SYSTEMS },
  PROBLEM_FACTS,
);
