/** Tags of operations, in groups that tools show in this order. */

/** Groups in the order in which a reader needs them: before a batch is recorded, its owner is registered. */
const TAG_GROUPS = ['Register', 'Material flow', 'Exchange', 'Access', 'Operation'] as const;
export type TagGroup = (typeof TAG_GROUPS)[number];

export type Tag = { readonly name: string; readonly description: string; readonly group?: TagGroup };

/** Returns the tags by groups (`x-tagGroups`), and all of them in that order. Without groups, the order stays. */
export function groupTags(tags: readonly Tag[]) {
  const groups = TAG_GROUPS.map((name) => ({
    name,
    tags: tags.filter(({ group }) => group === name),
  })).filter((one) => one.tags.length > 0);
  const inOrder = [...groups.flatMap((one) => one.tags), ...tags.filter(({ group }) => group === undefined)];
  return {
    tags: inOrder.map(({ name, description }) => ({ name, description })),
    ...(groups.length > 0 && {
      'x-tagGroups': groups.map((one) => ({ name: one.name, tags: one.tags.map(({ name }) => name) })),
    }),
  };
}
