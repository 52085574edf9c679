/** Printing: documents as PDF, typeset in a process of its own. */

export type { Block, Flow, PrintedDocument, Tone } from './document.ts';
export { openPrinter, type Printer, PrintFailure } from './printer.ts';
