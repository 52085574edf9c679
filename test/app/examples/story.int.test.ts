/**
 * Every example of the description is sent to the service or compared with its answer. The order is that of a month of
 * trade, because most bodies name records that were made before.
 */
import { describe, expect, it } from 'vitest';
import { NATIONAL_FILE } from '../../../src/national-standin/description.ts';
import { OPENAPI_FILE } from '../../../src/openapi.ts';
import { adjust } from './adjustment-chapter.ts';
import { approve } from './approvals/approvals-chapter.ts';
import { change } from './changes-chapter.ts';
import { correct } from './corrections-chapter.ts';
import { readDescription } from './description.ts';
import { oversee } from './oversight-chapter.ts';
import { declare } from './paper/paper-chapter.ts';
import { assess } from './recovery/assessment-chapter.ts';
import { recycle } from './recycling-chapter.ts';
import { idOf, register } from './register-chapter.ts';
import { useStage } from './stage.ts';
import { beginStory } from './story.ts';
import { trade } from './trade-chapter.ts';

const stage = useStage();
const story = beginStory(await readDescription(OPENAPI_FILE));
const nationalStory = beginStory(await readDescription(NATIONAL_FILE));

const CHAPTERS = { register, declare, trade, recycle, correct, adjust, assess, change, approve, oversee };

describe('the examples of the API', () => {
  it.each(Object.entries(CHAPTERS))(
    'are accepted and answered in the chapter %s',
    async (_, chapter) => {
      await chapter(stage, story);
    },
    120_000,
  );

  it('leave out no operation', () => {
    expect(story.untold()).toEqual([]);
  });

  it('have the members of the real answers', () => {
    expect(story.differences()).toEqual([]);
  });

  it('show no value that a real answer never had', () => {
    expect(story.unproven()).toEqual([]);
  });
});

describe('the examples of the stand-in of the national system', () => {
  it('are accepted and answered', async () => {
    const { national } = stage;
    for (const [from, to] of story.real) nationalStory.real.set(from, to);
    const { send } = nationalStory;
    await send(national, 'POST /v1/partners');
    await send(national, 'POST /v1/messages');
    for (const path of ['/v1/keys', '/v1/manifests', '/v1/summary', '/livez', '/readyz']) {
      await send(national, `GET ${path}`);
    }
    await send(national, 'GET /v1/manifests/{id}', { params: { id: idOf(story, 'manifest') } });
  }, 60_000);

  it('leave out no operation, and have the members of the real answers', () => {
    expect([nationalStory.untold(), nationalStory.differences(), nationalStory.unproven()]).toEqual([[], [], []]);
  });
});
