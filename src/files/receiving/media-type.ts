/** Types of content, recognised by the bytes that every file of the type begins with. */

export const MEDIA_TYPES = ['application/pdf', 'application/ofd', 'image/jpeg', 'image/png'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** The first and the last bytes of a file. */
export type Edges = { readonly head: Uint8Array; readonly tail: Uint8Array };

const bytes = (...values: number[]) => Uint8Array.from(values);
const PDF = bytes(0x25, 0x50, 0x44, 0x46, 0x2d);
const PNG = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const JPEG = bytes(0xff, 0xd8, 0xff);
const ZIP = bytes(0x50, 0x4b, 0x03, 0x04);

const LATIN = new TextDecoder('latin1');

/** Name of the entry that every OFD document (GB/T 33190) has at its root. */
const OFD_ENTRY = 'OFD.xml';

const begins = (head: Uint8Array, signature: Uint8Array) => signature.every((byte, at) => head[at] === byte);

/** Returns true when a ZIP archive names the root entry of an OFD document. Its directory is at the end of the file. */
const isOfd = ({ head, tail }: Edges): boolean =>
  begins(head, ZIP) && [head, tail].some((edge) => LATIN.decode(edge).includes(OFD_ENTRY));

const RECOGNISE: Readonly<Record<MediaType, (edges: Edges) => boolean>> = {
  'application/pdf': ({ head }) => begins(head, PDF),
  'application/ofd': isOfd,
  'image/jpeg': ({ head }) => begins(head, JPEG),
  'image/png': ({ head }) => begins(head, PNG),
};

/** Returns the type of a content by its bytes; undefined for all others. */
export const recognise = (edges: Edges): MediaType | undefined =>
  MEDIA_TYPES.find((mediaType) => RECOGNISE[mediaType](edges));

/** Returns the type that a header declares, without its parameters and in lower case. */
export const declaredType = (header: string | undefined): string =>
  (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
