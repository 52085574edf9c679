/** Problems of requests: their form, their number, and their idempotency keys. */
import { defineProblems } from '../../core/messages/problem.ts';

export const httpProblem = defineProblems({
  'rate-exceeded': {
    kind: 'too-many',
    en: {
      title: 'Too many requests',
      detail:
        'More was asked from here than is allowed; the next request is answered in {retryAfterSeconds} second(s).',
      remedy:
        'Wait as long as the header Retry-After says, then repeat with the same Idempotency-Key; use bulk addresses.',
    },
    zh: {
      title: '请求过于频繁',
      detail: '来自此处的请求超过限额；{retryAfterSeconds} 秒后可再次请求。',
      remedy: '请按响应头 Retry-After 等待后，以相同的 Idempotency-Key 重试；大量数据请使用批量地址。',
    },
  },
  'credentials-blocked': {
    kind: 'too-many',
    en: {
      title: 'Too many wrong tokens or secrets',
      detail:
        'From here, or for this client, too many tokens or secrets were wrong; the next is looked at in {retryAfterSeconds} second(s).',
      remedy: 'Wait as long as the header Retry-After says, and correct the token or secret before you send it again.',
    },
    zh: {
      title: '错误的令牌或密钥过多',
      detail: '来自此处或针对该客户端的错误令牌或密钥过多；{retryAfterSeconds} 秒后才会再次核验。',
      remedy: '请按响应头 Retry-After 等待，并在更正令牌或密钥后重试。',
    },
  },
  'purpose-unreadable': {
    kind: 'invalid',
    en: {
      title: 'The purpose cannot be read',
      detail: 'The header Personal-Data-Purpose must say, in 3 to 200 characters, what personal data is read for.',
      remedy: 'Send the purpose as UTF-8, percent-encoded, such as complaint%2042, or leave the header out.',
    },
    zh: {
      title: '无法读取用途说明',
      detail: '请求头 Personal-Data-Purpose 须以 3 至 200 个字符说明读取个人信息的用途。',
      remedy: '请以 UTF-8 百分号编码填写用途，例如 complaint%2042；或不发送该请求头。',
    },
  },
  'request-invalid': {
    kind: 'invalid',
    en: {
      title: 'The request is not valid',
      detail: '{count} part(s) of the request break a rule; see errors.',
      remedy: 'Correct each field named in errors and send the request again.',
    },
    zh: {
      title: '请求无效',
      detail: '请求中有 {count} 处不符合规则，见 errors。',
      remedy: '请按 errors 逐项更正后重新提交。',
    },
  },
  'body-unreadable': {
    kind: 'invalid',
    en: {
      title: 'The body cannot be read',
      detail: 'The body is not acceptable JSON: {reason}.',
      remedy: 'Send one UTF-8 JSON document, nested at most {depthMax} levels deep.',
    },
    zh: {
      title: '无法读取请求正文',
      detail: '请求正文不是可接受的 JSON：{reason}。',
      remedy: '请发送一个 UTF-8 编码的 JSON 文档，嵌套不超过 {depthMax} 层。',
    },
  },
  'body-name-repeated': {
    kind: 'invalid',
    en: {
      title: 'A name stands twice',
      detail: 'The body gives {name} more than once in one object, so that it can be read in two ways.',
      remedy: 'Give every name once.',
    },
    zh: {
      title: '字段重复',
      detail: '请求正文在同一对象中多次给出 {name}，可作两种理解。',
      remedy: '每个字段请只填写一次。',
    },
  },
  'body-too-large': {
    kind: 'too-large',
    en: {
      title: 'The body is too large',
      detail: 'This address accepts at most {limitBytes} bytes.',
      remedy: 'Send less at once; use the bulk address in several parts.',
    },
    zh: {
      title: '请求正文过大',
      detail: '该地址最多接受 {limitBytes} 字节。',
      remedy: '请减少单次提交量，分多次使用批量地址。',
    },
  },
  'content-type-unsupported': {
    kind: 'unsupported',
    en: {
      title: 'The content type is not supported',
      detail: 'The content type {contentType} is not accepted here.',
      remedy: 'Send the header Content-Type: {accepted}.',
    },
    zh: {
      title: '不支持的内容类型',
      detail: '此处不接受内容类型 {contentType}。',
      remedy: '请使用请求头 Content-Type: {accepted}。',
    },
  },
  'http-unreadable': {
    kind: 'invalid',
    en: {
      title: 'This is no HTTP request',
      detail: 'The request could not be read: {reason}.',
      remedy: 'Send HTTP/1.1 with headers of at most 16 KiB in all, in one go.',
    },
    zh: {
      title: '不是有效的 HTTP 请求',
      detail: '无法读取请求：{reason}。',
      remedy: '请发送 HTTP/1.1 请求，请求头合计不超过 16 KiB，并一次发送完毕。',
    },
  },
  'route-missing': {
    kind: 'missing',
    en: {
      title: 'No such address',
      detail: '{method} {path} does not exist.',
      remedy: 'See /openapi.json or /docs for the addresses that exist.',
    },
    zh: { title: '地址不存在', detail: '{method} {path} 不存在。', remedy: '可用地址见 /openapi.json 或 /docs。' },
  },
  'method-not-allowed': {
    kind: 'wrong-method',
    en: {
      title: 'This address does not take the method',
      detail: '{path} takes {allowed}, not {method}.',
      remedy: 'Use one of the methods in the header Allow.',
    },
    zh: {
      title: '该地址不支持此方法',
      detail: '{path} 支持 {allowed}，不支持 {method}。',
      remedy: '请使用响应头 Allow 所列的方法。',
    },
  },
  'header-repeated': {
    kind: 'invalid',
    en: {
      title: 'A header stands twice',
      detail: 'The header {header} stands more than once, so that the request can be read in two ways.',
      remedy: 'Send the header {header} once.',
    },
    zh: {
      title: '请求头重复',
      detail: '请求头 {header} 出现多次，请求可作两种理解。',
      remedy: '请求头 {header} 请只发送一次。',
    },
  },
  'host-contradictory': {
    kind: 'invalid',
    en: {
      title: 'The request names two hosts',
      detail: 'The address names the host {named}, the header Host names {header}.',
      remedy: 'Send the path alone as the address, or the same host in both places.',
    },
    zh: {
      title: '请求指明了两个主机',
      detail: '请求地址中的主机为 {named}，请求头 Host 为 {header}。',
      remedy: '请仅以路径作为请求地址，或使两处主机一致。',
    },
  },
  'idempotency-key-missing': {
    kind: 'invalid',
    en: {
      title: 'No idempotency key',
      detail: 'Requests that create something need the header Idempotency-Key.',
      remedy: 'Send Idempotency-Key with a new unique value, and the same value when you repeat the request.',
    },
    zh: {
      title: '缺少幂等键',
      detail: '创建类请求需要请求头 Idempotency-Key。',
      remedy: '请为每次新请求提供唯一的 Idempotency-Key，重试时使用相同的值。',
    },
  },
  'idempotency-key-invalid': {
    kind: 'invalid',
    en: {
      title: 'The idempotency key is not valid',
      detail: 'The key must have 1 to 255 printable ASCII characters.',
      remedy: 'Use a UUID.',
    },
    zh: { title: '幂等键无效', detail: '幂等键须为 1 至 255 个可打印 ASCII 字符。', remedy: '请使用 UUID。' },
  },
  'idempotency-key-reused': {
    kind: 'rule',
    en: {
      title: 'The idempotency key was used for another request',
      detail: 'The key {key} was used before with another input.',
      remedy: 'Use a new key for a new request, or repeat exactly the first input.',
    },
    zh: {
      title: '幂等键已用于其他请求',
      detail: '幂等键 {key} 此前用于不同的输入。',
      remedy: '新请求请使用新键；重试请原样重复首次输入。',
    },
  },
  'precondition-failed': {
    kind: 'changed-meanwhile',
    en: {
      title: 'The record has changed',
      detail: 'If-Match names {expected}; the record is now {actual}.',
      remedy: 'Read the record again and decide anew.',
    },
    zh: {
      title: '记录已变化',
      detail: 'If-Match 为 {expected}，当前为 {actual}。',
      remedy: '请重新读取记录后再决定。',
    },
  },
  'cursor-invalid': {
    kind: 'invalid',
    en: {
      title: 'The cursor is not valid',
      detail: 'The cursor was not issued by this list.',
      remedy: 'Start again without a cursor, then use nextCursor as it was given.',
    },
    zh: {
      title: '游标无效',
      detail: '该游标并非由此列表给出。',
      remedy: '请不带游标重新开始，并原样使用 nextCursor。',
    },
  },
  overloaded: {
    kind: 'unavailable',
    en: {
      title: 'Too busy',
      detail: 'The service cannot take this now: {reason}.',
      remedy: 'Repeat the request with the same key after the time in Retry-After.',
    },
    zh: {
      title: '服务繁忙',
      detail: '服务暂时无法处理：{reason}。',
      remedy: '请在 Retry-After 指示的时间后以相同幂等键重试。',
    },
  },
  'not-ready': {
    kind: 'unavailable',
    en: {
      title: 'The service is not ready',
      detail: 'The service cannot work without: {missing}.',
      remedy: 'Try again in a moment; if it stays so, look at what is named.',
    },
    zh: {
      title: '服务尚未就绪',
      detail: '服务缺少以下依赖，无法工作：{missing}。',
      remedy: '请稍后重试；如持续出现，请检查所列依赖。',
    },
  },
  internal: {
    kind: 'failure',
    en: {
      title: 'Internal error',
      detail: 'The service failed to handle the request; nothing was recorded.',
      remedy: 'Repeat the request with the same Idempotency-Key; if it fails again, report the instance.',
    },
    zh: {
      title: '内部错误',
      detail: '服务处理请求时出错，未记录任何数据。',
      remedy: '请以相同的 Idempotency-Key 重试；如仍失败，请报告 instance 的值。',
    },
  },
});
