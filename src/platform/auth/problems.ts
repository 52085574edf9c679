/** Problems of access tokens. */
import { defineProblems } from '../../core/messages/problem.ts';
import { REASONS } from './reasons.ts';

export const authProblem = defineProblems(
  {
    'token-missing': {
      kind: 'unauthenticated',
      en: {
        title: 'The token is missing',
        detail: 'This address needs a bearer token.',
        remedy: 'Send the header Authorization: Bearer <token>.',
      },
      zh: {
        title: '缺少令牌',
        detail: '访问该地址须提供访问令牌。',
        remedy: '请使用请求头 Authorization: Bearer <token>。',
      },
    },
    'token-invalid': {
      kind: 'unauthenticated',
      en: {
        title: 'The token is invalid',
        detail: 'The token was rejected: {reason:reason}.',
        remedy: 'Obtain a new token from the issuer of this service.',
      },
      zh: { title: '令牌无效', detail: '令牌未被接受：{reason:reason}。', remedy: '请向本服务的签发方重新获取令牌。' },
    },
    'token-expired': {
      kind: 'unauthenticated',
      en: {
        title: 'The token has expired',
        detail: 'The token was valid until {until:time}.',
        remedy: 'Obtain a new token from its issuer.',
      },
      zh: { title: '令牌已过期', detail: '令牌已于 {until:time}到期。', remedy: '请向签发方重新获取令牌。' },
    },
    'token-not-yet-valid': {
      kind: 'unauthenticated',
      en: {
        title: 'The token is not valid yet',
        detail: 'The token was issued, or becomes valid, later than the clock of this service shows.',
        remedy: 'Synchronise the clock of the issuer with a time server and obtain a new token.',
      },
      zh: {
        title: '令牌尚未生效',
        detail: '令牌的签发时间或生效时间晚于本服务的当前时间。',
        remedy: '请将签发方时钟与时间服务器同步后重新获取令牌。',
      },
    },
    'token-audience-wrong': {
      kind: 'unauthenticated',
      en: {
        title: 'The token is for another service',
        detail: 'The audience (aud) of the token is not {audience}.',
        remedy: 'Ask the issuer for a token with the resource {audience}.',
      },
      zh: {
        title: '令牌的受众不符',
        detail: '令牌的受众（aud）不是 {audience}。',
        remedy: '请向签发方申请 resource 为 {audience} 的令牌。',
      },
    },
    'token-issuer-wrong': {
      kind: 'unauthenticated',
      en: {
        title: 'The issuer of the token is not trusted here',
        detail: 'The issuer (iss) of the token is not trusted here. Trusted issuers: {trusted}.',
        remedy: 'Obtain a token from a trusted issuer.',
      },
      zh: {
        title: '令牌签发方不受信任',
        detail: '令牌的签发方（iss）不受信任；受信任的签发方：{trusted}。',
        remedy: '请向受信任的签发方获取令牌。',
      },
    },
    'token-signature-wrong': {
      kind: 'unauthenticated',
      en: {
        title: 'The signature of the token is wrong',
        detail:
          'The token was changed after it was signed, or it was signed with a different key from the one it names.',
        remedy: 'Send the token exactly as the issuer issued it.',
      },
      zh: {
        title: '令牌签名错误',
        detail: '令牌在签名后被更改，或签名密钥与其所标明的不符。',
        remedy: '请原样使用签发方签发的令牌。',
      },
    },
    'token-key-unknown': {
      kind: 'unauthenticated',
      en: {
        title: 'The key of the token is unknown',
        detail: 'The issuer has no key with the identifier that the token names.',
        remedy: 'Obtain a new token: the issuer may have retired the key.',
      },
      zh: {
        title: '令牌的签名密钥不存在',
        detail: '签发方没有令牌所标明的签名密钥。',
        remedy: '请重新获取令牌：该密钥可能已被签发方停用。',
      },
    },
    'token-algorithm-refused': {
      kind: 'unauthenticated',
      en: {
        title: 'The algorithm of the token is not accepted',
        detail: 'Only tokens signed with {accepted} are accepted.',
        remedy: 'Have the issuer sign with an accepted algorithm.',
      },
      zh: {
        title: '不接受该令牌算法',
        detail: '只接受以 {accepted} 签名的令牌。',
        remedy: '请签发方改用上述算法签名。',
      },
    },
    'token-proof-missing': {
      kind: 'unauthenticated',
      en: {
        title: 'The proof for the token is missing',
        detail: 'The token is bound to a key, and the request does not prove that its sender has the key.',
        remedy: 'Send Authorization: DPoP <token> with a header DPoP that the key signed for this request (RFC 9449).',
      },
      zh: {
        title: '缺少令牌的持有证明',
        detail: '该令牌已绑定密钥，而请求未证明发送方持有该密钥。',
        remedy: '请使用 Authorization: DPoP <token>，并附上该密钥为本次请求签名的 DPoP 请求头（RFC 9449）。',
      },
    },
    'token-proof-invalid': {
      kind: 'unauthenticated',
      en: {
        title: 'The proof for the token is invalid',
        detail: 'The proof was rejected: {reason:reason}.',
        remedy: 'Make a new proof for each request: its method, its address, this token, the present time.',
      },
      zh: {
        title: '令牌的持有证明无效',
        detail: '持有证明未被接受：{reason:reason}。',
        remedy: '请为每次请求重新生成证明，写明方法、地址、令牌与当前时间。',
      },
    },
    'token-proof-key-wrong': {
      kind: 'unauthenticated',
      en: {
        title: 'Another key signed the proof',
        detail: 'The token is bound to a different key from the one that signed the proof.',
        remedy: 'Use the device that obtained the token, or obtain a token for this device.',
      },
      zh: {
        title: '持有证明的密钥不符',
        detail: '令牌所绑定的密钥与签署证明的密钥不同。',
        remedy: '请使用获得该令牌的设备，或为本设备重新获取令牌。',
      },
    },
    'token-proof-replayed': {
      kind: 'unauthenticated',
      en: {
        title: 'The proof was used before',
        detail: 'A proof is valid for one request, and this one has been used.',
        remedy: 'Make a new proof for each request.',
      },
      zh: {
        title: '持有证明已被使用',
        detail: '一个证明只能用于一次请求，该证明已被使用。',
        remedy: '请为每次请求生成新的证明。',
      },
    },
    'issuer-unreachable': {
      kind: 'unavailable',
      en: {
        title: 'The keys of the issuer cannot be fetched',
        detail: 'The keys of {issuer} cannot be fetched, so its tokens cannot be verified.',
        remedy: 'Repeat the request in a moment; if the problem remains, check the service of the issuer.',
      },
      zh: {
        title: '无法取得签发方密钥',
        detail: '无法从 {issuer} 获取密钥，暂不能校验令牌。',
        remedy: '请稍后重试；如持续出现，请检查签发方服务。',
      },
    },
    'token-revoked': {
      kind: 'unauthenticated',
      en: {
        title: 'The token has been revoked',
        detail: 'The login of the token has ended, its roles were changed, or its client revoked it.',
        remedy: 'Obtain another token with the refresh token; if that is rejected too, log in again.',
      },
      zh: {
        title: '令牌已被撤销',
        detail: '令牌所属的登录已结束、令牌所载角色已变更，或客户端已撤销该令牌。',
        remedy: '请用刷新令牌换取新令牌；如仍不被接受，请重新登录。',
      },
    },
    'client-revoked': {
      kind: 'unauthenticated',
      en: {
        title: 'The client has been revoked',
        detail: 'The client that obtained the token has been revoked.',
        remedy: 'Ask the administrator for a new client.',
      },
      zh: { title: '客户端已被撤销', detail: '令牌所属的客户端已被撤销。', remedy: '请向管理员申请新的客户端。' },
    },
  },
  { reason: REASONS },
  {
    'token-invalid': { reason: 'not-of-this-service' },
    'token-expired': { until: '2026-10-05T00:00:00.000Z' },
    'token-audience-wrong': { audience: 'leadloop' },
    'token-issuer-wrong': { trusted: ['https://leadloop.example.org/oidc'] },
    'token-algorithm-refused': { accepted: ['ES256'] },
    'token-proof-invalid': { reason: 'proof-old' },
    'issuer-unreachable': { issuer: 'https://login.example.org' },
  },
);
