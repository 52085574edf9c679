/** Problems of OAuth 2.0: codes, tokens and devices. */
import { defineProblems } from '../../core/messages/problem.ts';

export const oauthProblem = defineProblems({
  'client-assertion-replayed': {
    kind: 'unauthenticated',
    en: {
      title: 'The assertion was used before',
      detail: 'An assertion is good for one request, and this one has been used.',
      remedy: 'Sign a new assertion for each request.',
    },
    zh: {
      title: '客户端断言已被使用',
      detail: '一个断言只能用于一次请求，该断言已被使用。',
      remedy: '请为每次请求签署新的断言。',
    },
  },
  'client-credentials-wrong': {
    kind: 'unauthenticated',
    en: {
      title: 'The client is not who it says',
      detail: 'The client is not known, or its secret or assertion does not hold.',
      remedy: 'Check client_id, secret or key; see GET /v1/clients.',
    },
    zh: {
      title: '客户端身份验证失败',
      detail: '客户端不存在，或其密钥、断言不正确。',
      remedy: '请核对 client_id、密钥；参见 GET /v1/clients。',
    },
  },
  'oauth-request-invalid': {
    kind: 'invalid',
    en: {
      title: 'The request cannot be understood',
      detail: 'The request does not follow OAuth 2.0 or OpenID Connect; error_description says where.',
      remedy: 'Correct the parameter that error_description names; a library for OAuth makes such requests right.',
    },
    zh: {
      title: '请求无法理解',
      detail: '请求不符合 OAuth 2.0 或 OpenID Connect；具体见 error_description。',
      remedy: '请更正 error_description 所指的参数；建议使用 OAuth 库生成请求。',
    },
  },
  'oauth-scope-refused': {
    kind: 'rule',
    en: {
      title: 'The client may not have these scopes',
      detail: 'The client asked for a scope that it was not registered with, or that does not exist.',
      remedy: 'Ask for scopes of the client only; see GET /v1/clients.',
    },
    zh: {
      title: '客户端不具备所请求的权限',
      detail: '客户端请求了未登记或不存在的权限。',
      remedy: '请仅请求该客户端已登记的权限；参见 GET /v1/clients。',
    },
  },
  'oauth-resource-unknown': {
    kind: 'rule',
    en: {
      title: 'The resource is not served here',
      detail: 'Tokens are given for this service alone.',
      remedy: 'Leave the parameter resource out, or name the audience of this service.',
    },
    zh: {
      title: '不提供该资源',
      detail: '此处只签发本服务的令牌。',
      remedy: '请不填 resource 参数，或填写本服务的受众。',
    },
  },
  'grant-type-refused': {
    kind: 'rule',
    en: {
      title: 'The client may not ask in this way',
      detail: 'The client is of a kind that obtains its tokens in another way.',
      remedy: 'Register a client of the kind machine, app or handheld, as the use demands.',
    },
    zh: {
      title: '客户端不得使用该授权方式',
      detail: '该类客户端须以其他方式获取令牌。',
      remedy: '请按用途登记 machine、app 或 handheld 类客户端。',
    },
  },
  'redirect-uri-wrong': {
    kind: 'rule',
    en: {
      title: 'The redirect_uri is not the registered one',
      detail:
        'The redirect_uri is not, letter by letter, one that was registered, or not the one the code was asked for with.',
      remedy: 'Send the same registered redirect_uri in both requests.',
    },
    zh: {
      title: 'redirect_uri 与登记不符',
      detail: 'redirect_uri 与登记的地址不完全一致，或与申请授权码时不同。',
      remedy: '请在两次请求中使用同一个已登记的 redirect_uri。',
    },
  },
  'code-verifier-wrong': {
    kind: 'rule',
    en: {
      title: 'The code_verifier does not hold',
      detail:
        'The code_verifier is missing or does not belong to the code_challenge that the code was asked for with (PKCE).',
      remedy: 'Send the verifier whose SHA-256 was the code_challenge.',
    },
    zh: {
      title: 'code_verifier 不正确',
      detail: 'code_verifier 缺失，或与申请授权码时的 code_challenge 不对应（PKCE）。',
      remedy: '请发送其 SHA-256 即 code_challenge 的 code_verifier。',
    },
  },
  'authorization-code-unknown': {
    kind: 'rule',
    en: {
      title: 'The code does not hold',
      detail: 'The authorisation code is not known, has expired, or was given to another client.',
      remedy: 'Begin the login again.',
    },
    zh: {
      title: '授权码无效',
      detail: '授权码不存在、已过期或属于其他客户端。',
      remedy: '请重新登录。',
    },
  },
  'authorization-code-used': {
    kind: 'rule',
    en: {
      title: 'The code was used before',
      detail: 'An authorisation code is good once. As it was used twice, all tokens given for it are taken back.',
      remedy: 'Begin the login again.',
    },
    zh: {
      title: '授权码已被使用',
      detail: '授权码只能使用一次；因重复使用，由其签发的令牌均已撤销。',
      remedy: '请重新登录。',
    },
  },
  'refresh-token-unknown': {
    kind: 'rule',
    en: {
      title: 'The refresh token does not hold',
      detail: 'The refresh token is not known, has expired, was taken back, or was given to another client.',
      remedy: 'Let the person log in again.',
    },
    zh: {
      title: '刷新令牌无效',
      detail: '刷新令牌不存在、已过期、已撤销或属于其他客户端。',
      remedy: '请重新登录。',
    },
  },
  'refresh-token-used': {
    kind: 'rule',
    en: {
      title: 'The refresh token was used before',
      detail: 'A refresh token is good once. As it was used twice, all tokens of this login are taken back.',
      remedy: 'Let the person log in again, and always keep the newest refresh token.',
    },
    zh: {
      title: '刷新令牌已被使用',
      detail: '刷新令牌只能使用一次；因重复使用，本次登录的全部令牌均已撤销。',
      remedy: '请重新登录，并始终保存最新的刷新令牌。',
    },
  },
  'login-ended': {
    kind: 'rule',
    en: {
      title: 'The login has ended',
      detail: 'What was given at this login was taken back, or the person logged out.',
      remedy: 'Let the person log in again.',
    },
    zh: {
      title: '登录已结束',
      detail: '本次登录已撤销，或人员已退出登录。',
      remedy: '请重新登录。',
    },
  },
  'device-code-pending': {
    kind: 'rule',
    en: {
      title: 'The device is not let in yet',
      detail: 'Nobody has confirmed the code of the device yet.',
      remedy: 'Ask again after the interval.',
    },
    zh: {
      title: '设备尚未获准',
      detail: '尚无人确认该设备的代码。',
      remedy: '请按间隔时间再次查询。',
    },
  },
  'device-code-too-fast': {
    kind: 'rule',
    en: {
      title: 'The device asks too often',
      detail: 'The device asked again before the interval was over.',
      remedy: 'Wait five seconds longer between two requests from now on.',
    },
    zh: {
      title: '设备查询过于频繁',
      detail: '设备在间隔时间未到时再次查询。',
      remedy: '此后请将查询间隔延长五秒。',
    },
  },
  'device-code-expired': {
    kind: 'rule',
    en: {
      title: 'The code of the device has expired',
      detail: 'Nobody confirmed the code of the device in time.',
      remedy: 'Let the device ask for a new code.',
    },
    zh: {
      title: '设备代码已过期',
      detail: '设备代码未在有效期内得到确认。',
      remedy: '请让设备重新申请代码。',
    },
  },
  'device-code-denied': {
    kind: 'forbidden',
    en: {
      title: 'The device was not let in',
      detail: 'Whoever looked at the code of the device refused it.',
      remedy: 'Let the device ask for a new code, and compare it before confirming.',
    },
    zh: {
      title: '设备未获准',
      detail: '查看设备代码的人员拒绝了该请求。',
      remedy: '请让设备重新申请代码，确认前核对代码。',
    },
  },
  'device-code-wrong': {
    kind: 'missing',
    en: {
      title: 'There is no such code',
      detail: 'No device waits with this code.',
      remedy: 'Type the code as the device shows it.',
    },
    zh: {
      title: '没有该代码',
      detail: '没有设备在等待该代码。',
      remedy: '请按设备显示的代码输入。',
    },
  },
  'device-code-used': {
    kind: 'conflict',
    en: {
      title: 'The code was used already',
      detail: 'A device was let in or refused with this code already.',
      remedy: 'Let the device ask for a new code.',
    },
    zh: {
      title: '代码已被使用',
      detail: '该代码已用于准许或拒绝设备。',
      remedy: '请让设备重新申请代码。',
    },
  },
  'device-code-unknown': {
    kind: 'rule',
    en: {
      title: 'The device code does not hold',
      detail: 'The device code is not known, was used, or was given to another client.',
      remedy: 'Let the device ask for a new code.',
    },
    zh: {
      title: '设备码无效',
      detail: '设备码不存在、已使用或属于其他客户端。',
      remedy: '请让设备重新申请代码。',
    },
  },
});
