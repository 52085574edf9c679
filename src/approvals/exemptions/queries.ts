/** Reads exemptions from approval: a public register. */
import { and, arrayContains, asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { afterCursor } from '../../platform/database/page.ts';
import { type Page, toPage } from '../../platform/http/index.ts';
import { approvalProblem } from '../problems.ts';
import { transferExemptionEnds, transferExemptions } from '../tables.ts';
import { type ExemptionListQuery, type ExemptionResponse, toExemptionResponse } from './schemas.ts';

type Answer = z.infer<typeof ExemptionResponse>;

const withEnds = (db: Reader) =>
  db
    .select({ exemption: transferExemptions, ending: transferExemptionEnds })
    .from(transferExemptions)
    .leftJoin(transferExemptionEnds, eq(transferExemptionEnds.exemptionId, transferExemptions.id));

type Row = Awaited<ReturnType<typeof withEnds>>[number];

const toAnswer = ({ exemption, ending }: Row): Answer => {
  if (ending === null) return toExemptionResponse({ ...exemption, ending });
  const { exemptionId: _, ...end } = ending;
  return toExemptionResponse({ ...exemption, ending: end });
};

/** Reads an exemption. @throws Problem `exemption-missing` */
export async function readExemption(db: Reader, id: string): Promise<Answer> {
  const [row] = await withEnds(db).where(eq(transferExemptions.id, id));
  if (row === undefined) throw approvalProblem('exemption-missing', { id, pointer: '#/params/id' });
  return toAnswer(row);
}

export async function listExemptions(
  db: Reader,
  { receiverUscc, wasteCode, cursor, limit }: z.infer<typeof ExemptionListQuery>,
): Promise<Page<Answer>> {
  const rows = await withEnds(db)
    .where(
      and(
        afterCursor(transferExemptions.id, cursor),
        receiverUscc === undefined ? undefined : arrayContains(transferExemptions.receivers, [receiverUscc]),
        wasteCode === undefined ? undefined : arrayContains(transferExemptions.wasteCodes, [wasteCode]),
      ),
    )
    .orderBy(asc(transferExemptions.id))
    .limit(limit + 1);
  return toPage(rows, limit, ({ exemption }) => exemption.id, toAnswer);
}
