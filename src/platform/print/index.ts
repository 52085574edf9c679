/** Printing: documents as PDF, typeset in a process of its own. */

export { openPrinter, PrintFailure } from './printer.ts';
