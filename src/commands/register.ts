/** Commands for organisations, partners, code tables and the work calendar. */
import type { Licence, Site } from '../parties/index.ts';
import { type Commands, loaded, usage } from './command.ts';

const actions = () => import('./actions/register-actions.ts');
const partners = () => import('./actions/partner-actions.ts');
const codes = () => import('./actions/code-actions.ts');

const KINDS: Readonly<Record<Site['kind'], string>> = {
  generator: '产生单位',
  collection_point: '收集网点',
  transfer_point: '集中转运点',
  recycler: '再生利用单位',
  disposer: '处置单位',
  producer: '生产企业',
};

const MODES: Readonly<Record<Licence['mode'], string>> = {
  collection: '收集',
  recycling: '利用',
  transport: '运输',
};

export const REGISTER_COMMANDS: Commands = {
  'parties add': {
    usage: usage('parties add --uscc <code> --name <name> --division <code> [--site <kind>]'),
    summary: {
      en: 'Registers an organisation, and its first site at the same place. Repeated, it returns what is registered.',
      zh: '登记单位，并可同时登记同一地点的首个场所。重复执行时返回已登记的内容。',
    },
    options: {
      uscc: { en: 'its unified social credit code (GB 32100-2015)', zh: '统一社会信用代码（GB 32100-2015）' },
      name: { en: 'its name', zh: '单位名称' },
      division: {
        en: 'GB/T 2260 code of its city (4 digits) or county (6 digits)',
        zh: '所在市（4 位）或县（6 位）的行政区划代码（GB/T 2260）',
      },
      site: {
        en: `kind of the site: ${Object.keys(KINDS).join(', ')}; default: no site is registered`,
        zh: `场所类型：${Object.entries(KINDS)
          .map(([kind, name]) => `${kind}（${name}）`)
          .join('、')}；未填写时不登记场所`,
      },
    },
    act: loaded(actions, 'addParty'),
  },
  'licences add': {
    usage: usage(
      'licences add --party <id or social credit code> --mode <kind> --number <number> --from <day> --to <day> --issuer <name>',
    ),
    summary: {
      en: 'Registers a licence for waste batteries (900-052-31). Repeated, it returns what is registered.',
      zh: '登记废铅蓄电池（900-052-31）的许可证。重复执行时返回已登记的内容。',
    },
    options: {
      party: { en: 'the organisation that holds it', zh: '持证单位' },
      mode: {
        en: `what it permits: ${Object.keys(MODES).join(', ')}`,
        zh: `经营方式：${Object.entries(MODES)
          .map(([mode, name]) => `${mode}（${name}）`)
          .join('、')}`,
      },
      number: { en: 'its number', zh: '许可证编号' },
      from: { en: 'first day on which it is valid, such as 2026-01-01', zh: '有效期起始日，例如 2026-01-01' },
      to: { en: 'first day on which it is no longer valid', zh: '有效期届满次日' },
      issuer: { en: 'the authority that issued it', zh: '发证机关' },
    },
    act: loaded(actions, 'addLicence'),
  },
  'partners add': {
    usage: usage('partners add <file>'),
    summary: {
      en: 'Registers a partner, or replaces its name, address and keys, from a file with the body of POST /v1/exchange/partners.',
      zh: '登记对接方，或更新其名称、地址和密钥；文件内容与 POST /v1/exchange/partners 的请求正文相同。',
    },
    positionals: 1,
    act: loaded(partners, 'addPartner'),
  },
  'partners list': {
    usage: usage('partners list'),
    summary: { en: 'Lists the authorities with which messages are exchanged.', zh: '列出与本系统交换报文的对接方。' },
    act: loaded(partners, 'listPartners'),
  },
  'codes load': {
    usage: usage('codes load <file>'),
    summary: {
      en: 'Adds rows to divisions, waste_codes and law_values from a JSON file, or gives existing rows an end (valid_to), all or nothing. Nothing else of a row changes.',
      zh: '从 JSON 文件向 divisions（行政区划）、waste_codes（废物代码）、law_values（法规参数）新增行，或为已有行填写截止日期（valid_to）；全部成功或全部不导入。已有行的其他内容不变。',
    },
    positionals: 1,
    act: loaded(codes, 'loadCodeFile'),
  },
  'calendar load': {
    usage: usage('calendar load <file>'),
    summary: {
      en: 'Loads the work calendar of a year from a JSON file with the body of POST /v1/calendar. A year that is loaded is corrected by a notice that names its version. Repeated, it returns what is loaded.',
      zh: '从 JSON 文件导入年度工作日历，文件内容与 POST /v1/calendar 的请求正文相同。已导入的年度须注明替代版本方可更正。重复执行时返回已导入的内容。',
    },
    positionals: 1,
    act: loaded(codes, 'loadCalendarFile'),
  },
};
