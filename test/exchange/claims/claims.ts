/** Claims of Guangxi to Guangdong: real messages under its own key, changed in one way. */
import { beforeAll, expect } from 'vitest';
import type { ManifestDocument } from '../../../src/manifests/index.ts';
import { digestOf } from '../../../src/national-standin/judgement.ts';
import { newId } from '../../../src/platform/ids.ts';
import { type Authorities, makeRoute, type Route } from '../authorities.ts';
import * as border from '../border.ts';
import { outcomes } from '../border.ts';

/** Makes a message again under a new id, with another document and input. */
type Claim = (envelope: string, change: (document: ManifestDocument) => object, input?: object) => Promise<string>;

/** Call it at the top of a test file, with the authorities of that file. */
export function useClaims(authorities: Authorities) {
  let made: Route | undefined;
  beforeAll(async () => {
    made = await makeRoute(authorities);
  });
  const route = (): Route => {
    if (!made) throw new Error('The route is there inside tests only');
    return made;
  };
  const give = (envelopes: readonly string[]) => border.giveTo(authorities, envelopes);
  const unheard = () => border.submitUnheard(authorities, route());
  const claim: Claim = (envelope, change, input = {}) =>
    border.forge(authorities, envelope, (message) => {
      const document = change(message.payload.document) as ManifestDocument;
      const payload = { ...message.payload, input: { ...(message.payload.input as object), ...input } };
      return { ...message, messageId: newId(), payload: { ...payload, document, digest: digestOf(document) } };
    });
  return {
    route,
    give,
    unheard,
    claim,
    /** A manifest that Guangdong has as submitted, and the message that gives it a number. */
    announced: async (): Promise<{ id: string; numbered: string }> => {
      const { id, envelopes } = await unheard();
      const [submitted = '', numbered = ''] = envelopes;
      expect(outcomes(await give([submitted]))).toEqual(['applied']);
      return { id, numbered };
    },
  };
}
