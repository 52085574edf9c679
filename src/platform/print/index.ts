/** Printing: documents as PDF, typeset in a process of its own. */

export { openPrinter, type Printer, PrintFailure } from './printer.ts';
