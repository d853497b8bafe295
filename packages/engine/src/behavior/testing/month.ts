/** A month of ordinary life in one account: people with office hours, homes and journeys, programs that never sleep, releases, mistakes. */
import type { LogEvent } from '@kumomori/model';
import { numbers } from './random.ts';

import { BOTO, CHROME, DAY, HOUR, MAC, MONTH_START, person, session, signIn, trailEvent, user } from './trail.ts';

const OFFICE = '198.51.100.7';
const VPN = '198.51.100.20';
const NAT = ['192.0.2.10', '192.0.2.11'] as const;
const DAYS = 30;

const CONSOLE = [
  ...[
    'DescribeInstances',
    'DescribeVolumes',
    'DescribeSecurityGroups',
    'DescribeVpcs',
    'DescribeSubnets',
    'DescribeRouteTables',
    'DescribeImages',
  ],
  ...[
    'DescribeLoadBalancers',
    'DescribeTargetGroups',
    'ListBuckets',
    'GetBucketPolicy',
    'GetBucketAcl',
    'ListFunctions',
    'GetFunction',
    'DescribeAlarms',
  ],
  ...[
    'GetMetricData',
    'ListMetrics',
    'DescribeLogGroups',
    'GetLogEvents',
    'FilterLogEvents',
    'ListUsers',
    'GetUser',
    'ListRoles',
    'GetRole',
    'ListPolicies',
  ],
  ...[
    'GetPolicy',
    'DescribeDBInstances',
    'DescribeDBClusters',
    'ListTables',
    'DescribeTable',
    'ListClusters',
    'DescribeCluster',
    'ListStacks',
    'DescribeStacks',
  ],
  ...[
    'GetTemplate',
    'ListQueues',
    'ListTopics',
    'ListKeys',
    'DescribeKey',
    'ListSecrets',
    'GetCallerIdentity',
    'LookupEvents',
    'ListTagsForResource',
  ],
  ...[
    'DescribeRepositories',
    'ListImages',
    'DescribeNetworkInterfaces',
    'DescribeAddresses',
    'DescribeKeyPairs',
    'GetBucketLocation',
    'ListObjects',
    'DescribeTasks',
  ],
  ...[
    'DescribeServices',
    'ListHostedZones',
    'ListCertificates',
    'GetCostAndUsage',
    'DescribeSnapshots',
    'ListAccessKeys',
    'GetAccountSummary',
  ],
];
const SERVICES = [
  'ec2',
  's3',
  'lambda',
  'monitoring',
  'logs',
  'iam',
  'rds',
  'dynamodb',
  'ecs',
  'cloudformation',
  'kms',
  'elasticloadbalancing',
];

export interface MonthOptions {
  readonly seed?: number;
}

/** Some 46 principals, about 100,000 events, in no order. */
export function ordinaryMonth({ seed = 7 }: MonthOptions = {}): readonly LogEvent[] {
  const random = numbers(seed);
  const events: LogEvent[] = [];
  for (let index = 0; index < 24; index++) employee(index, random, events);
  for (let index = 0; index < 9; index++) application(index, random, events);
  jobs(random, events);
  operations(random, events);
  return events;
}

/** Numbers of a person's working day: most small, some large. */
function lognormal(random: () => number, middle: number, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.round(middle * Math.exp(spread * normal));
}

function isWeekend(day: number): boolean {
  return [2, 3].includes(day % 7);
}

/** People of Tokyo: 9:00 to 18:00 there is 0:00 to 9:00 UTC. Three of them are on a journey, two get a new computer, one begins in the middle. */
function employee(index: number, random: () => number, events: LogEvent[]): void {
  const name = `person-${index}`;
  const isUser = index % 3 === 0;
  const home = `2001:db8:${(256 + index).toString(16)}::5`;
  const own = CONSOLE.filter(() => random() < 0.45);
  const reads = [0, 5, 12, 30, 60][index % 5] ?? 0;
  for (let day = index === 11 ? 12 : 0; day < DAYS; day++) {
    const isRelease = index === 5 && day === 16;
    if ((isWeekend(day) && !isRelease) || random() < 0.08) continue;
    const isAway = index % 8 === 2 && day >= 14 && day <= 17;
    const isHome = random() < 0.35;
    const address = isAway ? `2001:db8:${(4096 + index).toString(16)}::9` : isHome ? home : random() < 0.1 ? VPN : OFFICE;
    const agent = isUser ? MAC : CHROME;
    const caller = isUser ? user(name, agent) : person(name, agent);
    const isLinux = index % 9 === 4 && day >= 18;
    const from = MONTH_START + day * DAY + (isAway ? 14 : 0) * HOUR;
    const at = (): number => from + Math.floor((random() * 9.5 + random() * 0.7) * HOUR);
    const call = (action: string, more: object = {}): void => {
      const service = SERVICES[CONSOLE.indexOf(action) % SERVICES.length] ?? 'ec2';
      const error = random() < 0.015 ? { error: 'AccessDenied' } : {};
      events.push(
        trailEvent({
          caller,
          time: at(),
          action,
          address,
          service,
          ...(isLinux ? { agent: BOTO.replace('Boto3', 'aws-cli') } : {}),
          ...error,
          ...more,
        }),
      );
    };
    for (let count = lognormal(random, 45, 0.5); count > 0; count--) call(own[Math.floor(random() ** 2 * own.length)] ?? 'ListBuckets');
    if (random() < 0.15) call(CONSOLE[Math.floor(random() * CONSOLE.length)] ?? 'ListBuckets');
    for (let count = reads === 0 ? 0 : lognormal(random, reads, 0.6); count > 0; count--)
      call('GetObject', { service: 's3', bytes: Math.floor(random() * 400_000) });
    for (let count = isRelease ? 30 : Math.floor(random() * 4); count > 0; count--)
      call('UpdateFunctionCode', { service: 'lambda', readOnly: false });
    if (random() < 0.2) call('DeleteObject', { service: 's3', readOnly: false });
    if (random() < 0.1) call('GetSecretValue', { service: 'secretsmanager' });
    if (isUser) {
      for (let wrong = random() < 0.15 ? 1 + Math.floor(random() * 2) : 0; wrong > 0; wrong--)
        events.push(signIn(name, from + 60_000 * wrong, address, false));
      events.push(signIn(name, from + 5 * 60_000, address, true));
    }
  }
  // Once in the month somebody looks at a service of which he knows nothing.
  if (index % 6 === 1)
    for (const action of [
      'ListDetectors',
      'GetDetector',
      'ListFindings',
      'GetFindings',
      'ListMembers',
      'GetMasterAccount',
      'ListFilters',
      'GetFilter',
    ])
      events.push(
        trailEvent({
          caller: person(name),
          time: MONTH_START + 20 * DAY + 3 * HOUR + Math.floor(random() * HOUR),
          action,
          address: OFFICE,
          service: 'guardduty',
        }),
      );
}

/** Two instances of each application, around the clock, behind the account's NAT; one is stopped and started and calls from a new network. */
function application(index: number, random: () => number, events: LogEvent[]): void {
  for (let twin = 0; twin < 2; twin++)
    for (let hour = 0; hour < DAYS * 24; hour++) {
      if (index === 8 && hour < 15 * 24) continue;
      const wasReplaced = index === 3 && twin === 1 && hour >= 400;
      const address = index === 3 ? `2001:db8:${wasReplaced ? 'b1' : 'a1'}:${twin}::1` : (NAT[(index + twin) % 2] ?? NAT[0]);
      const name = `i-0${index}${twin}23456789abcdef`;
      const caller = session(`app-${index}`, name, BOTO, `ASIA${index}${twin}${Math.floor(hour / 6)}${wasReplaced ? 'N' : 'O'}`);
      const busy = hour % 24 < 14 ? 3 : 1;
      for (let count = busy + Math.floor(random() * 2); count > 0; count--) {
        const time = MONTH_START + hour * HOUR + Math.floor(random() * HOUR);
        const kind = random();
        const call = { caller, time, address, service: 's3' };
        if (kind < 0.55) events.push(trailEvent({ ...call, action: 'GetObject', bytes: Math.floor(random() * 2_000_000) }));
        else if (kind < 0.75) events.push(trailEvent({ ...call, action: 'PutObject', readOnly: false }));
        else if (kind < 0.9) events.push(trailEvent({ ...call, action: 'Decrypt', service: 'kms' }));
        else if (kind < 0.97) events.push(trailEvent({ ...call, action: 'GetSecretValue', service: 'secretsmanager' }));
        else
          events.push(
            trailEvent({
              ...call,
              action: 'DescribeInstances',
              service: 'ec2',
              ...(random() < 0.2 ? { error: 'Client.RequestLimitExceeded' } : {}),
            }),
          );
      }
    }
}

/** Programs with a timetable: reports every night, a large export each Sunday, backups that delete what is old, a scanner of all regions. */
function jobs(random: () => number, events: LogEvent[]): void {
  const regions = ['ap-northeast-1', 'us-east-1', 'eu-west-1', 'ap-northeast-3'];
  for (let day = 0; day < DAYS; day++) {
    const start = MONTH_START + day * DAY;
    const call = (role: string, action: string, hour: number, more: object = {}): void =>
      void events.push(
        trailEvent({
          caller: session(role, `${role}-function`),
          time: start + hour * HOUR + Math.floor(random() * HOUR),
          action,
          address: NAT[0],
          ...more,
        }),
      );
    for (let count = 280 + Math.floor(random() * 60); count > 0; count--) call('nightly-report', 'GetObject', 18, { bytes: 900_000 });
    for (let count = day % 7 === 3 ? 900 + Math.floor(random() * 200) : 10; count > 0; count--)
      call('weekly-export', 'GetObject', 20, { bytes: 3_000_000 });
    for (let count = 12; count > 0; count--) call('backup', 'DeleteSnapshot', 19, { service: 'ec2', readOnly: false });
    for (let count = 12; count > 0; count--) call('backup', 'CreateSnapshot', 19, { service: 'ec2', readOnly: false });
    for (const region of regions)
      for (const action of CONSOLE)
        if (random() < 0.8)
          call('posture-scanner', action, 17, { region, service: 'ec2', ...(random() < 0.05 ? { error: 'AccessDenied' } : {}) });
    for (let count = 20; count > 0; count--) call('lambda-orders', 'PutItem', count % 24, { service: 'dynamodb', readOnly: false });
    if (day >= 14) for (let count = 400; count > 0; count--) call('new-pipeline', 'GetObject', count % 24, { bytes: 100_000 });
  }
}

/** Deployments with their tear-downs, instances that come and go, sites that are public on purpose, a region for disaster recovery. */
function operations(random: () => number, events: LogEvent[]): void {
  const deploy = session('deploy', 'pipeline', 'Terraform/1.9.3 aws-sdk-go-v2/1.30.3 os/linux');
  for (let day = 0; day < DAYS; day++) {
    if (isWeekend(day)) continue;
    const start = MONTH_START + day * DAY + 2 * HOUR;
    const region = day > 18 && day % 3 === 0 ? 'us-west-2' : 'ap-northeast-1';
    const call = (action: string, more: object): void =>
      void events.push(
        trailEvent({
          caller: deploy,
          time: start + Math.floor(random() * HOUR),
          action,
          address: NAT[1],
          service: 'ec2',
          readOnly: false,
          region,
          ...more,
        }),
      );
    for (let count = 10; count > 0; count--) call('DescribeInstances', { readOnly: true });
    for (let count = 4 + Math.floor(random() * 6); count > 0; count--) call('CreateTags', {});
    for (let count = day === 20 ? 45 : Math.floor(random() * 12); count > 0; count--) call('DeleteSecurityGroup', {});
    if (random() < 0.6) call('RunInstances', { request: { instanceType: 'm7g.large', instancesSet: { items: [{ maxCount: 2 }] } } });
    if (day === 6) call('PutBucketPolicy', { service: 's3', request: { bucketName: 'www-bucket', bucketPolicy: PUBLIC } });
    if (day % 5 === 0) call('PutBucketPolicy', { service: 's3', request: { bucketName: 'orders-bucket', bucketPolicy: PRIVATE } });
    if (day === 9)
      call('ModifySnapshotAttribute', {
        request: { snapshotId: 'snap-0aaaaaaaaaaaaaaaa', createVolumePermission: { add: { items: [{ userId: '210987654321' }] } } },
      });
    if (day === 13) call('ScheduleKeyDeletion', { service: 'kms' });
  }
}

export const PUBLIC = {
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders-bucket/*' }],
};
export const PRIVATE = {
  Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
};
