/** Shows the progress of the month on standard error. */
import type { Language } from '../core/messages/language.ts';
import { shownMoment } from './plan/moment.ts';
import type { Plan } from './plan/plan.ts';
import type { Progress } from './trade/play.ts';

export type Display = {
  /** Shows the current activity. */
  readonly say: (text: string) => void;
  /** Shows the progress of the month until `done` is called. */
  readonly follow: (progress: Progress, plan: Plan) => { readonly done: () => void };
};

const ON_TERMINAL_MS = 200;
const IN_A_LOG_MS = 5_000;

export function createDisplay(to: NodeJS.WriteStream, language: Language): Display {
  const terminal = to.isTTY === true;
  const say = (text: string) => void to.write(terminal ? `\r\u001b[K${text}` : `${text}\n`);
  return {
    say: (text) => {
      say(text);
      if (terminal) to.write('\n');
    },
    follow: (progress, plan) => {
      const totals = {
        collections: plan.sendings.reduce((sum, { rows }) => sum + rows.length, 0),
        steps: plan.loads.reduce((sum, { steps }) => sum + steps.length, 0),
      };
      const line = () => {
        const { moments, collections, manifests, steps, runs } = progress;
        // Shows the day of the province that is furthest behind.
        const day =
          moments.size === 0
            ? language === 'zh'
              ? '业务开始前'
              : 'before the month'
            : shownMoment(Math.min(...moments.values()));
        if (language === 'zh') {
          return `${day}  收集 ${collections}/${totals.collections}  联单 ${manifests}/${plan.loads.length}  步骤 ${steps}/${totals.steps}  处理批次 ${runs}`;
        }
        return `${day}  collections ${collections}/${totals.collections}  manifests ${manifests}/${plan.loads.length}  steps ${steps}/${totals.steps}  runs ${runs}`;
      };
      const timer = setInterval(() => say(line()), terminal ? ON_TERMINAL_MS : IN_A_LOG_MS);
      return {
        done: () => {
          clearInterval(timer);
          say(line());
          if (terminal) to.write('\n');
        },
      };
    },
  };
}
