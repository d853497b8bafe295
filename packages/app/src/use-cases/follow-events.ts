/** Rules over logs that go on coming: matches and incidents are told as they are found; correlations and behavior keep what they know. */
import { resolve } from 'node:path';
import type { Diagnostic } from '@kumomori/model';
import type { ObjectMatches } from '../detect/index.ts';
import { detectObjects, readRules } from '../detect/index.ts';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { loadIntel } from '../intel/index.ts';
import { isLake } from '../lake/index.ts';
import type { LogObject } from '../logs/index.ts';
import { openSources } from '../sources/index.ts';
import { surroundingsOf } from './behavior-surroundings.ts';
import { diagnosticsOf, ownRules, rejection, whole } from './detect-events.ts';
import type { DetectOptions, DetectResult } from './detect-options.ts';
import { DetectRun } from './detect-run.ts';
import { storeFolder } from './list-intel.ts';
import { aboutSource, dayOf } from './logs-from.ts';
import type { IncidentRow, MatchRow } from './match-rows.ts';

export interface FollowOptions extends Omit<DetectOptions, 'workers'> {
  /** Seconds of a micro-batch, 1 to 5. */
  readonly intervalSeconds: number;
  /** Minutes that an event may be late and still count for correlations: they are decided so much later. */
  readonly latenessMinutes: number;
  readonly signal: AbortSignal;
  /** After each batch nothing of it is held back. */
  readonly take: (row: MatchRow) => void;
  /** A story that is new, or has become more than it was. */
  readonly tell: (incident: IncidentRow) => void;
  readonly complain: (diagnostic: Diagnostic) => void;
}

/** Behavior looks at everything that is known of everybody. */
const BEHAVIOR_MS = 60_000;
const MINUTE = 60_000;

/** Ends at the signal, or when nothing can come any more. Throws AppErrors for what may not be read at all. */
export async function followEvents(options: FollowOptions): Promise<DetectResult> {
  const { language, cwd, signal, complain } = options;
  const messages = messagesIn(language);
  const lake = options.logs.find((path) => isLake(resolve(cwd, path)));
  if (lake !== undefined) throw new AppError('usage', { message: messages.detect.followLake(lake) });
  const { set, rows } = readRules(options.rules, { cwd, messages, placeholders: options.placeholders, own: await ownRules(options) });
  for (const row of rows) if (!row.compiles) complain(rejection(row, messages));
  const withBehavior = options.behavior ?? (options.rules.length === 0 || options.withOwn);
  const surroundings = withBehavior ? surroundingsOf(options, { cwd, messages, report: complain }) : null;
  const intel = options.intel ? loadIntel(storeFolder({ store: options.intel, cwd, language })) : null;
  const sources = openSources(options.logs, {
    ...{ cwd, messages, signal, report: complain, since: dayOf(options.since, messages), stdin: options.stdin ?? null },
    ...{ variables: options.variables, endpoint: options.endpoint ?? null, region: options.region ?? null },
  });
  const lateness = options.latenessMinutes * MINUTE;
  const run = new DetectRun(set, { ...options, isTimed: false, loaded: intel, lateness }, options.take);
  const told = new Map<string, string>();
  const tell = (incidents: readonly IncidentRow[]): void => {
    for (const incident of incidents) {
      const state = `${incident.severity} ${incident.ruleIds.length}`;
      if (told.get(incident.incidentId) !== state) options.tell(incident);
      told.set(incident.incidentId, state);
    }
  };
  let [objects, cameAt, judgedAt, isNews] = [0, performance.now(), performance.now(), false];
  const settle = (isLast: boolean): void => {
    const time = performance.now();
    if (surroundings && isNews && (isLast || time - judgedAt > BEHAVIOR_MS)) {
      [judgedAt, isNews] = [time, false];
      run.judge(surroundings, messages);
    }
    tell(isLast ? run.finish(messages) : run.settle(messages, time - cameAt > lateness));
  };
  try {
    const followed = await sources.follow({ intervalMs: options.intervalSeconds * 1000, places: null });
    const settling = async function* (): AsyncGenerator<LogObject | 'flush'> {
      for await (const object of followed.objects()) {
        yield object;
        // All before it were judged.
        if (object === 'flush') settle(false);
      }
    };
    for await (const { object, found } of detectObjects(settling(), { set, withBehavior, intel: intel?.set ?? null, workers: 0 })) {
      objects += 1;
      [cameAt, isNews] = [performance.now(), true];
      run.add(object, found);
      followed.settled(object, isBad(found) ? 'bad' : 'read');
      sources.release(object);
      for (const diagnostic of diagnosticsOf(object, found, messages)) complain(diagnostic);
      if (signal.aborted) break;
    }
  } catch (cause) {
    throw aboutSource(cause, messages);
  } finally {
    await sources.close();
  }
  settle(true);
  intel?.close();
  if (run.late > 0) complain(whole('log-late', messages.detect.late(run.late)));
  if (run.timeless > 0) complain(whole('log-no-time', messages.detect.timeless(run.timeless)));
  return { summary: run.summary(objects, rows), incidents: [], diagnostics: [] };
}

/** Nothing of it could be read: a message that told of it is not done with. */
function isBad({ events, fault, damaged, unrecognized }: ObjectMatches): boolean {
  return events === 0 && (fault !== null || damaged > 0 || unrecognized > 0);
}
