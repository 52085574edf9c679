/** Problems of the exchange with other authorities. */
import { defineProblems } from '../core/messages/problem.ts';

export const exchangeProblem = defineProblems({
  'partner-code-mismatch': {
    kind: 'invalid',
    en: {
      title: 'Code and kind do not fit',
      detail: 'The code {code} does not fit a partner of kind {kind}, or is our own.',
      remedy: 'Name a province by its two digits other than our own, and the national system by "national".',
    },
    zh: {
      title: '代码与类型不符',
      detail: '代码 {code} 不适用于类型 {kind}，或为本省代码。',
      remedy: '省份请填写本省以外的两位代码，国家系统请填写 national。',
    },
  },
  'envelope-unreadable': {
    kind: 'invalid',
    en: {
      title: 'The envelope cannot be read',
      detail: 'It is no envelope of this exchange: {reason}.',
      remedy: 'Send a compact JWS as the published description of the exchange says.',
    },
    zh: {
      title: '信封无法读取',
      detail: '不是本交换协议的信封：{reason}。',
      remedy: '请按公布的交换说明发送紧凑格式 JWS。',
    },
  },
  'envelope-algorithm-refused': {
    kind: 'invalid',
    en: {
      title: 'The algorithm is not accepted',
      detail: 'Envelopes are signed with {accepted} only.',
      remedy: 'Sign with {accepted}.',
    },
    zh: { title: '不接受该签名算法', detail: '信封仅接受 {accepted} 签名。', remedy: '请使用 {accepted} 签名。' },
  },
  'envelope-sender-unknown': {
    kind: 'forbidden',
    en: {
      title: 'The sender is no partner',
      detail: '{sender} is not registered here as a partner.',
      remedy: 'Have the partner registered here, then send again.',
    },
    zh: {
      title: '发送方未登记',
      detail: '{sender} 未在此登记为对接方。',
      remedy: '请先在此登记该对接方，再重新发送。',
    },
  },
  'envelope-key-unknown': {
    kind: 'forbidden',
    en: {
      title: 'The key is not known',
      detail: '{sender} has no key {kid} here.',
      remedy: 'Have the new key registered here before signing with it, then send again.',
    },
    zh: {
      title: '密钥未登记',
      detail: '{sender} 在此没有密钥 {kid}。',
      remedy: '新密钥须先登记再用于签名，之后请重新发送。',
    },
  },
  'envelope-key-not-valid': {
    kind: 'forbidden',
    en: {
      title: 'The key was not valid',
      detail: 'The key {kid} of {sender} was not valid when the envelope was signed.',
      remedy: 'Sign with a key that is valid now.',
    },
    zh: {
      title: '密钥不在有效期内',
      detail: '{sender} 的密钥 {kid} 在签名时不在有效期内。',
      remedy: '请使用当前有效的密钥签名。',
    },
  },
  'envelope-signature-wrong': {
    kind: 'forbidden',
    en: {
      title: 'The signature is wrong',
      detail: 'The envelope was not signed with the key {kid}, or was changed afterwards.',
      remedy: 'Send the signed bytes unchanged.',
    },
    zh: {
      title: '签名错误',
      detail: '信封不是用密钥 {kid} 签名，或签名后被改动。',
      remedy: '请原样发送签名后的字节。',
    },
  },
  'envelope-receiver-wrong': {
    kind: 'forbidden',
    en: {
      title: 'The envelope is for somebody else',
      detail: 'The envelope is not addressed to {receiver}.',
      remedy: 'Send it to the system that it names.',
    },
    zh: { title: '信封收件方不符', detail: '信封不是发给 {receiver} 的。', remedy: '请发送至信封所载的系统。' },
  },
  'envelope-premature': {
    kind: 'forbidden',
    en: {
      title: 'The envelope comes from the future',
      detail: 'The clock of {sender} is more than a minute ahead.',
      remedy: 'Correct the clock, then send again.',
    },
    zh: { title: '信封时间超前', detail: '{sender} 的时钟超前一分钟以上。', remedy: '请校准时钟后重新发送。' },
  },
  'message-not-canonical': {
    kind: 'invalid',
    en: {
      title: 'The message is not canonical JSON',
      detail: 'What is signed is not the canonical JSON (RFC 8785) of one value in UTF-8.',
      remedy: 'Sign canonical JSON: no field twice, no spaces, ordered names.',
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
      title: 'The message does not match its schema',
      detail: 'The message is wrong at {pointer}: {reason}.',
      remedy: 'Send what the published schema of messages says.',
    },
    zh: { title: '报文不符合模式', detail: '报文在 {pointer} 处有误：{reason}。', remedy: '请按公布的报文模式发送。' },
  },
  'message-contradicts-envelope': {
    kind: 'rule',
    en: {
      title: 'Message and envelope disagree',
      detail: 'The field {field} of the message differs from its envelope.',
      remedy: 'Name the same sender, receiver and message id in both.',
    },
    zh: {
      title: '报文与信封不一致',
      detail: '报文字段 {field} 与信封不一致。',
      remedy: '两处须填写相同的发送方、接收方和报文标识。',
    },
  },
  'message-id-reused': {
    kind: 'conflict',
    en: {
      title: 'The message id was used before',
      detail: '{sender} has sent another envelope under the id {messageId}.',
      remedy: 'Give every message an id of its own, and repeat a message with the same bytes.',
    },
    zh: {
      title: '报文标识重复',
      detail: '{sender} 已用标识 {messageId} 发送过其他信封。',
      remedy: '每份报文须使用独立标识；重发须使用相同字节。',
    },
  },
  'message-not-handled': {
    kind: 'unavailable',
    en: {
      title: 'The message could not be handled',
      detail: 'The service failed to handle the message; nothing of it was applied.',
      remedy: 'Send the same bytes again later.',
    },
    zh: { title: '报文暂未处理', detail: '服务处理该报文时出错，未作任何登记。', remedy: '请稍后以相同字节重新发送。' },
  },
  'delivery-missing': {
    kind: 'missing',
    en: {
      title: 'No such delivery',
      detail: 'There is no delivery {id}.',
      remedy: 'List the deliveries and use one of their ids.',
    },
    zh: { title: '投递不存在', detail: '不存在投递 {id}。', remedy: '请查询投递列表并使用其中的标识。' },
  },
  'delivery-not-parked': {
    kind: 'conflict',
    en: {
      title: 'The delivery is not parked',
      detail: 'The delivery {id} is {state}; only parked ones are sent again by hand.',
      remedy: 'Leave it: what is due is sent by itself.',
    },
    zh: {
      title: '投递未搁置',
      detail: '投递 {id} 状态为 {state}，只有搁置的投递可人工重发。',
      remedy: '无需处理：待发投递会自动发送。',
    },
  },
  'exchange-manifest-missing': {
    kind: 'missing',
    en: {
      title: 'No such manifest',
      detail: 'No manifest {id} has been told to other authorities.',
      remedy: 'Use the id of a submitted manifest.',
    },
    zh: { title: '联单不存在', detail: '没有向其他机关报送过联单 {id}。', remedy: '请使用已提交联单的标识。' },
  },
});
