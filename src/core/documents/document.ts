/** The content of a printed document: blocks in order. It has no markup, so that a text stays a text whatever it contains. */

/** Colour of a figure: kept or clear, in need of a review, missed or blocked, or none of these. */
export type Tone = 'good' | 'warn' | 'bad' | 'plain';

type Column = {
  readonly label: string;
  readonly align: 'left' | 'right';
  /** Width in relation to the other columns. */
  readonly width: number;
};

/** An amount that enters or leaves, with its share of all that enters. */
type Flow = { readonly label: string; readonly amount: string; readonly share: number };

export type Block =
  | {
      readonly kind: 'figure';
      readonly label: string;
      readonly value: string;
      readonly detail: string;
      readonly badge: string;
      readonly tone: Tone;
    }
  | { readonly kind: 'facts'; readonly title: string; readonly facts: readonly (readonly [string, string])[] }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      /** Places of the rows that are sums. */
      readonly sums: readonly number[];
      readonly note: string;
    }
  | {
      readonly kind: 'flow';
      readonly title: string;
      /** The amount in the middle, to which those on the left add up. */
      readonly middle: string;
      readonly amount: string;
      readonly left: readonly Flow[];
      readonly right: readonly Flow[];
      readonly note: string;
    }
  | {
      readonly kind: 'notes';
      readonly title: string;
      readonly notes: readonly { readonly label: string; readonly text: string; readonly tone: Tone }[];
    };

export type PrintedDocument = {
  readonly title: string;
  readonly subtitle: string;
  /** BCP 47 language of the text, as PDF readers use it. */
  readonly language: 'zh' | 'en';
  /** Time that the file names as its creation. */
  readonly createdAt: Date;
  /** Words at the foot of each page. */
  readonly foot: string;
  readonly blocks: readonly Block[];
};
