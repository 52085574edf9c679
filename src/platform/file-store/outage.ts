/** The place of the bytes, or the scanner, does not answer or refuses. The caller may try again. */
export class FileStoreOutage extends Error {
  override readonly name = 'FileStoreOutage';
  readonly part: 'place' | 'scanner';

  constructor(part: 'place' | 'scanner', message: string, cause?: unknown) {
    super(message, { cause });
    this.part = part;
  }
}
