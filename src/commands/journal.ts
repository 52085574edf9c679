/** Commands for the journal. */
import { type Commands, loaded, usage } from './command.ts';

const actions = () => import('./actions/journal-actions.ts');

export const JOURNAL_COMMANDS: Commands = {
  'journal verify': {
    usage: usage('journal verify [--size <number> --root <root>]'),
    summary: {
      en: 'Verifies that the journal is as it was recorded: every content, chain, place and the tree over all of it. Prints its size and root, which prove all of it when they are kept outside. Stops at the first fault.',
      zh: '校验日志与原始记录是否一致：逐条核对内容、衔接、序号以及全部条目的散列树。输出条目数量和根值，另行保存后可证明全部内容。遇到首处错误即停止。',
    },
    options: {
      size: { en: 'number of entries of an earlier verification', zh: '此前校验输出的条目数量' },
      root: {
        en: 'root of that verification: the journal must still contain all of it',
        zh: '该次校验的根值：日志须仍包含其全部条目',
      },
    },
    act: loaded(actions, 'verify'),
  },
};
