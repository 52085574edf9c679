/** Certificates of an external laboratory, as files of an enterprise. */
import type { Enterprise } from '../app/fixture.ts';

let issued = 0;

/** Returns the number of a certificate that no other sample has. */
export function certificateNumber(): string {
  issued += 1;
  return `演示检-${issued}`;
}

const stored = new WeakMap<Enterprise, Promise<string>>();

/** Returns the file of the certificates of an enterprise, which it uploads once. */
export function certificateFileOf(who: Enterprise): Promise<string> {
  const uploaded = stored.get(who) ?? upload(who);
  stored.set(who, uploaded);
  return uploaded;
}

async function upload(who: Enterprise): Promise<string> {
  const type = { 'content-type': 'application/pdf' };
  const { json, text } = await who.post('/v1/files?name=certificates.pdf', `%PDF-1.7 ${who.partyId}`, type);
  if (json?.id === undefined) throw new Error(text);
  return json.id;
}
