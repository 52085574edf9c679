-- Numbers of forms on paper were free, so one form served several loads of one consignor. A laboratory that saw such a number has seen
-- none of them. Rows stay as they are; the service refuses new ones. The release before does not read the function or the index.
create function manifest_key(number text) returns text language sql immutable parallel safe
  return lower(regexp_replace(normalize(number, nfkc), '[[:space:]]', '', 'g'));
comment on function manifest_key(text) is 'Number of a manifest without spaces, by which two spellings of it are the same.';

create index manifests_paper on manifests (manifest_key(document -> 'paper' ->> 'number'))
  where document -> 'paper' ->> 'number' is not null;
