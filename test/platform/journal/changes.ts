/** Changes of a journal of thirty entries (see tampering.ts), each with the fault and the index at which it is found. */
/** Condition for the entry that was sealed at an index. */
export const at = (index: number) => `sequence = (select sequence from copy_of_journal_seals where index = ${index})`;
export const zero = `decode(repeat('00', 32), 'hex')`;
/** Deletes all after an index, and sets heads and sealer back. */
export const cutAfter = (index: number) => [
  `delete from journal_entries where sequence > (select sequence from journal_seals where index = ${index})`,
  `delete from journal_seals where index > ${index}`,
  `update journal_sealer set next_index = ${index} + 1, sequence = (select sequence from journal_seals where index = ${index})`,
  `delete from journal_heads h where not exists (select from journal_entries where subject = h.subject)`,
  `update journal_heads h set number = e.number, hash = e.hash from journal_entries e
    where e.subject = h.subject and e.number = (select max(number) from journal_entries where subject = h.subject)`,
];
export const CUT = cutAfter(25);
const WIPED = [
  'truncate journal_entries, journal_seals, journal_heads',
  'update journal_sealer set next_index = 1, sequence = 0',
  `update journal_tree set size = 0, frontier = '{}'`,
];
/** Inserts a copy of the ninth entry with another number of writing, about a subject of its own. */
const slipIn = (sequence: number) =>
  `insert into journal_entries (sequence, recorded_at, occurred_at, kind, subject, number, version, actor, payload, previous_hash, hash)
   select ${sequence}, recorded_at, occurred_at, kind, 'test:slipped', 1, 1, actor, payload, null, hash
   from journal_entries where ${at(9)}`;

/** Name, fault, index and statements of each change. */
export const CHANGES: readonly [string, string, number, readonly string[]][] = [
  ['a changed payload', 'entry-changed', 9, [`update journal_entries set payload = '{"time":9}' where ${at(9)}`]],
  ['a changed actor', 'entry-changed', 9, [`update journal_entries set actor = '{}' where ${at(9)}`]],
  [
    'a changed time of the event',
    'entry-changed',
    2,
    [`update journal_entries set occurred_at = occurred_at - interval '1 day' where ${at(2)}`],
  ],
  ['an altered hash', 'entry-changed', 12, [`update journal_entries set hash = ${zero} where ${at(12)}`]],
  ['an altered seal', 'hash-changed', 12, [`update journal_seals set hash = ${zero} where index = 12`]],
  ['a deleted entry', 'entry-missing', 14, [`delete from journal_entries where ${at(14)}`]],
  ['a deleted last entry of a subject', 'entry-missing', 30, [`delete from journal_entries where ${at(30)}`]],
  [
    'a deleted entry whose place was given to the next ones',
    'entry-unplaced',
    14,
    [
      'delete from journal_seals where index = 14',
      'update journal_seals set index = index + 1000 where index > 14',
      'update journal_seals set index = index - 1001 where index > 1000',
    ],
  ],
  ['a deleted seal', 'seal-missing', 20, ['delete from journal_seals where index = 20']],
  [
    'two entries that changed their places',
    'order-changed',
    8,
    [
      'update journal_seals set index = 1007 where index = 7',
      'update journal_seals set index = 7 where index = 8',
      'update journal_seals set index = 8 where index = 1007',
    ],
  ],
  ['the last five cut off, with heads, seals and sealer set back', 'seal-missing', 26, CUT],
  [
    'the last five cut off, and the tree replaced by another',
    'tree-changed',
    25,
    [...CUT, `update journal_tree set size = 25, frontier = array[${zero}]`, 'delete from journal_tree_heads'],
  ],
  ['an emptied partition', 'entry-missing', 1, ['truncate journal_entries']],
  ['a head set back', 'head-changed', 19, ["update journal_heads set number = 4 where subject = 'test:0'"]],
  ['a lost head', 'head-changed', 6, [`delete from journal_heads where subject = 'test:5'`]],
  [
    'a head that was made up',
    'head-changed',
    30,
    [`insert into journal_heads (subject, number, hash) values ('test:made-up', 1, ${zero})`],
  ],
  [
    'an entry slipped in',
    'entry-unplaced',
    10,
    [
      `insert into journal_entries (sequence, recorded_at, occurred_at, kind, subject, number, version, actor, payload, previous_hash, hash)
       select sequence, recorded_at - interval '1 second', occurred_at, kind, 'test:slipped', 1, 1, actor, payload, null, hash
       from journal_entries where ${at(9)}`,
      `update journal_entries set sequence = sequence where subject = 'test:slipped'`,
    ],
  ],
  ['a tree set back to nothing', 'ends-differ', 1, [`update journal_tree set size = 0, frontier = '{}'`]],
  [
    'a tree and its roots set back to nothing',
    'ends-differ',
    1,
    [`update journal_tree set size = 0, frontier = '{}'`, 'delete from journal_tree_heads'],
  ],
  [
    'all after the tenth cut off, and everything but the roots set back',
    'end-missing',
    11,
    [...cutAfter(10), 'update journal_tree set size = 10, frontier = (select frontier from tree_of_ten)'],
  ],
  ['everything wiped but the roots', 'end-missing', 1, WIPED],
  ['a root that was made up', 'end-missing', 31, [`insert into journal_tree_heads values (9999, ${zero}, now())`]],
  ['a lost tree', 'tree-missing', 30, ['delete from journal_tree']],
  ['a tree without its content', 'tree-changed', 30, [`update journal_tree set frontier = '{null}'`]],
  ['a lost progress of the sealer', 'ends-differ', 1, ['delete from journal_sealer']],
  ['a sealer set back', 'ends-differ', 20, ['update journal_sealer set next_index = 20']],
  ['an entry before the first number of writing', 'entry-unplaced', 1, [slipIn(0)]],
  ['an entry far before the first number of writing', 'entry-unplaced', 1, [slipIn(-5)]],
  ['an entry with a number of writing that was never given', 'entry-unplaced', 31, [slipIn(1_000_000)]],
  [
    'an entry that the sealer was made to pass',
    'entry-unplaced',
    31,
    [slipIn(1_000_000), 'update journal_sealer set sequence = 1000000', `select setval('journal_sequence', 1000000)`],
  ],
  [
    'a member added to an actor',
    'entry-changed',
    9,
    [`update journal_entries set actor = actor || '{"note": "approved"}' where ${at(9)}`],
  ],
  ['an empty actor', 'entry-changed', 9, [`update journal_entries set actor = 'null' where ${at(9)}`]],
  [
    'a microsecond added to the time of the event',
    'entry-changed',
    9,
    [`update journal_entries set occurred_at = occurred_at + interval '1 microsecond' where ${at(9)}`],
  ],
  [
    'a microsecond added to the time of the record, also in its seal',
    'entry-changed',
    9,
    [
      `update journal_entries set recorded_at = recorded_at + interval '1 microsecond' where ${at(9)}`,
      `update journal_seals set recorded_at = recorded_at + interval '1 microsecond' where index = 9`,
    ],
  ],
  ['an endless time', 'entry-changed', 9, [`update journal_entries set occurred_at = 'infinity' where ${at(9)}`]],
  [
    'a number that only PostgreSQL tells from the old one',
    'entry-changed',
    9,
    [`update journal_entries set payload = '{"time":1.00000000000000000001}' where ${at(9)}`],
  ],
  ['a root of before', 'tree-changed', 3, [`insert into journal_tree_heads values (3, ${zero}, now())`]],
];
