/** Tokens of four people, and a call for each, to try the systems of the demo with. */

import { PROVINCE_OFFICE_ROLES } from '../../core/access/roles.ts';
import type { Bilingual, Language } from '../../core/messages/language.ts';
import { MONTH } from '../plan/moment.ts';
import { GUANGXI } from '../plan/place.ts';
import type { Plan } from '../plan/plan.ts';
import type { Stage } from '../stage/stage.ts';
import type { Person } from '../token.ts';
import type { Registry } from '../trade/registry.ts';

/** An example call: the variable of its token, the person who makes it, and its path. */
type Example = { readonly name: string; readonly who: Bilingual; readonly person: Person; readonly path: string };

type Played = { readonly registry: Registry; readonly plan: Plan };

const INTRODUCTION: Bilingual = {
  en: 'To try it, set these tokens (valid for 12 hours) and type:',
  zh: '可设置以下令牌（12 小时内有效）并执行相应命令：',
};

/** Returns the text; empty when Guangxi takes no part or its key is not ours. */
export async function invitation(stage: Stage, played: Played, language: Language): Promise<string> {
  const { url, tokenFor } = stage.provinces.get(GUANGXI) ?? {};
  if (url === undefined || tokenFor === undefined) return '';
  const lines = await Promise.all(
    examplesOf(played).map(async ({ name, who, person, path }) => [
      `# ${who[language]}`,
      `${name}=${await tokenFor(person)}`,
      `curl -s -H "Authorization: Bearer $${name}" '${url}${path}'`,
      '',
    ]),
  );
  return ['', INTRODUCTION[language], '', ...lines.flat()].join('\n');
}

function examplesOf(played: Played): Example[] {
  const [smelter, point] = [idOf(played, 'smelter'), idOf(played, 'collector')];
  return [
    {
      name: 'OFFICE',
      who: { en: 'the province office: flows of the month', zh: '省级主管部门：当月流向' },
      person: { roles: PROVINCE_OFFICE_ROLES },
      path: `/v1/flows?from=${MONTH}&to=2026-11&level=city`,
    },
    {
      name: 'CITY',
      who: { en: 'a regulator of Nanning: manifests of its organisations', zh: '南宁市监管人员：辖区单位的联单' },
      person: { roles: ['city_regulator'], division: '4501' },
      path: '/v1/manifests?limit=2',
    },
    {
      name: 'SMELTER',
      who: { en: 'the manager of a smelter: its lead recovery rates', zh: '再生利用单位负责人：本单位铅回收率' },
      person: { roles: ['enterprise_manager'], partyId: smelter },
      path: `/v1/recovery?partyId=${smelter}&period=${MONTH}`,
    },
    {
      name: 'POINT',
      who: { en: 'an operator of a collection point: its batches', zh: '收集网点操作员：本网点批次' },
      person: { roles: ['collection_point_operator'], partyId: point },
      path: '/v1/batches?limit=2',
    },
  ];
}

/** Returns the id of the first enterprise of Guangxi with a role. */
function idOf({ registry, plan }: Played, role: 'smelter' | 'collector'): string {
  const found = plan.enterprises.find(({ key, province }) => province === GUANGXI && key.startsWith(`${role}:`));
  return registry.party(GUANGXI, found?.key ?? role);
}
