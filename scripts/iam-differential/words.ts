/** The small vocabulary of the differential run: few words, so that patterns, principals and conditions often meet. */
export const HOME = '123456789012';
export const AWAY = '555566667777';

export const principals: readonly unknown[] = [
  `arn:aws:iam::${HOME}:user/hana`,
  `arn:aws:iam::${HOME}:user/staff/ren`,
  `arn:aws:iam::${HOME}:role/app`,
  `arn:aws:sts::${HOME}:assumed-role/app/batch-1`,
  `arn:aws:sts::${HOME}:assumed-role/app/batch-2`,
  `arn:aws:sts::${HOME}:federated-user/kiosk`,
  `arn:aws:iam::${HOME}:root`,
  `arn:aws:iam::${HOME}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
  `arn:aws:iam::${AWAY}:user/sora`,
  `arn:aws:iam::${AWAY}:role/importer`,
  `arn:aws:sts::${AWAY}:assumed-role/importer/nightly`,
  `arn:aws:iam::${AWAY}:root`,
  'cloudtrail.amazonaws.com',
  { type: 'Federated', id: `arn:aws:iam::${HOME}:oidc-provider/token.actions.githubusercontent.com` },
  { type: 'Anonymous' },
];

export const principalElements: readonly unknown[] = [
  '*',
  { AWS: '*' },
  { AWS: HOME },
  { AWS: `arn:aws:iam::${HOME}:root` },
  { AWS: AWAY },
  { AWS: [`arn:aws:iam::${AWAY}:root`, `arn:aws:iam::${AWAY}:user/sora`] },
  { AWS: `arn:aws:iam::${HOME}:user/hana` },
  { AWS: [`arn:aws:iam::${HOME}:user/hana`, `arn:aws:iam::${HOME}:root`] },
  { AWS: `arn:aws:iam::${HOME}:user/ren` },
  { AWS: `arn:aws:iam::${HOME}:user/*` },
  { AWS: `arn:aws:iam::${HOME}:role/app` },
  { AWS: `arn:aws:sts::${HOME}:assumed-role/app/batch-1` },
  { AWS: [`arn:aws:sts::${HOME}:assumed-role/app/batch-1`, `arn:aws:iam::${HOME}:role/app`, HOME] },
  { AWS: `arn:aws:sts::${HOME}:federated-user/kiosk` },
  { AWS: `arn:aws:iam::${AWAY}:role/importer` },
  { AWS: [`arn:aws:iam::${AWAY}:role/importer`, `arn:aws:sts::${AWAY}:assumed-role/importer/nightly`] },
  { Service: 'cloudtrail.amazonaws.com' },
  { Service: ['config.amazonaws.com', 'cloudtrail.amazonaws.com'], AWS: HOME },
  { Federated: `arn:aws:iam::${HOME}:oidc-provider/token.actions.githubusercontent.com` },
];

/** Action, and what it can be asked on. */
export const operations: readonly (readonly [action: string, resource: string])[] = [
  ['s3:GetObject', 'arn:aws:s3:::orders-bucket/2026/a.csv'],
  ['s3:GetObject', 'arn:aws:s3:::home/hana/notes.txt'],
  ['s3:GetObject', 'arn:aws:s3:::home/sales/notes.txt'],
  ['s3:PutObject', 'arn:aws:s3:::orders-bucket/2026/a.csv'],
  ['s3:ListBucket', 'arn:aws:s3:::orders-bucket'],
  ['s3:ListAllMyBuckets', '*'],
  ['sqs:SendMessage', `arn:aws:sqs:eu-west-1:${HOME}:orders`],
  ['ec2:StopInstances', `arn:aws:ec2:eu-west-1:${HOME}:instance/i-0a1b2c3d4e5f60718`],
  ['logs:PutLogEvents', `arn:aws:logs:eu-west-1:${HOME}:log-group:/app/orders:log-stream:1`],
  ['iam:PassRole', `arn:aws:iam::${HOME}:role/app`],
  ['sts:AssumeRole', `arn:aws:iam::${HOME}:role/app`],
  ['sts:TagSession', `arn:aws:iam::${HOME}:role/app`],
  ['sts:AssumeRoleWithWebIdentity', `arn:aws:iam::${HOME}:role/app`],
  ['sts:GetCallerIdentity', '*'],
  ['kms:Decrypt', `arn:aws:kms:eu-west-1:${HOME}:key/0f3c2a4e-8f1e-4a43-9b6d-2f1f2b7c9a10`],
  ['kms:Encrypt', `arn:aws:kms:eu-west-1:${HOME}:key/0f3c2a4e-8f1e-4a43-9b6d-2f1f2b7c9a10`],
  ['kms:ListKeys', '*'],
];

export const actionPatterns: readonly string[] = [
  '*',
  's3:*',
  's3:Get*',
  's3:GetObject',
  'S3:getobject',
  's3:?etObject',
  's3:*Object',
  's3:List*',
  'sqs:*',
  'ec2:*',
  'logs:Put*',
  'iam:PassRole',
  'sts:*',
  'sts:AssumeRole',
  'sts:Assume*',
  'kms:*',
  'kms:Decrypt',
  'kms:*crypt',
];

export const resourcePatterns: readonly string[] = [
  '*',
  'arn:aws:s3:::orders-bucket',
  'arn:aws:s3:::orders-bucket/*',
  'arn:aws:s3:::orders-bucket*',
  'arn:aws:s3:::*/a.csv',
  'arn:aws:s3:::*',
  'arn:aws:s3',
  'arn:aws:s3:::home/${aws:username}/*',
  'arn:aws:s3:::home/${aws:PrincipalTag/team}/*',
  "arn:aws:s3:::home/${aws:PrincipalTag/team, 'sales'}/*",
  'arn:aws:s3:::home/${*}/*',
  'arn:aws:s3:::home/s?les/*',
  'arn:*:*:*:*:*',
  `arn:aws:*:*:${HOME}:*`,
  `arn:aws:sqs:*:${HOME}:orders`,
  `arn:aws:ec2:eu-*:*:instance/*`,
  `arn:aws:logs:*:*:log-group:/app/*:*`,
  `arn:aws:iam::${HOME}:role/*`,
  `arn:aws:iam::*:role/app`,
  `arn:aws:kms:eu-west-1:${HOME}:key/*`,
];

export interface Key {
  readonly name: string;
  readonly kind: 'string' | 'arn' | 'bool' | 'number' | 'date' | 'ip' | 'binary';
  readonly values: readonly string[];
  /** What policies compare it with, besides its values. */
  readonly patterns: readonly string[];
  readonly multivalued?: true;
  /** It follows from the caller: handed in only seldom. */
  readonly derived?: true;
}

const teams = ['sales', 'Sales', 'audit', 'hana', '*', 'a$b', 'sal?s'];
const teamPatterns = [
  's*',
  '*',
  '?ales',
  '${aws:PrincipalTag/team}',
  '${aws:username}*',
  "${aws:ResourceTag/team, 'sales'}",
  '${*}',
  'a${$}b',
  'sal${?}s',
  '${aws:TagKeys}',
];

export const keys: readonly Key[] = [
  { name: 'aws:PrincipalTag/team', kind: 'string', values: teams, patterns: teamPatterns },
  { name: 'aws:ResourceTag/team', kind: 'string', values: teams, patterns: teamPatterns },
  { name: 'aws:RequestTag/team', kind: 'string', values: teams, patterns: teamPatterns },
  { name: 's3:prefix', kind: 'string', values: ['', 'sales/', 'sales/2026'], patterns: ['', 'sales/*', '${aws:PrincipalTag/team}/*'] },
  { name: 'aws:SourceVpce', kind: 'string', values: ['vpce-1', 'vpce-2'], patterns: ['vpce-*'] },
  { name: 'aws:PrincipalOrgID', kind: 'string', values: ['o-a1b2c3d4e5', 'o-zzzz999999'], patterns: ['o-*', '${aws:ResourceOrgID}'] },
  { name: 'aws:ResourceOrgID', kind: 'string', values: ['o-a1b2c3d4e5', 'o-zzzz999999'], patterns: [] },
  { name: 'aws:username', kind: 'string', values: ['hana', 'ren'], patterns: ['h*', '${aws:PrincipalTag/team}'], derived: true },
  { name: 'aws:PrincipalAccount', kind: 'string', values: [HOME, AWAY], patterns: ['${aws:ResourceAccount}', '1*'], derived: true },
  { name: 'aws:ResourceAccount', kind: 'string', values: [HOME, AWAY], patterns: ['${aws:PrincipalAccount}'], derived: true },
  { name: 'aws:PrincipalType', kind: 'string', values: ['User', 'AssumedRole', 'Account', 'Anonymous'], patterns: ['A*'], derived: true },
  { name: 'aws:PrincipalIsAWSService', kind: 'bool', values: ['true', 'false'], patterns: [], derived: true },
  {
    name: 'aws:PrincipalArn',
    kind: 'arn',
    values: [
      `arn:aws:iam::${HOME}:user/hana`,
      `arn:aws:iam::${HOME}:role/app`,
      `arn:aws:iam::${HOME}:root`,
      `arn:aws:iam::${AWAY}:role/importer`,
    ],
    patterns: [`arn:aws:iam::${HOME}:user/*`, 'arn:aws:iam::*:root', 'arn:aws:iam::*:role/${aws:PrincipalTag/team}'],
    derived: true,
  },
  {
    name: 'aws:SourceArn',
    kind: 'arn',
    values: [`arn:aws:sns:eu-west-1:${HOME}:sales`, `arn:aws:sns:eu-west-1:${AWAY}:a:b/c`, 'arn:aws:s3:::orders-bucket'],
    patterns: ['arn:aws:sns:*:*:*', `arn:aws:*:*:${HOME}:*`, 'arn:aws:sns:*:*:${aws:PrincipalTag/team}', 'arn:aws:s3:::*'],
  },
  { name: 'aws:SecureTransport', kind: 'bool', values: ['true', 'false'], patterns: ['True'] },
  { name: 'aws:MultiFactorAuthPresent', kind: 'bool', values: ['true', 'false'], patterns: [] },
  { name: 's3:max-keys', kind: 'number', values: ['5', '10', '10.5', '100'], patterns: ['10.0', '-1'] },
  {
    name: 'aws:CurrentTime',
    kind: 'date',
    values: ['2026-05-01T00:00:00Z', '2026-05-01T09:00:01+09:00', '1777593599'],
    patterns: ['2026-05-01'],
  },
  {
    name: 'aws:SourceIp',
    kind: 'ip',
    values: ['192.0.2.7', '203.0.113.9', '2001:db8::1'],
    patterns: ['192.0.2.0/24', '0.0.0.0/0', '2001:db8::/32', '128.0.0.0/1'],
  },
  { name: 'app:token', kind: 'binary', values: ['QmluYXJ5', 'T3RoZXI='], patterns: [] },
  {
    name: 'aws:TagKeys',
    kind: 'string',
    values: ['owner', 'cost', 'team'],
    patterns: ['o*', '${aws:PrincipalTag/team}'],
    multivalued: true,
  },
  {
    name: 'aws:CalledVia',
    kind: 'string',
    values: ['athena.amazonaws.com', 'cloudformation.amazonaws.com'],
    patterns: ['*'],
    multivalued: true,
  },
];

export const operatorsOf: Readonly<Record<Key['kind'], readonly string[]>> = {
  string: ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
  arn: ['ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike', 'StringLike', 'StringNotEquals'],
  bool: ['Bool'],
  number: [
    'NumericEquals',
    'NumericNotEquals',
    'NumericLessThan',
    'NumericLessThanEquals',
    'NumericGreaterThan',
    'NumericGreaterThanEquals',
  ],
  date: ['DateEquals', 'DateNotEquals', 'DateLessThan', 'DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals'],
  ip: ['IpAddress', 'NotIpAddress'],
  binary: ['BinaryEquals'],
};
