/** Problems of requests: their form, their rate, and their idempotency keys. */
import { defineProblems } from '../../core/messages/problem.ts';
import { PARTS, REASONS } from './reasons.ts';
import { VERSION_PROBLEMS } from './shapes/version-problems.ts';

export const httpProblem = defineProblems(
  {
    'rate-exceeded': {
      kind: 'too-many',
      en: {
        title: 'Too many requests',
        detail: 'The limit of requests is exceeded; the next request is accepted in {retryAfterSeconds} s.',
        remedy:
          'Wait as long as the header Retry-After says, then repeat with the same Idempotency-Key. For many records use the bulk addresses.',
      },
      zh: {
        title: '请求过于频繁',
        detail: '请求频率超过限制，请在 {retryAfterSeconds} 秒后重试。',
        remedy: '请按响应头 Retry-After 等待后，以相同的 Idempotency-Key 重试；大量数据请使用批量接口。',
      },
    },
    'credentials-blocked': {
      kind: 'too-many',
      en: {
        title: 'Too many wrong tokens or client secrets',
        detail: 'Too many wrong tokens or client secrets were sent; the next one is checked in {retryAfterSeconds} s.',
        remedy:
          'Wait as long as the header Retry-After says, and correct the token or client secret before you repeat.',
      },
      zh: {
        title: '令牌或客户端密钥错误次数过多',
        detail: '令牌或客户端密钥错误次数过多，请在 {retryAfterSeconds} 秒后重试。',
        remedy: '请按响应头 Retry-After 等待，更正令牌或客户端密钥后重试。',
      },
    },
    'purpose-unreadable': {
      kind: 'invalid',
      en: {
        title: 'The purpose cannot be read',
        detail: 'The header Personal-Data-Purpose must state in 3 to 200 characters why personal data is read.',
        remedy: 'Send the purpose as percent-encoded UTF-8, such as complaint%2042, or leave the header out.',
      },
      zh: {
        title: '无法读取用途说明',
        detail: '请求头 Personal-Data-Purpose 须以 3 至 200 个字符说明读取个人信息的用途。',
        remedy: '请填写经百分号编码的 UTF-8 文本，例如 complaint%2042；无需查看个人信息时，请不要发送该请求头。',
      },
    },
    'request-invalid': {
      kind: 'invalid',
      en: {
        title: 'The request is not valid',
        detail: 'Fields that are not valid: {count}; see errors.',
        remedy: 'Correct each field named in errors and send the request again.',
      },
      zh: {
        title: '请求无效',
        detail: '填写内容有 {count} 处不符合要求，详见返回结果中的 errors。',
        remedy: '请按 errors 逐项更正后重新提交。',
      },
    },
    'body-unreadable': {
      kind: 'invalid',
      en: {
        title: 'The body cannot be read',
        detail: 'The body is not acceptable JSON: {reason:reason}.',
        remedy: 'Send one JSON document in UTF-8, nested at most {depthMax} levels deep.',
      },
      zh: {
        title: '无法读取请求正文',
        detail: '请求正文不符合 JSON 格式要求：{reason:reason}。',
        remedy: '请发送一个 UTF-8 编码的 JSON 文档，嵌套不超过 {depthMax} 层。',
      },
    },
    'body-name-repeated': {
      kind: 'invalid',
      en: {
        title: 'A field is repeated',
        detail: 'The body has the field {name} more than once in one object, so its meaning is not clear.',
        remedy: 'Send every field once.',
      },
      zh: {
        title: '字段重复',
        detail: '请求正文的同一对象中字段 {name} 重复出现，含义不明确。',
        remedy: '每个字段请只填写一次。',
      },
    },
    'body-too-large': {
      kind: 'too-large',
      en: {
        title: 'The body is too large',
        detail: 'This address accepts at most {limitBytes} bytes.',
        remedy: 'Send fewer records at once, in several requests.',
      },
      zh: {
        title: '请求正文过大',
        detail: '该地址最多接受 {limitBytes} 字节。',
        remedy: '请减少单次提交的数据量，分多次提交。',
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
        detail: '该地址不接受内容类型 {contentType}。',
        remedy: '请使用请求头 Content-Type: {accepted}。',
      },
    },
    'http-unreadable': {
      kind: 'invalid',
      en: {
        title: 'The HTTP request is not valid',
        detail: 'The request cannot be read: {reason:reason}.',
        remedy: 'Send one complete HTTP/1.1 request with headers of at most 16 KiB in total.',
      },
      zh: {
        title: '不是有效的 HTTP 请求',
        detail: '无法读取请求：{reason:reason}。',
        remedy: '请发送完整的 HTTP/1.1 请求，请求头合计不超过 16 KiB。',
      },
    },
    'route-missing': {
      kind: 'missing',
      en: {
        title: 'The address does not exist',
        detail: '{method} {path} does not exist.',
        remedy: 'See /openapi.json or /docs for the addresses that exist.',
      },
      zh: { title: '地址不存在', detail: '{method} {path} 不存在。', remedy: '可用地址见 /openapi.json 或 /docs。' },
    },
    'method-not-allowed': {
      kind: 'wrong-method',
      en: {
        title: 'The address does not support this method',
        detail: '{path} supports {allowed}, not {method}.',
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
        title: 'A header is repeated',
        detail: 'The header {header} appears more than once, so its meaning is not clear.',
        remedy: 'Send the header {header} once.',
      },
      zh: {
        title: '请求头重复',
        detail: '请求头 {header} 重复出现，含义不明确。',
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
        title: 'The idempotency key is missing',
        detail: 'Every POST and PATCH request needs the header Idempotency-Key.',
        remedy: 'Send Idempotency-Key with a new unique value, and the same value when you repeat the request.',
      },
      zh: {
        title: '缺少幂等键',
        detail: 'POST 和 PATCH 请求须提供请求头 Idempotency-Key。',
        remedy: '请为每次新请求提供唯一的 Idempotency-Key，重试时使用相同的值。',
      },
    },
    'idempotency-key-invalid': {
      kind: 'invalid',
      en: {
        title: 'The idempotency key is not valid',
        detail: 'The Idempotency-Key must have 1 to 255 printable ASCII characters.',
        remedy: 'Use a UUID.',
      },
      zh: { title: '幂等键无效', detail: '幂等键须为 1 至 255 个可打印 ASCII 字符。', remedy: '请使用 UUID。' },
    },
    'idempotency-key-reused': {
      kind: 'rule',
      en: {
        title: 'The idempotency key was used for another request',
        detail: 'The key {key} was used before for a request with other content.',
        remedy: 'Use a new key for a new request, or repeat the first request unchanged.',
      },
      zh: {
        title: '幂等键已用于其他请求',
        detail: '幂等键 {key} 已用于内容不同的请求。',
        remedy: '新请求请使用新的幂等键；重试时请原样发送首次的内容。',
      },
    },
    ...VERSION_PROBLEMS,
    'cursor-invalid': {
      kind: 'invalid',
      en: {
        title: 'The cursor is not valid',
        detail: 'The cursor does not belong to this list.',
        remedy: 'Start again without a cursor, then send nextCursor unchanged.',
      },
      zh: {
        title: '游标无效',
        detail: '该游标不属于此列表。',
        remedy: '请不带游标重新查询，并原样使用返回的 nextCursor。',
      },
    },
    overloaded: {
      kind: 'unavailable',
      en: {
        title: 'The service is busy',
        detail: 'The service cannot handle the request now: {reason:reason}.',
        remedy: 'Repeat the request with the same Idempotency-Key after the time in Retry-After.',
      },
      zh: {
        title: '服务繁忙',
        detail: '服务暂时无法处理请求：{reason:reason}。',
        remedy: '请按响应头 Retry-After 等待后，以相同的 Idempotency-Key 重试。',
      },
    },
    'not-ready': {
      kind: 'unavailable',
      en: {
        title: 'The service is not ready',
        detail: 'The service cannot work without: {missing:part}.',
        remedy: 'Try again in a moment; if the problem remains, check these parts: {missing:part}.',
      },
      zh: {
        title: '服务尚未就绪',
        detail: '服务缺少以下依赖，无法工作：{missing:part}。',
        remedy: '请稍后重试；如持续出现，请检查：{missing:part}。',
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
        remedy: '请以相同的 Idempotency-Key 重试；如仍失败，请将返回结果中的 instance 提供给管理员。',
      },
    },
  },
  { reason: REASONS, part: PARTS },
  {
    'rate-exceeded': { retryAfterSeconds: 1 },
    'credentials-blocked': { retryAfterSeconds: 30 },
    'body-unreadable': { reason: 'syntax', depthMax: 32, pointer: '#/body' },
    'body-name-repeated': { name: 'massGrams', pointer: '#/body' },
    'body-too-large': { limitBytes: 65_536, pointer: '#/body' },
    'content-type-unsupported': { contentType: 'text/plain', accepted: 'application/json' },
    'http-unreadable': { reason: 'headers-too-large' },
    'route-missing': { method: 'GET', path: '/problems/nothing' },
    'header-repeated': { header: 'authorization' },
    'host-contradictory': { named: 'other.example.org', header: 'leadloop.example.org' },
    'idempotency-key-missing': { pointer: '#/headers/idempotency-key' },
    'idempotency-key-invalid': { pointer: '#/headers/idempotency-key' },
    'idempotency-key-reused': { key: '0199f2c4-5b1e-7d30-9a44-2f0d1c7be001' },
    'precondition-failed': { expected: 3, actual: 4 },
    'precondition-missing': { pointer: '#/headers/if-match' },
    'cursor-invalid': { pointer: '#/query/cursor' },
    overloaded: { reason: 'loop-slow' },
    'not-ready': { missing: ['database'] },
  },
);
