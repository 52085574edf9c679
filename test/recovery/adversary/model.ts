/**
 * A small physical simulation of a smelter: true masses and lead contents of what was fed, made and left. It shares no code with
 * the service. Its premises are what no record of one enterprise can show to be false:
 * - A load of an independent supplier has the mass that was sent, and was handed over when the supplier says.
 * - Mass without any record is in no figure. Stock in the books, also on an own point, may be fed in secret. Outputs in stock may never
 *   have been made. Days of steps and masses of corrections may be false.
 * - Products have the mass and purity at which a customer takes them.
 * - A laboratory that is independent returns the true content.
 * - An inspector may weigh a heap, so a count and the books cannot both be false by the same mass, but for that stock. A furnace cannot be weighed.
 * - An authority that observes a count states what is there of the books, and never batteries, products or bought feed that are not.
 * Everything else that the owner of the accounts files may be a lie.
 */

/** Flows of true lead; `work` is lead that stays inside in process, negative when it is used up. */
type Flow = 'fed' | 'otherFed' | 'product' | 'used' | 'work';
type Event = { readonly day: string; readonly flow: Flow; readonly leadGrams: number };

export type TrueRates = { readonly headline: number; readonly productsOnly: number; readonly conservative: number };

/** Days of a period, the last one included. */
export type Days = { readonly first: string; readonly last: string };

export function physics() {
  const events: Event[] = [];
  const happens = (day: string, flow: Flow, leadGrams: number): void => {
    events.push({ day, flow, leadGrams });
  };

  /** Returns the true rates in per cent; null when nothing was processed. */
  function ratesIn({ first, last }: Days): TrueRates | null {
    const sum = (flow: Flow) =>
      events
        .filter((one) => one.flow === flow && one.day >= first && one.day <= last)
        .reduce((total, { leadGrams }) => total + leadGrams, 0);
    const batteries = sum('fed') - sum('work');
    const available = batteries + sum('otherFed');
    if (available <= 0 || batteries <= 0) return null;
    const recovered = sum('product') + sum('used');
    return {
      headline: (100 * recovered) / available,
      productsOnly: (100 * sum('product')) / available,
      conservative: (100 * (recovered - sum('otherFed'))) / batteries,
    };
  }
  return { happens, ratesIn };
}

export type Physics = ReturnType<typeof physics>;
