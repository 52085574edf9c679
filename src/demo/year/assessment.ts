/** Assessments of the year: three people with accounts of their own, of the enterprise, of the experts and of the province. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { LeadloopProblem } from '../../client/index.ts';
import type { Language } from '../../core/messages/language.ts';
import { type Client, createClient } from '../client.ts';
import { PATIENCE_MS, type Stage } from '../stage/stage.ts';
import type { Person } from '../token.ts';
import { seatOf } from '../trade/transfer.ts';
import { type Refusal, refusalOf } from './desk.ts';

const Assessment = z.object({
  id: z.string(),
  state: z.string(),
  flags: z.array(z.string()),
});
type Assessment = z.output<typeof Assessment>;

export type Assessed = {
  readonly id: string;
  readonly state: string;
  /** Answer to an enterprise that submits a blocked period, or to an expert who recommends a flagged one without reasons. */
  readonly refusal?: Refusal;
};

const EXPERT: Person = { subject: 'demo-expert', roles: ['assessor'], loggedIn: true };
const OFFICE: Person = { subject: 'demo-office', roles: ['province_regulator'], loggedIn: true };
export const managerOf = (partyId: string): Person => ({
  ...{ subject: `demo-manager-${partyId.slice(-8)}`, roles: ['enterprise_manager'], partyId, loggedIn: true },
});

const GOOD = { recommendation: 'certify', reason: '数据完整，各项核查未见异常（演示）' };
const BAD = { recommendation: 'refuse', reason: '存在未附联单的电池和较大计量差异，不予认可（演示）' };
const REASON = { reason: '同意评审意见（演示）' };

/** Waits while the journal does not have the last records yet. */
const JOURNAL_MS = 15_000;
const POLL_MS = 200;

type Assessing = { readonly partyId: string; readonly period: string; readonly language: Language };

/** Takes a period of an enterprise to a decision; a blocked one stays a draft. */
export async function assess(stage: Stage, { partyId, period, language }: Assessing): Promise<Assessed> {
  const key = (name: string) => `assessment-${period}-${name}`;
  const client = (person: Person) => clientFor(stage, person, language);
  const [manager, expert, office] = [client(managerOf(partyId)), client(EXPERT), client(OFFICE)];
  const opening = { path: '/v1/assessments', key: key('open'), body: { period } };
  const { id } = await manager.post(opening, Assessment);
  const step = (by: Client, name: string, body: object, keyed = name): Promise<Assessment> =>
    sealed(() => by.post({ path: `/v1/assessments/${id}/${name}`, key: `${id}-${keyed}`, body }, Assessment));
  const submitted = await attempt(() => step(manager, 'submit', {}));
  if ('title' in submitted) return { id, state: 'draft', refusal: submitted };
  const reviewed = await attempt(() => step(expert, 'review', GOOD));
  if ('title' in reviewed) {
    await step(expert, 'review', BAD, 'review-bad');
    return { id, state: (await step(office, 'refuse', REASON)).state, refusal: reviewed };
  }
  return { id, state: (await step(office, 'certify', REASON)).state };
}

function clientFor(stage: Stage, person: Person, language: Language): Client {
  const { url, tokenFor } = seatOf(stage);
  const keyPrefix = `${person.subject}/${person.partyId ?? ''}`;
  const client = createClient({ baseUrl: url, token: () => tokenFor(person), keyPrefix, patienceMs: PATIENCE_MS });
  client.answerIn(language);
  return client;
}

async function attempt<Answer>(act: () => Promise<Answer>): Promise<Answer | Refusal> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof LeadloopProblem && error.status < 500) return refusalOf(error);
    throw error;
  }
}

/** Repeats a step until the journal has sealed the records behind the figure. */
async function sealed<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  const deadline = performance.now() + JOURNAL_MS;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      const isBehind = error instanceof LeadloopProblem && error.code === 'assessment-journal-behind';
      if (!isBehind || performance.now() > deadline) throw error;
      await sleep(POLL_MS);
    }
  }
}
