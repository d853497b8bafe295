/** Audit events of a cloud → which answers of an earlier collection may no longer be true. Pure. */
import type { CallPlace, CloudProvider, Json, JsonObject } from '@kumomori/model';
import { GLOBAL_REGION } from '@kumomori/model';
import type { AuditEvent, NoChange } from './audit-event.ts';
import { awsEvent } from './aws-audit.ts';
import type { Reach } from './aws-narrow.ts';
import { awsReach, concernsAws } from './aws-sources.ts';
import { azureEvent } from './azure-audit.ts';
import { gcpEvent } from './gcp-audit.ts';
import { kubernetesEvent } from './kubernetes-audit.ts';
import { isStaleInAzure, touchesInAzure } from './azure-reach.ts';
import { isStaleInGcp } from './gcp-reach.ts';
import { isStaleInKubernetes } from './kubernetes-reach.ts';

/** An event, and which operations of a service in a region it can change the answers of. */
export interface Reaching {
  readonly event: AuditEvent;
  readonly reach: Reach;
}

export interface Changes {
  /** False: nothing happened by which the answers to these calls could have changed. An operation may be left out. */
  touches(place: Omit<CallPlace, 'operation'> & { readonly operation?: string }): boolean;
  /** Whether one answer may have changed. Of AWS `reaching` tells it more exactly. */
  isStale(place: CallPlace, request: JsonObject): boolean;
  /** AWS: what happened to a service in a region, oldest first. */
  reaching(scope: { readonly account: string; readonly region: string; readonly service: string }): readonly Reaching[];
  /** Accounts that something happened in; null among them: of some events nobody knows where. */
  readonly accounts: ReadonlySet<string | null>;
  readonly told: EventCounts;
}

export interface EventCounts {
  /** Records read. */
  readonly records: number;
  /** Of these changes that concern something that is collected. */
  readonly changes: number;
  /** Changes that concern nothing that is collected, by source and name: `sts:TagSession`. */
  readonly unconcerned: Readonly<Record<string, number>>;
  /** Calls that only read, and such as failed. */
  readonly reads: number;
  readonly failed: number;
  /** Records that are no audit events of the cloud. */
  readonly foreign: number;
}

const parsers: Readonly<Record<CloudProvider, (record: Json) => AuditEvent | NoChange>> = {
  aws: awsEvent,
  azure: azureEvent,
  gcp: gcpEvent,
  kubernetes: kubernetesEvent,
};

/** O(texts of the records). */
export function changesOf(provider: CloudProvider, records: Iterable<Json>): Changes {
  const counts = { records: 0, reads: 0, failed: 0, foreign: 0 };
  const unconcerned = new Map<string, number>();
  const events: AuditEvent[] = [];
  for (const record of records) {
    counts.records += 1;
    const event = parsers[provider](record);
    if (event === 'read') counts.reads += 1;
    else if (event === 'failed') counts.failed += 1;
    else if (event === 'foreign') counts.foreign += 1;
    else if (provider === 'aws' && !concernsAws(event)) {
      const kind = `${event.source}:${event.name}`;
      unconcerned.set(kind, (unconcerned.get(kind) ?? 0) + 1);
    } else events.push(event);
  }
  const told: EventCounts = {
    ...counts,
    changes: events.length,
    unconcerned: Object.fromEntries([...unconcerned].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  const accounts = new Set(events.map(({ account }) => account));
  return { accounts, told, ...judging[provider](events) };
}

type Judging = Pick<Changes, 'touches' | 'isStale' | 'reaching'>;

const judging: Readonly<Record<CloudProvider, (events: readonly AuditEvent[]) => Judging>> = {
  aws: judgingAws,
  azure: (events) => ({
    touches: ({ account }) => touchesInAzure(events, account),
    isStale: (place, request) => isStaleInAzure(events, place, request),
    reaching: () => [],
  }),
  gcp: (events) => ({
    // The inventory tells of all projects at once, and is asked again as a whole.
    touches: () => true,
    isStale: (place) => isStaleInGcp(events, place),
    reaching: () => [],
  }),
  kubernetes: (events) => ({
    touches: ({ service, operation }) => operation === undefined || isStaleInKubernetes(events, service, operation),
    isStale: ({ service, operation }) => isStaleInKubernetes(events, service, operation),
    reaching: () => [],
  }),
};

function judgingAws(events: readonly AuditEvent[]): Judging {
  const known = new Map<string, readonly Reaching[]>();
  const anywhere = events.filter((event) => event.account === null);
  const byAccount = Map.groupBy(events, (event) => event.account);
  const reaching: Changes['reaching'] = ({ account, region, service }) => {
    const key = `${account} ${region} ${service}`;
    const own = [...(byAccount.get(account) ?? []), ...anywhere];
    const found = known.get(key) ?? own.flatMap((event) => within(event, { region, service, isGlobal: region === GLOBAL_REGION }));
    known.set(key, found);
    return found;
  };
  return { reaching, touches: (place) => reaching(place).length > 0, isStale: (place) => reaching(place).length > 0 };
}

function within(
  event: AuditEvent,
  { region, service, isGlobal }: { region: string; service: string; isGlobal: boolean },
): readonly Reaching[] {
  const reach = awsReach(event, { id: service, isGlobal, region });
  return reach === null ? [] : [{ event, reach }];
}
