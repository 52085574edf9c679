/** Notices about organisations and sites: doubtful codes and places, which are registered nevertheless. */
import { PROVINCES } from '../../core/identifiers/provinces.ts';
import { defineNotices } from '../../core/messages/notice.ts';

export const registerNotice = defineNotices(
  {
    'uscc-registration': {
      severity: 'flag',
      en: {
        title: 'Unusual start of the social credit code',
        detail:
          'The code {uscc} begins with {registration}, which GB 32100-2015 gives to no registering department and category. Compare it with the business licence.',
      },
      zh: {
        title: '统一社会信用代码前两位异常',
        detail:
          '统一社会信用代码 {uscc} 的前两位 {registration} 不是 GB 32100-2015 规定的登记管理部门代码和机构类别代码，请对照营业执照核对。',
      },
    },
    'uscc-division-unknown': {
      severity: 'flag',
      en: {
        title: 'Unknown division in the social credit code',
        detail:
          'The code {uscc} contains the division {usccDivision}, which is in no list (GB/T 2260). Compare it with the business licence.',
      },
      zh: {
        title: '统一社会信用代码中的行政区划不存在',
        detail:
          '统一社会信用代码 {uscc} 第 3 至 8 位的行政区划代码 {usccDivision} 不在行政区划代码表（GB/T 2260）中，请对照营业执照核对。',
      },
    },
    'uscc-division-differs': {
      severity: 'flag',
      en: {
        title: 'Social credit code of another place',
        detail:
          'The code {uscc} was issued in division {usccDivision}; the organisation is registered in {divisionCode}. Check both, unless it has moved.',
      },
      zh: {
        title: '统一社会信用代码与所在地不一致',
        detail:
          '统一社会信用代码 {uscc} 的登记机关行政区划为 {usccDivision}，而单位的行政区划代码为 {divisionCode}；如未迁址，请核对两者。',
      },
    },
    'uscc-body-check-character': {
      severity: 'flag',
      en: {
        title: 'Doubtful check character inside the social credit code',
        detail:
          'In the code {uscc}, the 17th character does not follow from the 8 before it (GB 11714). Some codes were issued so. Compare it with the business licence.',
      },
      zh: {
        title: '主体标识码校验码不符',
        detail:
          '统一社会信用代码 {uscc} 的第 17 位与主体标识码的校验规则（GB 11714）不符。部分已发放的代码存在此种情形，请对照营业执照核对。',
      },
    },
    'division-unverified': {
      severity: 'flag',
      en: {
        title: 'Division not verified',
        detail:
          'The list (GB/T 2260) has no county of this city, or no city of this province. So division {divisionCode} could not be verified. Check it.',
      },
      zh: {
        title: '行政区划代码未经核实',
        detail: '行政区划代码表（GB/T 2260）未收录该省或该市的下级区划，代码 {divisionCode} 无法核实，请核对。',
      },
    },
    'division-abolished': {
      severity: 'flag',
      en: {
        title: 'Abolished division',
        detail: 'Division {divisionCode} was in an earlier list (GB/T 2260) and is no longer in force. Check the code.',
      },
      zh: {
        title: '行政区划代码已废止',
        detail: '行政区划代码 {divisionCode} 曾列入行政区划代码表（GB/T 2260），现已废止，请核对。',
      },
    },
    'division-not-listed': {
      severity: 'flag',
      en: {
        title: 'County not in the list',
        detail:
          'The list (GB/T 2260) has other counties of this city, but not {divisionCode}. The record counts for the city.',
      },
      zh: {
        title: '县级行政区划代码未列入代码表',
        detail: '行政区划代码表（GB/T 2260）收录了该市的其他县级区划，但没有 {divisionCode}；暂按该市统计，请核对。',
      },
    },
    'site-outside-province': {
      severity: 'flag',
      en: {
        title: 'Coordinates outside the province',
        detail:
          'The site is registered in {province:province}, but {latitude}° N, {longitude}° E lies outside it. Check the coordinates and the division.',
      },
      zh: {
        title: '坐标不在所属省份',
        detail:
          '场所登记在{province:province}，但其坐标（北纬 {latitude}°，东经 {longitude}°）在该省份以外，请核对坐标和行政区划代码。',
      },
    },
  },
  { province: PROVINCES },
);
