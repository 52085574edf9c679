/** Published schemas of messages and receipts for the systems of partners: JSON Schema 2020-12. */
import { z } from 'zod';
import { MessageShape, PostEnvelopesRequest, PostEnvelopesResponse, ReceiptShape } from '../schemas.ts';

const ABOUT = `A system reports each step to another by posting an envelope to POST /v1/exchange/messages. It gets one
receipt for each envelope, in the same order. Envelopes and receipts are compact JWS (RFC 7515) signed with ES256. The protected
header names kid, typ (leadloop-message+jws or leadloop-receipt+jws), iss (sender), aud (receiver), jti (message id) and
iat (signing time, within the validity of the key); extensions (crit) are refused. The payload is canonical JSON
(RFC 8785) in UTF-8. A message is repeated with the same bytes until it is acknowledged, and is applied once. Messages of
one manifest are sent in the order of its versions; between manifests there is no order.`;

/** The document of openapi/exchange-messages.json. */
export function describeMessages(): object {
  const shared: Record<string, unknown> = {};
  const schema = (shape: z.ZodType) => {
    const { $schema: _, $defs = {}, ...rest } = z.toJSONSchema(shape, { target: 'draft-2020-12', io: 'input' });
    for (const [name, { id: __, ...definition }] of Object.entries($defs)) shared[name] = definition;
    return rest;
  };
  const own = {
    Message: schema(MessageShape),
    Receipt: schema(ReceiptShape),
    PostEnvelopesRequest: schema(PostEnvelopesRequest),
    PostEnvelopesResponse: schema(PostEnvelopesResponse),
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Messages between authorities',
    description: ABOUT.replaceAll('\n', ' '),
    $defs: { ...own, ...shared },
  };
}
