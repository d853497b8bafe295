/** Who changed what drifted, from CloudTrail logs on disk. */
import type { Change, Drift, Named, Thing } from '@kumomori/engine';
import { ChangeLog } from '@kumomori/engine';
import type { EventOptions } from './event-records.ts';
import { eventRecords } from './event-records.ts';

/** The last write event of each drift. Throws AppError `target-missing` for files that are not there. One file in memory at a time. */
export function changesOf(drifts: readonly Drift[], paths: readonly string[], options: EventOptions): (drift: Drift) => Change | null {
  if (paths.length === 0) return () => null;
  const keys = new Map(drifts.map((drift, index) => [drift, String(index)]));
  const log = new ChangeLog(drifts.map((drift, index) => named(drift, String(index))));
  for (const record of eventRecords(paths, options)) log.add(record);
  return (drift) => log.lastOf(keys.get(drift) ?? '');
}

/** CloudTrail's word for services whose folder is called otherwise. */
const EVENT_SOURCES: Readonly<Record<string, string>> = {
  cloudwatch: 'monitoring',
  elbv2: 'elasticloadbalancing',
  elb: 'elasticloadbalancing',
  vpc: 'ec2',
  eventbridge: 'events',
  efs: 'elasticfilesystem',
};

function named({ code, live, names }: Drift, key: string): Named {
  const thing = live ?? code;
  return {
    key,
    names: [...(live ? namesOf(live) : []), ...names],
    service: thing ? eventSourceOf(thing) : null,
    account: live?.root.account ?? null,
  };
}

/** By what records may name a live thing. */
export function namesOf({ declared }: Thing): readonly string[] {
  return [declared.address, ...(declared.names ?? [])];
}

/** The service whose events tell of a thing; null: any. */
export function eventSourceOf({ main }: Thing): string | null {
  const service = main.type.split('.')[1];
  return main.provider === 'aws' && service !== undefined ? (EVENT_SOURCES[service] ?? service) : null;
}
