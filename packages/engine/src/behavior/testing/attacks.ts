/** The classic cases, each in the night of the 26th day of the month. */
import type { LogEvent } from '@kumomori/model';
import { BOTO, DAY, HOUR, MAC, MONTH_START, person, session, signIn, trailEvent, user } from './trail.ts';
import { PRIVATE, PUBLIC } from './month.ts';

/** 1:00 in the night of Tokyo. */
export const NIGHT = MONTH_START + 25 * DAY + 16 * HOUR;
export const ELSEWHERE = '203.0.113.66';
const MINUTE = 60_000;

const many = (count: number, make: (index: number) => LogEvent): readonly LogEvent[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** person-3 has a key and reads some 30 objects a day; now 1,500 in two hours. */
export function leaverDownloads(): readonly LogEvent[] {
  const caller = user('person-3', BOTO);
  return many(1500, (index) => trailEvent({ caller, time: NIGHT + index * 4800, action: 'GetObject', address: ELSEWHERE, bytes: 700_000 }));
}

/** Eight large machines in a region where nobody ever was. */
export function mining(): readonly LogEvent[] {
  const caller = user('person-6', BOTO);
  const request = { instanceType: 'g5.12xlarge', instancesSet: { items: [{ maxCount: 4 }] } };
  const launch = (index: number): LogEvent =>
    trailEvent({
      caller,
      time: NIGHT + index * 3 * MINUTE,
      action: 'RunInstances',
      service: 'ec2',
      region: 'sa-east-1',
      address: ELSEWHERE,
      request,
      readOnly: false,
    });
  return [
    trailEvent({
      caller,
      time: NIGHT - MINUTE,
      action: 'CreateKeyPair',
      service: 'ec2',
      region: 'sa-east-1',
      address: ELSEWHERE,
      readOnly: false,
    }),
    ...many(2, launch),
  ];
}

/** One small machine each in five regions. */
export function miningEverywhere(): readonly LogEvent[] {
  const caller = user('person-6', BOTO);
  const request = { instanceType: 'c7g.large', instancesSet: { items: [{ maxCount: 1 }] } };
  return ['us-east-1', 'us-east-2', 'eu-west-1', 'eu-central-1', 'ap-south-1'].map((region, index) =>
    trailEvent({
      caller,
      time: NIGHT + index * MINUTE,
      action: 'RunInstances',
      service: 'ec2',
      region,
      address: ELSEWHERE,
      request,
      readOnly: false,
    }),
  );
}

export function publicForAMoment(): readonly LogEvent[] {
  const caller = person('person-7');
  const put = (minute: number, bucketPolicy: unknown): LogEvent =>
    trailEvent({
      caller,
      time: NIGHT - 14 * HOUR + minute * MINUTE,
      action: 'PutBucketPolicy',
      address: '198.51.100.7',
      request: { bucketName: 'orders-bucket', bucketPolicy },
      readOnly: false,
    });
  return [put(0, PUBLIC), put(17, PRIVATE)];
}

export function trailStopped(): readonly LogEvent[] {
  const caller = user('person-9');
  const call = { caller, service: 'cloudtrail', address: '198.51.100.7', readOnly: false, request: { name: 'organization-trail' } };
  return [
    trailEvent({ ...call, time: NIGHT - 14 * HOUR, action: 'StopLogging' }),
    trailEvent({ ...call, time: NIGHT - 13 * HOUR, action: 'StartLogging' }),
  ];
}

/** The credentials of an instance, while it works on. */
export function credentialsElsewhere(): readonly LogEvent[] {
  const caller = session('app-2', 'i-02023456789abcdef', BOTO, 'ASIASTOLEN');
  return many(30, (index) =>
    trailEvent({ caller, time: NIGHT + index * MINUTE, action: index === 0 ? 'GetCallerIdentity' : 'ListBuckets', address: ELSEWHERE }),
  );
}

/** Twelve users, one wrong password each; one was right. */
export function spray(): readonly LogEvent[] {
  const wrong = many(12, (index) => signIn(`person-${index * 3}`, NIGHT + index * MINUTE, ELSEWHERE, false));
  return [...wrong, signIn('person-15', NIGHT + 14 * MINUTE, ELSEWHERE, true)];
}

/** A user of whom the month knows nothing. */
export function dormantWakes(): readonly LogEvent[] {
  const caller = user('old-integration', MAC);
  return many(5, (index) => trailEvent({ caller, time: NIGHT + index * MINUTE, action: 'ListBuckets', address: ELSEWHERE }));
}

export function massSnapshotShare(): readonly LogEvent[] {
  const caller = user('person-12');
  return many(6, (index) =>
    trailEvent({
      ...{
        caller,
        time: NIGHT + index * MINUTE,
        action: 'ModifySnapshotAttribute',
        service: 'ec2',
        address: '198.51.100.7',
        readOnly: false,
      },
      request: { snapshotId: `snap-0bbbbbbbbbbbbbbb${index}`, createVolumePermission: { add: { items: [{ userId: '210987654321' }] } } },
    }),
  );
}

export function massDeletion(): readonly LogEvent[] {
  const caller = person('person-8');
  return many(120, (index) =>
    trailEvent({
      caller,
      time: NIGHT - 14 * HOUR + index * 20_000,
      action: index % 2 === 0 ? 'DeleteTable' : 'DeleteBucket',
      service: 'dynamodb',
      address: '198.51.100.7',
      readOnly: false,
    }),
  );
}

/** Thirty calls of services the key never touched, half of them denied. */
export function discovery(): readonly LogEvent[] {
  const caller = session('app-4', 'i-04023456789abcdef', BOTO, 'ASIA40OTHER');
  return many(30, (index) =>
    trailEvent({
      ...{
        caller,
        time: NIGHT + index * 20_000,
        action: `${index % 3 === 0 ? 'List' : 'Describe'}Thing${String.fromCodePoint(65 + index)}`,
        service: `service-${index % 8}`,
        address: '192.0.2.10',
      },
      ...(index % 2 === 0 ? { error: 'AccessDenied' } : {}),
    }),
  );
}
