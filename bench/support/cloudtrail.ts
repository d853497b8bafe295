/**
 * CloudTrail of an organization that never was, for benches: event shapes written by hand, drawn with a seed, in objects laid out as the
 * service delivers them (AWSLogs/ACCOUNT/CloudTrail/REGION/YYYY/MM/DD/…json.gz, five minutes each). Same seed, same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface TrailOptions {
  readonly events: number;
  readonly seed?: number;
  readonly accounts?: number;
  readonly principals?: number;
  readonly days?: number;
  /** Events of an object; CloudTrail's own objects of busy accounts hold a few thousand. */
  readonly perObject?: number;
}

export interface TrailObject {
  readonly path: string;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

/** Mulberry32: a small generator of numbers in [0, 1). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Drawing {
  readonly random: () => number;
  readonly account: string;
  readonly region: string;
}

interface Shape {
  /** Out of a thousand events, about. */
  readonly weight: number;
  readonly service: string;
  readonly names: readonly string[];
  readonly isRead: boolean;
  readonly isData?: boolean;
  readonly request?: (drawing: Drawing) => Readonly<Record<string, unknown>> | null;
  readonly response?: (drawing: Drawing) => Readonly<Record<string, unknown>> | null;
  readonly more?: (drawing: Drawing) => Readonly<Record<string, unknown>>;
}

const REGIONS = ['ap-northeast-1', 'us-east-1', 'eu-west-1', 'ap-northeast-3'] as const;
const AGENTS = [
  'aws-sdk-go-v2/1.30.3 os/linux lang/go#1.22.5 md/GOOS#linux md/GOARCH#amd64 api/s3#1.58.2',
  'Boto3/1.34.144 md/Botocore#1.34.144 ua/2.0 os/linux#6.1.97 md/arch#x86_64 lang/python#3.12.4 md/pyimpl#CPython',
  'aws-cli/2.17.20 md/awscrt#0.20.11 ua/2.0 os/macos#23.5.0 md/arch#arm64 lang/python#3.11.9 md/command#s3.cp',
  'Terraform/1.9.3 aws-sdk-go-v2/1.30.3 os/linux lang/go#1.22.5',
  'console.amazonaws.com',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
];

const hex = (random: () => number, length: number): string => {
  let text = '';
  while (text.length < length)
    text += Math.floor(random() * 0x100000000)
      .toString(16)
      .padStart(8, '0');
  return text.slice(0, length);
};
const uuid = (random: () => number): string => {
  const text = hex(random, 32);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-a${text.slice(17, 20)}-${text.slice(20, 32)}`;
};
const pick = <T>(random: () => number, list: readonly T[]): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('an empty list');
  return found;
};
const instance = (random: () => number): string => `i-0${hex(random, 16)}`;
const bucket = (random: () => number): string => `orders-bucket-${Math.floor(random() * 40)}`;

const SHAPES: readonly Shape[] = [
  {
    ...{
      weight: 230,
      service: 's3',
      names: ['GetObject', 'GetObject', 'GetObject', 'HeadObject', 'PutObject'],
      isRead: true,
      isData: true,
    },
    request: ({ random, region }) => {
      const name = bucket(random);
      return {
        bucketName: name,
        key: `exports/2026/${hex(random, 6)}/part-${hex(random, 8)}.parquet`,
        Host: `${name}.s3.${region}.amazonaws.com`,
      };
    },
    more: ({ random, account }) => ({
      additionalEventData: {
        ...{ SignatureVersion: 'SigV4', CipherSuite: 'TLS_AES_128_GCM_SHA256', bytesTransferredIn: 0, AuthenticationMethod: 'AuthHeader' },
        ...{ 'x-amz-id-2': hex(random, 56), bytesTransferredOut: Math.floor(random() * 900_000) },
      },
      resources: [
        { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::orders-bucket-1/exports/${hex(random, 8)}` },
        { accountId: account, type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::orders-bucket-1' },
      ],
    }),
  },
  {
    ...{ weight: 150, service: 'kms', names: ['Decrypt', 'Decrypt', 'GenerateDataKey'], isRead: true },
    request: ({ random }) => ({
      encryptionContext: { 'aws:s3:arn': `arn:aws:s3:::${bucket(random)}` },
      encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    }),
    more: ({ random, account, region }) => ({
      resources: [{ accountId: account, type: 'AWS::KMS::Key', ARN: `arn:aws:kms:${region}:${account}:key/${uuid(random)}` }],
    }),
  },
  {
    ...{ weight: 150, service: 'sts', names: ['AssumeRole', 'AssumeRole', 'GetCallerIdentity', 'AssumeRoleWithWebIdentity'], isRead: true },
    request: ({ random, account }) => ({
      ...{ roleArn: `arn:aws:iam::${account}:role/orders-${Math.floor(random() * 60)}`, roleSessionName: instance(random) },
      durationSeconds: 3600,
    }),
    response: ({ random, account }) => ({
      credentials: {
        accessKeyId: `ASIA${hex(random, 16).toUpperCase()}`,
        sessionToken: hex(random, 240),
        expiration: 'Nov 1, 2026, 12:00:00 PM',
      },
      assumedRoleUser: {
        assumedRoleId: `AROA${hex(random, 17).toUpperCase()}:app`,
        arn: `arn:aws:sts::${account}:assumed-role/orders-1/app`,
      },
    }),
  },
  {
    weight: 190,
    service: 'ec2',
    names: [
      'DescribeInstances',
      'DescribeInstanceStatus',
      'DescribeVolumes',
      'DescribeSecurityGroups',
      'DescribeNetworkInterfaces',
      'DescribeTags',
    ],
    isRead: true,
    request: ({ random }) => ({
      ...{ maxResults: 1000, instancesSet: { items: [{ instanceId: instance(random) }, { instanceId: instance(random) }] } },
      filterSet: { items: [{ name: 'vpc-id', valueSet: { items: [{ value: `vpc-0${hex(random, 16)}` }] } }] },
    }),
  },
  {
    ...{
      weight: 80,
      service: 'secretsmanager',
      names: ['GetSecretValue', 'GetSecretValue', 'DescribeSecret', 'ListSecrets'],
      isRead: true,
    },
    request: ({ random, account, region }) => ({
      secretId: `arn:aws:secretsmanager:${region}:${account}:secret:orders/db-${hex(random, 6)}`,
    }),
  },
  {
    ...{ weight: 70, service: 'logs', names: ['CreateLogStream', 'CreateLogStream', 'CreateLogGroup', 'DescribeLogGroups'], isRead: false },
    request: ({ random }) => ({
      logGroupName: `/aws/lambda/orders-${Math.floor(random() * 80)}`,
      logStreamName: `2026/11/01/[$LATEST]${hex(random, 32)}`,
    }),
  },
  {
    ...{ weight: 60, service: 'dynamodb', names: ['DescribeTable', 'ListTables', 'GetItem', 'PutItem'], isRead: true },
    request: ({ random }) => ({ tableName: `orders-${Math.floor(random() * 30)}`, key: ['id'], consistentRead: false }),
  },
  {
    weight: 30,
    service: 'iam',
    names: ['ListRoles', 'GetRole', 'GetPolicy', 'ListUsers', 'ListAttachedRolePolicies', 'GetAccountSummary', 'ListAccessKeys'],
    isRead: true,
    request: ({ random }) => ({ roleName: `orders-${Math.floor(random() * 60)}` }),
  },
  {
    weight: 8,
    service: 'iam',
    names: [
      'CreateRole',
      'AttachRolePolicy',
      'PutRolePolicy',
      'UpdateAssumeRolePolicy',
      'TagRole',
      'CreateUser',
      'CreateAccessKey',
      'DeleteRole',
    ],
    isRead: false,
    request: ({ random, account }) => ({
      ...{ roleName: `orders-${Math.floor(random() * 60)}`, policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      assumeRolePolicyDocument: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::${account}:root"},"Action":"sts:AssumeRole"}]}`,
    }),
  },
  {
    ...{
      weight: 10,
      service: 'ec2',
      names: ['RunInstances', 'TerminateInstances', 'StopInstances', 'AuthorizeSecurityGroupIngress', 'CreateTags'],
      isRead: false,
    },
    request: ({ random }) => ({
      instancesSet: { items: [{ imageId: `ami-0${hex(random, 16)}`, minCount: 1, maxCount: 1 }] },
      ...{ instanceType: pick(random, ['m7g.large', 't4g.small', 'c7g.xlarge']), blockDeviceMapping: {}, monitoring: { enabled: false } },
      groupSet: { items: [{ groupId: `sg-0${hex(random, 16)}` }] },
    }),
    response: ({ random, account }) => ({
      requestId: uuid(random),
      reservationId: `r-0${hex(random, 16)}`,
      ownerId: account,
      instancesSet: {
        items: [{ instanceId: instance(random), currentState: { code: 0, name: 'pending' }, privateIpAddress: '192.0.2.10' }],
      },
    }),
  },
  {
    ...{
      weight: 12,
      service: 'lambda',
      names: ['GetFunction20150331v2', 'ListFunctions20150331', 'UpdateFunctionCode20150331v2', 'Invoke'],
      isRead: true,
    },
    request: ({ random, account, region }) => ({
      functionName: `arn:aws:lambda:${region}:${account}:function:orders-${Math.floor(random() * 80)}`,
    }),
  },
  {
    ...{ weight: 3, service: 'signin', names: ['ConsoleLogin', 'ConsoleLogin', 'SwitchRole'], isRead: false },
    request: () => null,
    response: () => ({ ConsoleLogin: 'Success' }),
    more: ({ random }) => ({
      additionalEventData: {
        LoginTo: 'https://console.aws.amazon.com/console/home',
        MobileVersion: 'No',
        MFAUsed: random() < 0.9 ? 'Yes' : 'No',
      },
    }),
  },
  {
    ...{ weight: 7, service: 'cloudtrail', names: ['DescribeTrails', 'GetTrailStatus', 'LookupEvents'], isRead: true },
    request: () => ({ includeShadowTrails: true }),
  },
];
const WEIGHT = SHAPES.reduce((sum, { weight }) => sum + weight, 0);

function shapeAt(random: () => number): Shape {
  let at = random() * WEIGHT;
  for (const shape of SHAPES) {
    at -= shape.weight;
    if (at < 0) return shape;
  }
  throw new Error('weights do not add up');
}

interface Principal {
  readonly identity: (drawing: Drawing) => Readonly<Record<string, unknown>>;
  readonly address: string;
  readonly agent: string;
}

function principals(count: number, random: () => number): readonly Principal[] {
  return Array.from({ length: count }, (_, index) => {
    const id = hex(random, 17).toUpperCase();
    const address = `${pick(random, ['192.0.2', '198.51.100', '203.0.113'])}.${1 + Math.floor(random() * 254)}`;
    const agent = pick(random, AGENTS);
    const kind = index % 10;
    if (kind === 0)
      return {
        address: 'autoscaling.amazonaws.com',
        agent: 'autoscaling.amazonaws.com',
        identity: () => ({ type: 'AWSService', invokedBy: 'autoscaling.amazonaws.com' }),
      };
    if (kind < 3)
      return {
        ...{ address, agent },
        identity: ({ account }) => ({
          ...{ type: 'IAMUser', principalId: `AIDA${id}`, arn: `arn:aws:iam::${account}:user/user-${index}`, accountId: account },
          ...{ accessKeyId: `AKIA${id.slice(0, 16)}`, userName: `user-${index}` },
        }),
      };
    return {
      ...{ address, agent },
      identity: ({ account, random: draw }) => ({
        ...{ type: 'AssumedRole', principalId: `AROA${id}:i-0${id.slice(0, 16)}` },
        arn: `arn:aws:sts::${account}:assumed-role/orders-${index}/i-0${id.slice(0, 16)}`,
        ...{ accountId: account, accessKeyId: `ASIA${hex(draw, 16).toUpperCase()}` },
        sessionContext: {
          sessionIssuer: {
            type: 'Role',
            principalId: `AROA${id}`,
            arn: `arn:aws:iam::${account}:role/orders-${index}`,
            accountId: account,
            userName: `orders-${index}`,
          },
          webIdFederationData: {},
          attributes: { creationDate: '2026-11-01T08:00:00Z', mfaAuthenticated: 'false' },
          ec2RoleDelivery: '2.0',
        },
      }),
    };
  });
}

/** Objects in the order of their names within a day. */
export function* trailObjects(options: TrailOptions): Generator<TrailObject> {
  const { events, seed = 1, accounts = 4, principals: people = 400, days = 7, perObject = 2500 } = options;
  const random = numbers(seed);
  const actors = principals(people, random);
  const count = Math.ceil(events / perObject);
  const start = Date.UTC(2026, 10, 1);
  for (let index = 0; index < count; index++) {
    const account = String(123456789012 + (index % accounts));
    const region = pick(random, REGIONS);
    const from = start + Math.floor((index / count) * days * 288) * 300_000;
    const length = Math.min(perObject, events - index * perObject);
    const records = Array.from({ length }, (_, each) =>
      record({ random, account, region }, { actors, time: from + (each / length) * 300_000 }),
    );
    const stamp = new Date(from).toISOString();
    const day = stamp.slice(0, 10).replaceAll('-', '/');
    const name = `${account}_CloudTrail_${region}_${stamp.slice(0, 16).replaceAll(/[-:]/g, '')}Z_${hex(random, 16)}.json.gz`;
    yield { path: `AWSLogs/${account}/CloudTrail/${region}/${day}/${name}`, records };
  }
}

function record(
  drawing: Drawing,
  { actors, time }: { readonly actors: readonly Principal[]; readonly time: number },
): Readonly<Record<string, unknown>> {
  const { random, account, region } = drawing;
  const shape = shapeAt(random);
  // A few principals do most of the work.
  const actor = actors[Math.floor(random() ** 2 * actors.length)] ?? pick(random, actors);
  const isDenied = random() < 0.012;
  return {
    ...{ eventVersion: '1.11', userIdentity: actor.identity(drawing), eventTime: `${new Date(time).toISOString().slice(0, 19)}Z` },
    ...{ eventSource: `${shape.service}.amazonaws.com`, eventName: pick(random, shape.names), awsRegion: region },
    ...{ sourceIPAddress: actor.address, userAgent: actor.agent },
    ...(isDenied
      ? {
          errorCode: 'AccessDenied',
          errorMessage: 'User is not authorized to perform this action because no identity-based policy allows it',
        }
      : {}),
    requestParameters: shape.request?.(drawing) ?? null,
    responseElements: isDenied ? null : (shape.response?.(drawing) ?? null),
    ...(isDenied ? {} : shape.more?.(drawing)),
    ...{
      requestID: uuid(random),
      eventID: uuid(random),
      readOnly: shape.isRead,
      eventType: shape.service === 'signin' ? 'AwsConsoleSignIn' : 'AwsApiCall',
    },
    ...{
      managementEvent: shape.isData !== true,
      recipientAccountId: account,
      eventCategory: shape.isData === true ? 'Data' : 'Management',
    },
    tlsDetails: {
      tlsVersion: 'TLSv1.3',
      cipherSuite: 'TLS_AES_128_GCM_SHA256',
      clientProvidedHostHeader: `${shape.service}.${region}.amazonaws.com`,
    },
  };
}

/** Writes the objects below a folder; what is written is counted. */
export function writeTrail(
  folder: string,
  options: TrailOptions,
): { readonly objects: number; readonly rawBytes: number; readonly storedBytes: number } {
  let [objects, rawBytes, storedBytes] = [0, 0, 0];
  for (const { path, records } of trailObjects(options)) {
    const text = JSON.stringify({ Records: records });
    const bytes = gzipSync(text, { level: 4 });
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    objects++;
    rawBytes += text.length;
    storedBytes += bytes.length;
  }
  return { objects, rawBytes, storedBytes };
}
