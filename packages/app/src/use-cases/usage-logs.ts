/** Logs of CloudTrail on disk, an estate, and what AWS noted of last use → the findings both `iam least-privilege` and `iam review` tell. */
import { isRecord, jsonOf } from '@kumomori/model';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { IamWorld, ActionCatalogue, LastAccessed, LeastPrivilege } from '@kumomori/engine';
import { proposeLeastPrivilege, UsageLog } from '@kumomori/engine';
import type { Diagnostic } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import { actionCatalogue } from './action-catalogue.ts';
import { eventRecords } from './event-records.ts';
import { iamWorldOf } from './iam-world.ts';
import type { People } from './people.ts';
import { readPeople } from './people.ts';
import type { EstateRead, ReadEstateOptions } from './read-estate.ts';
import { readEstateOf } from './read-estate.ts';

export interface UsageOptions extends ReadEstateOptions {
  /** Files and folders of logs. */
  readonly events: readonly string[];
  /** Answers of `aws iam get-service-last-accessed-details`, each with the ARN it is of. */
  readonly lastAccessed?: readonly string[];
  readonly people?: string | null;
  /** Days of the window; default 90. Older events are not counted, longer idle is unused. */
  readonly since?: number | null;
  readonly now: () => Date;
}

export interface UsageRead {
  readonly read: EstateRead;
  readonly world: IamWorld;
  readonly log: UsageLog;
  readonly found: LeastPrivilege;
  readonly catalogue: ActionCatalogue;
  readonly messages: Messages;
  readonly people: People | null;
  readonly days: number;
  readonly now: string;
  readonly diagnostics: readonly Diagnostic[];
}

const DAYS = 90;
const DAY = 86_400_000;

/** Throws AppErrors for what the user has to correct. */
export async function readUsage(options: UsageOptions): Promise<UsageRead> {
  const { language, cwd } = options;
  const messages = messagesIn(language);
  const catalogue = await actionCatalogue();
  if (!catalogue) throw new AppError('usage', { message: messages.leastPrivilege.noCatalogue });
  const now = options.now();
  const days = options.since ?? DAYS;
  const since = new Date(now.getTime() - days * DAY).toISOString();
  const people = options.people ? readPeople(options.people, { cwd, messages, today: now.toISOString().slice(0, 10) }) : null;
  const lastAccessed = new Map((options.lastAccessed ?? []).flatMap((file) => [...readLastAccessed(file, cwd, messages)]));
  const diagnostics: Diagnostic[] = [];
  const log = new UsageLog({ catalogue, since });
  for (const record of eventRecords(options.events, { cwd, messages, report: (each) => diagnostics.push(each) })) log.add(record);
  // Code does not know its account; logs of one account can only be about that one.
  const [only, another] = [...log.coverage.keys()];
  const account = options.account ?? (another === undefined ? (only ?? null) : null);
  const read = await readEstateOf({ ...options, account });
  const world = await iamWorldOf(read.estate);
  const liveAccounts = new Set(read.liveAccounts.flatMap((each) => (each.startsWith('aws:') ? [each.slice('aws:'.length)] : [])));
  const found = proposeLeastPrivilege(world, log, { catalogue, lastAccessed, liveAccounts, now: now.toISOString(), days, since });
  const told = { now: now.toISOString(), days, diagnostics: [...read.diagnostics, ...diagnostics] };
  return { read, world, log, found, catalogue, messages, people, ...told };
}

/** An object by ARN, a list, or one JSON object a line; each with `ServicesLastAccessed`, and `Arn` where it is not the key. */
function readLastAccessed(file: string, cwd: string, messages: Messages): ReadonlyMap<string, LastAccessed> {
  const bad = (cause?: unknown): AppError =>
    new AppError('target-unreadable', { message: messages.leastPrivilege.badLastAccessed(file), cause });
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw bad(cause);
  }
  const whole = jsonOf(text);
  const list = whole === undefined ? text.split('\n').map((line) => jsonOf(line.trim())) : Array.isArray(whole) ? whole : [whole];
  const found = new Map<string, LastAccessed>();
  for (const each of list) {
    if (!isRecord(each)) continue;
    const entries = Array.isArray(each['ServicesLastAccessed']) ? [[each['Arn'] ?? each['arn'], each] as const] : Object.entries(each);
    for (const [arn, answer] of entries) {
      const services = isRecord(answer) ? answer['ServicesLastAccessed'] : undefined;
      if (typeof arn === 'string' && Array.isArray(services)) found.set(arn, lastAccessedOf(services));
    }
  }
  if (found.size === 0) throw bad();
  return found;
}

/** Source: IAM API reference, GetServiceLastAccessedDetails. */
function lastAccessedOf(list: readonly unknown[]): LastAccessed {
  const services = new Map<string, string | null>();
  const actions = new Map<string, string | null>();
  for (const each of list) {
    if (!isRecord(each) || typeof each['ServiceNamespace'] !== 'string') continue;
    const name = each['ServiceNamespace'].toLowerCase();
    services.set(name, timeOf(each['LastAuthenticated']));
    const tracked: readonly unknown[] = Array.isArray(each['TrackedActionsLastAccessed']) ? each['TrackedActionsLastAccessed'] : [];
    for (const action of tracked)
      if (isRecord(action) && typeof action['ActionName'] === 'string')
        actions.set(`${name}:${action['ActionName'].toLowerCase()}`, timeOf(action['LastAccessedTime']));
  }
  return { services, actions };
}

function timeOf(value: unknown): string | null {
  const time = typeof value === 'string' ? Date.parse(value) : typeof value === 'number' ? value * 1000 : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
