/** Kinds of confidence in a row of law, as the type law_confidence lists them. */
export const CONFIDENCES = ['V', '2', '1', 'C', 'I', 'M-h', 'M-m', 'M-l'] as const;
export type Confidence = (typeof CONFIDENCES)[number];
