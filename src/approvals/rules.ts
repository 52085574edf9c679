/** Pure rules of approvals, for the nouns of other features. */
export { type Cover, type Covering, coverOf, type Load } from './covers/cover.ts';
