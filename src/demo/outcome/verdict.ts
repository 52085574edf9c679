/** Verdict on the month: all faults of its outcome, in plain words. */
import type { Bilingual, Language } from '../../core/messages/language.ts';
import { shownMass } from '../../core/messages/mass.ts';
import type { Plan } from '../plan/plan.ts';
import type { Refused } from '../trade/approval.ts';
import type { Outcome } from './outcome.ts';
import { stateWord } from './report-texts.ts';

/** The played loads, with the manifest of each. */
export type Played = Pick<Plan, 'loads'> & {
  readonly manifests: ReadonlyMap<string, string>;
  /** Loads that were tried without a valid approval. */
  readonly refused: readonly Refused[];
};

/** Returns every fault in one language; an empty list when there is no fault. */
export function faultsOf(outcome: Outcome, played: Played, language: Language): string[] {
  return [
    ...outcome.provinces.flatMap(bookFaults),
    ...elsewhereFault(outcome),
    ...outcome.agreement.disagreements.map(({ id, number, copies }) => ({
      en: `Manifest ${number ?? id} is not the same in every system: ${copies.en}.`,
      zh: `联单 ${number ?? id} 在各系统中不一致：${copies.zh}。`,
    })),
    ...statesFaults(outcome, played),
    ...paperFaults(outcome),
    ...exchangeFaults(outcome),
    ...recoveryFaults(outcome),
    ...played.refused.flatMap(approvalFaults),
    ...outcome.flowDifferences,
    ...lateFaults(outcome),
  ].map((fault) => fault[language]);
}

const UNCOVERED: readonly string[] = ['transfer-not-approved', 'approval-not-valid'];

/** Finds a load that was let over the border without a valid approval, or refused for another reason. */
function approvalFaults({ code, detail }: Refused): Bilingual[] {
  if (UNCOVERED.includes(code)) return [];
  return [
    {
      en: `A load without a valid approval was answered ${code}: ${detail}.`,
      zh: `无有效批准决定的联单得到的答复为 ${code}：${detail}。`,
    },
  ];
}

/** Finds a load on paper outside a declared outage, or with another mark about its form. */
function paperFaults({ agreement }: Outcome): Bilingual[] {
  return agreement.manifests.flatMap(({ id, number, warnings }) => {
    const codes = warnings.map(({ code }) => code).filter((code) => code.startsWith('paper-'));
    if (codes.length === 0) return [];
    return [
      {
        en: `Manifest ${number ?? id} is marked for its paper: ${codes.join(', ')}.`,
        zh: `联单 ${number ?? id} 的纸质联单附有提示：${codes.join('、')}。`,
      },
    ];
  });
}

function bookFaults({
  code,
  sumOfAccountsGrams: sum,
  negativeAccounts,
  deviatingAccounts,
}: Outcome['provinces'][number]): Bilingual[] {
  const faults: [boolean, Bilingual][] = [
    [
      sum !== 0,
      {
        en: `The accounts of province ${code} add up to ${shownMass(sum, 'en')}, not 0.`,
        zh: `省份 ${code} 的账户合计为 ${shownMass(sum, 'zh')}，应为 0。`,
      },
    ],
    [
      negativeAccounts !== 0,
      {
        en: `${negativeAccounts} accounts of province ${code} are below zero.`,
        zh: `省份 ${code} 有 ${negativeAccounts} 个账户为负值。`,
      },
    ],
    [
      deviatingAccounts !== 0,
      {
        en: `${deviatingAccounts} balances of province ${code} differ from the sum of their movements.`,
        zh: `省份 ${code} 有 ${deviatingAccounts} 个账户的余额与其物料流转之和不符。`,
      },
    ],
  ];
  return faults.flatMap(([isFault, text]) => (isFault ? [text] : []));
}

/**
 * Compares the boundary accounts: mass that one province sent elsewhere must equal what the other received from
 * elsewhere.
 */
function elsewhereFault({ provinces }: Outcome): Bilingual[] {
  if (provinces.length < 2) return [];
  const away = provinces.reduce(
    (sum, { boundaries }) => sum + (boundaries.find(({ name }) => name === 'elsewhere')?.massGrams ?? 0),
    0,
  );
  if (away === 0) return [];
  return [
    {
      en: `${shownMass(away, 'en')} left one province and did not arrive in the other.`,
      zh: `有 ${shownMass(away, 'zh')}从一省转出，未计入另一省。`,
    },
  ];
}

/** Checks that every planned load has a manifest in its planned final state. */
function statesFaults({ agreement }: Outcome, { loads, manifests }: Played): Bilingual[] {
  const byId = new Map(agreement.manifests.map((one) => [one.id, one]));
  return loads.flatMap(({ key, endState }) => {
    const found = byId.get(manifests.get(key) ?? '');
    if (!found) return [{ en: `The manifest of load ${key} is missing.`, zh: `货物 ${key} 没有联单。` }];
    if (found.state === endState) return [];
    const name = found.number ?? found.id;
    const [is, planned] = [found.state, endState];
    return [
      {
        en: `Manifest ${name} is ${stateWord(is, 'en')}, not ${stateWord(planned, 'en')}.`,
        zh: `联单 ${name} 的状态为“${stateWord(is, 'zh')}”，应为“${stateWord(planned, 'zh')}”。`,
      },
    ];
  });
}

/** On the clock of the month, each step is recorded on the day on which it happens. */
function lateFaults({ lateEntries }: Outcome): Bilingual[] {
  if (lateEntries === null || lateEntries === 0) return [];
  return [
    {
      en: `${lateEntries} manifests have steps that were entered late.`,
      zh: `有 ${lateEntries} 份联单的环节属于补录。`,
    },
  ];
}

function exchangeFaults({ exchange: { sent, acknowledged, parked } }: Outcome): Bilingual[] {
  const waiting = { en: `${parked} messages are parked.`, zh: `有 ${parked} 份报文待人工处理。` };
  const unanswered = {
    en: `${sent} messages were sent and ${acknowledged} acknowledged.`,
    zh: `发送报文 ${sent} 份，仅确认 ${acknowledged} 份。`,
  };
  return [...(parked === 0 ? [] : [waiting]), ...(sent === acknowledged ? [] : [unanswered])];
}

/** Names the findings by their titles, which are in the language in which they were read. */
function recoveryFaults({ recovery }: Outcome): Bilingual[] {
  return recovery
    .filter(({ rates, status }) => rates === null || status === 'blocked')
    .map(({ enterprise, findings }) => {
      const titles = findings.map(({ title }) => title);
      return {
        en: `${enterprise} has no valid recovery rate: ${titles.join(', ')}.`,
        zh: `${enterprise}没有有效的铅回收率：${titles.join('、')}。`,
      };
    });
}

export function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
