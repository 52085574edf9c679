/** Subscription of kept figures to the journal. */
import type { Subscription } from '../../platform/journal/index.ts';
import { TOUCHES } from './figure.ts';
import { noteTouches } from './service.ts';

export const touchSubscription: Subscription = { name: TOUCHES, apply: noteTouches };
