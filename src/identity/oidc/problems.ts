/** Problems of OAuth 2.0: clients, codes, tokens and devices. The library gives no facts, so the texts show none. */
import { defineProblems } from '../../core/messages/problem.ts';

export const oauthProblem = defineProblems({
  'client-assertion-replayed': {
    kind: 'unauthenticated',
    en: {
      title: 'Assertion already used',
      detail: 'A client assertion can be used once, and this one was used before.',
      remedy: 'Sign a new assertion, with a new jti, for each request.',
    },
    zh: {
      title: '客户端断言已被使用',
      detail: '一个断言只能使用一次，该断言已被使用。',
      remedy: '请为每次请求重新签发断言，并使用新的 jti。',
    },
  },
  'client-credentials-wrong': {
    kind: 'unauthenticated',
    en: {
      title: 'Client authentication failed',
      detail: 'The client is unknown, or its client secret or assertion is wrong.',
      remedy: 'Check client_id and the client secret or key; see GET /v1/clients.',
    },
    zh: {
      title: '客户端身份验证失败',
      detail: '客户端不存在，或其客户端密钥、断言不正确。',
      remedy: '请核对 client_id 以及客户端密钥或签名密钥；客户端清单见 GET /v1/clients。',
    },
  },
  'oauth-request-invalid': {
    kind: 'invalid',
    en: {
      title: 'Invalid OAuth request',
      detail: 'The request does not follow OAuth 2.0 or OpenID Connect; error_description names the fault.',
      remedy: 'Correct the parameter that error_description names. An OAuth library makes valid requests.',
    },
    zh: {
      title: 'OAuth 请求有误',
      detail: '请求不符合 OAuth 2.0 或 OpenID Connect 规范，具体原因见 error_description。',
      remedy: '请更正 error_description 所指的参数；建议使用 OAuth 库生成请求。',
    },
  },
  'oauth-scope-refused': {
    kind: 'rule',
    en: {
      title: 'Scope not allowed',
      detail: 'The client asked for a scope that is unknown, or for which it is not registered.',
      remedy: 'Ask only for scopes of the client; see GET /v1/clients.',
    },
    zh: {
      title: '客户端不具备所申请的权限',
      detail: '所申请的权限不存在，或该客户端登记时未包含该权限。',
      remedy: '请仅申请该客户端已登记的权限；客户端清单见 GET /v1/clients。',
    },
  },
  'oauth-resource-unknown': {
    kind: 'rule',
    en: {
      title: 'Unknown resource',
      detail: 'Tokens are issued for this service only.',
      remedy: 'Leave out the parameter resource, or set it to the audience of this service.',
    },
    zh: {
      title: 'resource 参数不正确',
      detail: '本服务仅签发用于自身的令牌。',
      remedy: '请不填写 resource 参数，或填写本服务的受众（audience）。',
    },
  },
  'grant-type-refused': {
    kind: 'rule',
    en: {
      title: 'Grant type not allowed for this client',
      detail:
        'A machine uses client_credentials, an app authorization_code, a handheld the device code; apps and handhelds also refresh_token.',
      remedy: 'Use the grant type of the client, or register a client of the kind machine, app or handheld.',
    },
    zh: {
      title: '该客户端不能使用此授权方式',
      detail:
        '系统客户端（machine）使用 client_credentials，应用（app）使用 authorization_code，手持终端（handheld）使用设备授权；后两者还可使用 refresh_token。',
      remedy: '请使用该客户端类型对应的授权方式，或按用途另行登记客户端。',
    },
  },
  'redirect-uri-wrong': {
    kind: 'rule',
    en: {
      title: 'redirect_uri does not match',
      detail:
        'The redirect_uri is not exactly a registered one, or differs from the one with which the code was requested.',
      remedy: 'Send the same registered redirect_uri in both requests.',
    },
    zh: {
      title: 'redirect_uri 不一致',
      detail: 'redirect_uri 与登记的地址不完全一致，或与申请授权码时填写的不同。',
      remedy: '请在两次请求中填写同一个已登记的 redirect_uri。',
    },
  },
  'code-verifier-wrong': {
    kind: 'rule',
    en: {
      title: 'Wrong code_verifier',
      detail:
        'The code_verifier is missing, or does not match the code_challenge with which the code was requested (PKCE).',
      remedy: 'Send the verifier whose SHA-256 (base64url) was the code_challenge.',
    },
    zh: {
      title: 'code_verifier 不正确',
      detail: 'code_verifier 缺失，或与申请授权码时的 code_challenge 不对应（PKCE）。',
      remedy: '请发送原始 code_verifier，其 SHA-256 的 base64url 值即 code_challenge。',
    },
  },
  'authorization-code-unknown': {
    kind: 'rule',
    en: {
      title: 'Invalid authorisation code',
      detail: 'The authorisation code is unknown, has expired, or belongs to another client.',
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
      title: 'Authorisation code already used',
      detail: 'An authorisation code can be used once. It was used again, so all tokens of this login are revoked.',
      remedy: 'Begin the login again.',
    },
    zh: {
      title: '授权码已被使用',
      detail: '授权码只能使用一次；因重复使用，本次登录的全部令牌均已撤销。',
      remedy: '请重新登录。',
    },
  },
  'refresh-token-unknown': {
    kind: 'rule',
    en: {
      title: 'Invalid refresh token',
      detail: 'The refresh token is unknown, expired or revoked, or belongs to another client.',
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
      title: 'Refresh token already used',
      detail: 'A refresh token can be used once. It was used again, so all tokens of this login are revoked.',
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
      title: 'Login ended',
      detail: 'This login was revoked, or the person logged out.',
      remedy: 'Let the person log in again.',
    },
    zh: {
      title: '登录已失效',
      detail: '本次登录已被撤销，或用户已退出登录。',
      remedy: '请重新登录。',
    },
  },
  'device-code-pending': {
    kind: 'rule',
    en: {
      title: 'Waiting for authorisation',
      detail: 'The person has not confirmed the code of the device yet.',
      remedy: 'Ask again after the number of seconds in interval.',
    },
    zh: {
      title: '等待用户授权',
      detail: '用户尚未确认该设备的验证码。',
      remedy: '请按 interval 规定的间隔再次查询。',
    },
  },
  'device-code-too-fast': {
    kind: 'rule',
    en: {
      title: 'Device asks too often',
      detail: 'The device asked again before the required interval had passed.',
      remedy: 'From now on, wait five seconds longer between two requests.',
    },
    zh: {
      title: '设备查询过于频繁',
      detail: '距上次查询未满规定的间隔。',
      remedy: '请将此后的查询间隔延长 5 秒。',
    },
  },
  'device-code-expired': {
    kind: 'rule',
    en: {
      title: 'Code of the device expired',
      detail: 'The code of the device was not confirmed within ten minutes.',
      remedy: 'Request a new code at the device.',
    },
    zh: {
      title: '设备验证码已过期',
      detail: '验证码未在 10 分钟内得到确认。',
      remedy: '请在设备上重新获取验证码。',
    },
  },
  'device-code-denied': {
    kind: 'forbidden',
    en: {
      title: 'Device refused',
      detail: 'The person refused to authorise the device.',
      remedy: 'Request a new code at the device, and compare it before you confirm.',
    },
    zh: {
      title: '已拒绝授权该设备',
      detail: '用户拒绝了该设备的授权请求。',
      remedy: '请在设备上重新获取验证码，核对一致后再确认。',
    },
  },
  'device-code-wrong': {
    kind: 'missing',
    en: {
      title: 'Wrong code',
      detail: 'The code is wrong or has expired.',
      remedy: 'Type the code exactly as the device shows it.',
    },
    zh: {
      title: '验证码不正确或已过期',
      detail: '所填验证码不正确，或已过期。',
      remedy: '请按设备屏幕上显示的验证码重新输入。',
    },
  },
  'device-code-used': {
    kind: 'conflict',
    en: {
      title: 'Code already used',
      detail: 'A device was already authorised or refused with this code.',
      remedy: 'Request a new code at the device.',
    },
    zh: {
      title: '验证码已使用',
      detail: '该验证码已用于授权或拒绝设备。',
      remedy: '请在设备上重新获取验证码。',
    },
  },
  'device-code-unknown': {
    kind: 'rule',
    en: {
      title: 'Invalid device code',
      detail: 'The device code is unknown, was already used, or belongs to another client.',
      remedy: 'Request a new code at the device.',
    },
    zh: {
      title: '设备码无效',
      detail: '设备码（device_code）不存在、已使用或属于其他客户端。',
      remedy: '请在设备上重新获取验证码。',
    },
  },
});
