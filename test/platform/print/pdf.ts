/** The text of a PDF, as a reader copies it, without the breaks of lines. */
import { extractText, getDocumentProxy } from 'unpdf';

/** Returns the text of each page without blanks. Layout decides about blanks, and tests compare characters. */
export async function pagesOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
  return text.map(bare);
}

export const bare = (text: string): string => text.replace(/[\s\u200b]/g, '');
