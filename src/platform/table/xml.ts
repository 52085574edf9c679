/** Reads the XML of a spreadsheet in a stream. It stops at the first fault and at the first limit. */
import type { SaxesParser } from 'saxes';
import { Problem } from '../../core/messages/problem.ts';
import { tooLarge, unreadable } from './limits.ts';

/** Maximum of elements in all files that are read, of attributes in an element, and of elements inside each other. */
const ELEMENTS_MAX = 1_200_000;
const ATTRIBUTES_MAX = 100;
const DEPTH_MAX = 64;
/** Maximum in all files that are read: each takes nearly as much work as an element. */
const ATTRIBUTES_ALL_MAX = 2_000_000;
const MARKS_MAX = 200_000;
const REFERENCES_MAX = 1_000_000;
/** Maximum of characters without a tag between them, unless they are blanks; and of blanks in a row. */
const RUN_MAX = 2 * 1024 * 1024;
const BLANKS_MAX = 16 * 1024 * 1024;

export type Attributes = Readonly<Record<string, string>>;

/** Receives the elements of the vocabulary of the root. `parent` is the element around it. */
type XmlHandlers = {
  readonly open?: (name: string, attributes: Attributes, parent: string) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string, parent: string) => void;
};

/** Reads files with one limit for all their elements. */
export type ReadXml = (pieces: AsyncIterable<Buffer>, handlers: XmlHandlers) => Promise<void>;

export function createXmlReader(): ReadXml {
  let [elements, attributes, marks, references] = [0, 0, 0, 0];
  return (pieces, handlers) =>
    readXml(pieces, handlers, {
      element: () => {
        elements += 1;
        if (elements > ELEMENTS_MAX) throw tooLarge('elements');
      },
      attribute: () => {
        attributes += 1;
        if (attributes > ATTRIBUTES_ALL_MAX) throw tooLarge('attributes');
      },
      mark: () => {
        marks += 1;
        if (marks > MARKS_MAX) throw tooLarge('marks');
      },
      reference: () => {
        references += 1;
        if (references > REFERENCES_MAX) throw tooLarge('marks');
      },
    });
}

/** Counts elements, attributes, references, and comments, instructions and CDATA sections. @throws Problem `table-too-large` */
type Counts = Readonly<Record<'element' | 'attribute' | 'mark' | 'reference', () => void>>;

/** @throws Problem `table-unreadable`, `table-too-large`, and what the handlers throw */
async function readXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers, count: Counts): Promise<void> {
  // Loaded here, because only the process that reads a file needs it.
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser();
  const path: string[] = [];
  let prefix: string | undefined;
  let attributes = 0;
  parser.on('error', (error) => {
    throw unreadable('damaged', { cause: error });
  });
  parser.on('doctype', () => {
    throw unreadable('entities');
  });
  parser.on('attribute', () => {
    attributes += 1;
    count.attribute();
    if (attributes > ATTRIBUTES_MAX) throw tooLarge('attributes');
  });
  parser.on('opentag', ({ name: written, attributes: given }) => {
    count.element();
    attributes = 0;
    prefix ??= written.slice(0, written.indexOf(':') + 1);
    const name = localName(written, prefix);
    const parent = path.at(-1) ?? '';
    if (path.push(name) > DEPTH_MAX) throw tooLarge('depth');
    handlers.open?.(name, given, parent);
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => {
    count.mark();
    handlers.text?.(text);
  });
  parser.on('comment', count.mark);
  parser.on('processinginstruction', count.mark);
  parser.on('closetag', () => {
    const name = path.pop() ?? '';
    handlers.close?.(name, path.at(-1) ?? '');
  });
  await feed(parser, pieces, count);
}

/** Elements with another prefix than the root, such as extensions, keep it: no handler takes them for its own. */
function localName(written: string, prefix: string): string {
  if (prefix === '') return written;
  return written.startsWith(prefix) ? written.slice(prefix.length) : `:${written}`;
}

async function feed(parser: SaxesParser, pieces: AsyncIterable<Buffer>, count: Counts): Promise<void> {
  let decoder: TextDecoder | undefined;
  const check = createRunCheck(count);
  try {
    for await (const piece of pieces) {
      decoder ??= new TextDecoder(charsetOf(piece), { fatal: true });
      const text = decoder.decode(piece, { stream: true });
      check(text);
      parser.write(text);
    }
    parser.write(decoder?.decode() ?? '').close();
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof TypeError || error instanceof URIError) throw unreadable('damaged', { cause: error });
    throw error;
  }
}

/** Counts references, blanks, and characters without a tag, before the parser works on them. */
function createRunCheck({ reference }: Counts): (text: string) => void {
  let [run, blanks] = [0, 0];
  return (text) => {
    for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) reference();
    // The parser turns each CR into an LF, which takes as long as two blanks.
    for (const [found] of text.matchAll(/\s{8,}/g)) blanks += found.length * (found.includes('\r') ? 2 : 1);
    if (blanks > BLANKS_MAX) throw tooLarge('unpacked');
    const tag = text.lastIndexOf('<');
    if (tag >= 0) run = text.length - tag;
    else if (/\S/.test(text)) run += text.length;
    if (run > RUN_MAX) throw tooLarge('cell');
  };
}

function charsetOf(piece: Buffer): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
  return piece[0] === 0xfe && piece[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Reads a flag of the file format, which has two spellings: `1` and `true`, `0` and `false`. */
export function flag(value: string | undefined): boolean {
  const written = value?.trim().toLowerCase();
  return written === '1' || written === 'true' || written === 'on';
}
