/** Words for OAuth errors, as the error page shows them. The texts of the library are for the log: they are English only. */
import type { Bilingual, Language } from '../../core/messages/language.ts';

const UNREADABLE: Bilingual = {
  en: 'The application sent its request in a form that is not supported here.',
  zh: '应用所用的请求形式不受支持。',
};
const LOGIN_NEEDED: Bilingual = {
  en: 'The application asked for an open login, and there is none in this browser.',
  zh: '应用要求已登录，而本浏览器尚未登录。',
};

/** Words by error of OAuth 2.0 and OpenID Connect. */
export const OAUTH_ERRORS: Readonly<Record<string, Bilingual>> = {
  access_denied: { en: 'The login was refused or cancelled.', zh: '登录已被拒绝或取消。' },
  consent_required: LOGIN_NEEDED,
  expired_token: { en: 'The code has expired.', zh: '验证码已过期。' },
  interaction_required: LOGIN_NEEDED,
  invalid_client: {
    en: 'The application is not registered here, was revoked, or did not prove its identity.',
    zh: '应用未在本系统登记、已被撤销，或未通过身份验证。',
  },
  invalid_redirect_uri: {
    en: 'The redirect_uri is not one that is registered for the application.',
    zh: '回调地址（redirect_uri）未在该应用名下登记。',
  },
  invalid_request: {
    en: 'A parameter of the request is missing, repeated or wrong.',
    zh: '请求参数缺失、重复或不正确。',
  },
  invalid_request_object: UNREADABLE,
  invalid_request_uri: UNREADABLE,
  invalid_scope: {
    en: 'The application asked for a permission (scope) that is unknown, or for which it is not registered.',
    zh: '应用所申请的权限（scope）不存在，或该应用登记时未包含该权限。',
  },
  invalid_target: {
    en: 'The application asked for a token of another service (resource).',
    zh: '应用申请的是其他服务的令牌（resource）。',
  },
  login_required: LOGIN_NEEDED,
  registration_not_supported: UNREADABLE,
  request_not_supported: UNREADABLE,
  request_uri_not_supported: UNREADABLE,
  server_error: { en: 'The service failed to handle the request.', zh: '服务处理请求时出错。' },
  temporarily_unavailable: { en: 'The service is busy.', zh: '服务繁忙。' },
  unauthorized_client: {
    en: 'The application is not registered for this kind of login.',
    zh: '该应用登记的类型不能使用此登录方式。',
  },
  unsupported_response_mode: {
    en: 'The response_mode is not supported.',
    zh: '不支持所填的 response_mode。',
  },
  unsupported_response_type: {
    en: 'The response_type is not supported; it must be code.',
    zh: '不支持所填的 response_type，应为 code。',
  },
};

const OTHER: Bilingual = { en: 'The request cannot be handled.', zh: '无法处理该请求。' };

/** Errors of this service, for which the application is not at fault. */
const OURS: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable']);

export const isOurError = (error: string): boolean => OURS.has(error);

/** Returns the words for an error. An unknown error gets a general sentence. */
export const wordsOfError = (error: string, language: Language): string => (OAUTH_ERRORS[error] ?? OTHER)[language];
