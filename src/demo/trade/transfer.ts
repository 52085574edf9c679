/** Uploads and downloads of files, which are no JSON. */
import { z } from 'zod';
import { GUANGXI, type Province } from '../plan/place.ts';
import type { Stage } from '../stage/stage.ts';
import type { Person } from '../token.ts';
import { Made } from './wire.ts';

type Upload = {
  readonly province?: Province;
  readonly as: string;
  readonly key: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** Type of the content; a PDF unless stated. */
  readonly type?: string;
};

export function seatOf(stage: Stage, province: Province = GUANGXI) {
  const { url, tokenFor } = stage.provinces.get(province) ?? {};
  if (url === undefined || tokenFor === undefined) throw new RangeError(`province ${province} takes no part`);
  return { url, tokenFor };
}

/** Uploads a file for an organisation. Returns its id. */
export async function uploadFile(stage: Stage, upload: Upload): Promise<string> {
  const { province, as, key, name, bytes, type = 'application/pdf' } = upload;
  const { url, tokenFor } = seatOf(stage, province);
  const answer = await fetch(`${url}/v1/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tokenFor({ roles: ['enterprise_manager'], partyId: as })}`,
      'content-type': type,
      'idempotency-key': encodeURIComponent(key),
    },
    body: new Uint8Array(bytes),
  });
  if (!answer.ok) throw new Error(`The file was refused: ${await answer.text()}`);
  return Made.parse(await answer.json()).id;
}

/** Downloads a file for a person. */
export async function download(stage: Stage, path: string, person: Person): Promise<Buffer> {
  const { url, tokenFor } = seatOf(stage);
  const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${await tokenFor(person)}` } });
  if (!answer.ok) {
    const { detail } = z.object({ detail: z.string() }).parse(await answer.json());
    throw new Error(`${path} was refused: ${detail}`);
  }
  return Buffer.from(await answer.arrayBuffer());
}
