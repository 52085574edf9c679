/** `npm run demo`: a month of trade between two provinces and the national system, through the public API only. */
import { loadLanguage } from '../config.ts';
import { run } from '../platform/process/lifecycle.ts';
import { type Options, readOptions } from './options.ts';
import { invitation } from './outcome/invitation.ts';
import { toJson } from './outcome/json.ts';
import { readOutcome } from './outcome/outcome.ts';
import { reportOf, servingText } from './outcome/report.ts';
import { settle } from './outcome/settle.ts';
import { faultsOf } from './outcome/verdict.ts';
import { makePlan, type Plan } from './plan/plan.ts';
import { createDisplay, type Display } from './progress.ts';
import { startOwnStage } from './stage/own-stage.ts';
import { joinStage } from './stage/running-stage.ts';
import type { Stage } from './stage/stage.ts';
import { approveLoads, tryBorder } from './trade/approval.ts';
import { playMonth } from './trade/month.ts';
import { noProgress } from './trade/play.ts';
import { createRefs } from './trade/refs.ts';
import { introduce, type Registry, registerAll } from './trade/registry.ts';
import { playYear } from './year/play.ts';
import { yearFaults, yearReport } from './year/report.ts';
import { SENTENCES as YEAR_SENTENCES } from './year/texts.ts';

type Shown = { readonly faults: number; readonly registry: Registry; readonly plan: Plan };

async function show(stage: Stage, options: Options, display: Display, startedAt: number): Promise<Shown> {
  const plan = makePlan(options.seed, [...stage.provinces.keys()]);
  if (plan.provinces.length === 1)
    display.say(
      {
        en: 'Only one province takes part, so loads across the border are left out.',
        zh: '仅一个省参加，不含跨省转移。',
      }[language],
    );
  display.say(
    {
      en: 'Registering the systems with each other, and the enterprises …',
      zh: '正在登记对接方和企业……',
    }[language],
  );
  await introduce(stage);
  const registry = await registerAll(stage, plan);
  await approveLoads(stage, registry, plan);
  const progress = noProgress();
  const following = display.follow(progress, plan);
  const play = { stage, registry, refs: createRefs(), progress, manifests: new Map<string, string>() };
  const outage = await playMonth(play, plan).finally(following.done);
  display.say({ en: 'Waiting until every message has arrived …', zh: '正在等待全部报文送达……' }[language]);
  const agreement = await settle(stage, plan.loads.length);
  const outcome = await readOutcome(stage, plan, registry, agreement);
  const refused = await tryBorder(stage, registry, plan);
  const seconds = (performance.now() - startedAt) / 1_000;
  const played = { loads: plan.loads, manifests: play.manifests, refused };
  const faults = faultsOf(outcome, played, language);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(toJson(outcome, seconds))}\n`);
    for (const fault of faults) display.say(fault);
  } else {
    const counts = { collections: countCollections(plan), ...requestsOf(stage), restarts: stage.restarts() };
    process.stdout.write(reportOf(outcome, { ...counts, outage, refused, seconds, faults }, language));
  }
  const year = options.json ? [] : await showYear(stage, options, display);
  return { faults: faults.length + year.length, registry, plan };
}

/** Plays and reports the year that follows. Returns its faults. */
async function showYear(stage: Stage, { folder }: Options, display: Display): Promise<string[]> {
  if (!stage.hasMonthClock) {
    process.stdout.write(`\n${YEAR_SENTENCES[language].skipped}\n`);
    return [];
  }
  display.say(YEAR_SENTENCES[language].playing);
  const outcome = await playYear(stage, { language, folder });
  process.stdout.write(yearReport(outcome, language));
  const faults = yearFaults(outcome, language);
  for (const fault of faults) display.say(fault);
  return faults;
}

const countCollections = ({ sendings }: Plan): number => sendings.reduce((sum, { rows }) => sum + rows.length, 0);

function requestsOf({ provinces, national }: Stage): { requests: number; repeated: number } {
  const all = [...provinces.values(), national].map(({ client }) => client.counts());
  return {
    requests: all.reduce((sum, { requests }) => sum + requests, 0),
    repeated: all.reduce((sum, { repeated }) => sum + repeated, 0),
  };
}

function urlsOf({ provinces, national }: Stage) {
  const [guangxi, guangdong] = [provinces.get('45')?.url, provinces.get('44')?.url];
  return { ...(guangxi && { guangxi }), ...(guangdong && { guangdong }), national: national.url };
}

const exitCodeOf = (signal: NodeJS.Signals): number => (signal === 'SIGINT' ? 130 : 143);

const language = loadLanguage();

await run(async () => {
  const options = readOptions(process.argv.slice(2), language);
  if (typeof options === 'string') {
    process.stdout.write(options);
    return;
  }
  const interrupted = Promise.withResolvers<NodeJS.Signals>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted.resolve(signal));
  const display = createDisplay(process.stderr, language);
  const startedAt = performance.now();
  display.say(
    options.against
      ? { en: 'Connecting to the systems …', zh: '正在连接各系统……' }[language]
      : { en: 'Starting Guangxi, Guangdong and the national system …', zh: '正在启动广西、广东和国家系统模拟端……' }[
          language
        ],
  );
  const keyPrefix = `demo-${options.seed}`;
  const opening = options.against
    ? joinStage(options.against, keyPrefix)
    : startOwnStage({ folder: options.folder, keyPrefix });
  const stage = await Promise.race([opening, interrupted.promise]);
  if (typeof stage === 'string') {
    // Systems that are still starting are stopped as soon as they can be reached.
    await opening.then((late) => late.stop()).catch(() => undefined);
    process.exit(exitCodeOf(stage));
  }
  // The report shows texts of the services.
  for (const { client } of [...stage.provinces.values(), stage.national]) client.answerIn(language);
  const showing = show(stage, options, display, startedAt);
  showing.catch(() => undefined);
  try {
    const ended = await Promise.race([showing, interrupted.promise, stage.hopeless]);
    if (typeof ended === 'string') process.exitCode = exitCodeOf(ended);
    else {
      process.exitCode = ended.faults === 0 ? 0 : 1;
      if (!options.once) {
        process.stderr.write(servingText(urlsOf(stage), language));
        process.stderr.write(await invitation(stage, ended, language));
        await Promise.race([interrupted.promise, stage.hopeless]);
      }
    }
  } finally {
    display.say({ en: 'Stopping the systems …', zh: '正在停止各系统……' }[language]);
    await stage.stop();
  }
  process.exit();
}, language);
