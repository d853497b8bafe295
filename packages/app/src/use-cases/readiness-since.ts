/** Since which day there are records of a log: what a lake holds of it, what an account says of its trails and flow logs, how long a cloud keeps it by itself. */
import { resolve } from 'node:path';
import type { ReadinessLog } from '@kumomori/content';
import { itemsAt, jsonAt, textOf } from '@kumomori/model';
import type { RecordedCalls } from '@kumomori/model';
import type { Messages } from '../i18n/index.ts';
import { isLake, lakeFiles, LakeError } from '../lake/index.ts';
import { isSnapshotFolder, openSnapshot } from '../snapshots/index.ts';
import { aboutLake } from './lake-errors.ts';
import { aboutSnapshots } from './snapshot-errors.ts';

/** `lake`: the first day in the lake; `account`: when the account says that the log began; `cloud`: what the cloud keeps by itself reaches back so far. */
export interface LogSince {
  /** YYYY-MM-DD, UTC. */
  readonly day: string;
  readonly from: 'lake' | 'account' | 'cloud';
}

/** What the log is asked for: the account's own id (null: code, which does not know it) and the resource, as they stand in findings. */
export interface SinceSubject {
  readonly account: string | null;
  readonly subject: string;
}

/** Null where nothing says it. */
export type SinceOf = (log: ReadinessLog, subject: SinceSubject) => LogSince | null;

export interface SinceOptions {
  readonly lake: string | null;
  readonly targets: readonly string[];
  readonly cwd: string;
  readonly now: () => Date;
  readonly messages: Messages;
}

const DAY = 86_400_000;

/** Reads the lake's ledger and the answers in snapshots once. Throws AppErrors for what is no lake. */
export async function logsSince({ lake, targets, cwd, now, messages }: SinceOptions): Promise<SinceOf> {
  const inLake = await aboutLake(messages, () => firstDays(lake === null ? null : resolve(cwd, lake), lake));
  const begun = targets.map((target) => resolve(cwd, target)).flatMap((path) => (isSnapshotFolder(path) ? beginnings(path, messages) : []));
  const today = now().getTime();
  return (log, subject) => {
    const days: LogSince[] = [];
    const stored = inLake(log, subject.account);
    if (stored !== null) days.push({ day: stored, from: 'lake' });
    for (const each of begun) if (isOf(each, log, subject)) days.push({ day: each.day, from: 'account' });
    if (log.keptDays !== undefined) days.push({ day: dayOf(today - log.keptDays * DAY), from: 'cloud' });
    return days.toSorted((a, b) => (a.day < b.day ? -1 : 1))[0] ?? null;
  };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * The first day of a log in a lake. A subject whose account is not known gets that of the lake's only account: of several, nobody knows which is meant.
 * Throws LakeErrors.
 */
function firstDays(folder: string | null, given: string | null): (log: ReadinessLog, account: string | null) => string | null {
  if (folder === null) return () => null;
  if (!isLake(folder)) throw new LakeError('missing', given ?? folder);
  const files = lakeFiles(folder).filter(({ first }) => first !== null);
  return ({ sources = [] }, account) => {
    const own = files.filter(({ source }) => sources.some((each) => each === source));
    const accounts = new Set(own.map((file) => file.account));
    const asked =
      account === null ? (accounts.size === 1 ? own : []) : own.filter((file) => file.account.toLowerCase() === account.toLowerCase());
    const times = asked.flatMap(({ first }) => first ?? []);
    return times.length === 0 ? null : dayOf(times.reduce((a, b) => Math.min(a, b)));
  };
}

/** Something in an account that writes a log, and the day on which it began. */
interface Beginning {
  readonly source: 'aws.cloudtrail' | 'aws.vpc-flow';
  readonly account: string;
  /** The only resource it is of; null: the whole account. */
  readonly resource: string | null;
  readonly day: string;
}

function isOf({ source, account, resource }: Beginning, log: ReadinessLog, { account: asked, subject }: SinceSubject): boolean {
  if (log.sources?.includes(source) !== true || asked !== account) return false;
  return resource === null || log.on === 'account' || subject === resource || subject.endsWith(`/${resource}`);
}

function beginnings(folder: string, messages: Messages): readonly Beginning[] {
  const snapshot = aboutSnapshots(messages, () => openSnapshot(folder));
  return snapshot
    .accounts()
    .flatMap(({ provider, account }) => (provider === 'aws' ? ofAccount(account, snapshot.recordedCalls(provider, account)) : []));
}

/** CloudTrail: since when the trail logs without a pause (GetTrailStatus, StartLoggingTime); flow logs: when they were made (DescribeFlowLogs, CreationTime). */
function ofAccount(account: string, calls: RecordedCalls): readonly Beginning[] {
  const trails = [...calls.of('cloudtrail', 'GetTrailStatus')].flatMap(({ record: { response } }): readonly Beginning[] => {
    const day = jsonAt(response, 'IsLogging') === true ? dayIn(textOf(response, 'StartLoggingTime')) : null;
    return day === null ? [] : [{ source: 'aws.cloudtrail', account, resource: null, day }];
  });
  const flows = [...calls.of('ec2', 'DescribeFlowLogs')].flatMap(({ record: { response } }) =>
    itemsAt(response, 'FlowLogs').flatMap((item): readonly Beginning[] => {
      const day = dayIn(textOf(item, 'CreationTime'));
      const resource = textOf(item, 'ResourceId');
      return day === null || resource === undefined || textOf(item, 'FlowLogStatus') !== 'ACTIVE'
        ? []
        : [{ source: 'aws.vpc-flow', account, resource, day }];
    }),
  );
  return [...trails, ...flows];
}

function dayIn(text: string | undefined): string | null {
  return text !== undefined && /^\d{4}-\d\d-\d\dT/.test(text) ? text.slice(0, 10) : null;
}
