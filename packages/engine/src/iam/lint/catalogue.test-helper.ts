/** A catalogue of a few actions, for tests. */
import type { AccessLevel, ActionCatalogue, ActionInfo } from '../aws/index.ts';

const BUCKET = ['arn:${Partition}:s3:::${BucketName}'];
const OBJECT = ['arn:${Partition}:s3:::${BucketName}/${ObjectName}'];
const ROLE = ['arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}'];
const USER = ['arn:${Partition}:iam::${Account}:user/${UserNameWithPath}'];

const ACTIONS: readonly (readonly [action: string, level: AccessLevel, arns: readonly string[]])[] = [
  ['ec2:DescribeInstances', 'List', []],
  ['ec2:RunInstances', 'Write', ['arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}']],
  ['ec2:CreateTags', 'Tagging', ['arn:${Partition}:ec2:${Region}:${Account}:*/*']],
  ['iam:AttachUserPolicy', 'Permissions management', USER],
  ['iam:CreateAccessKey', 'Write', USER],
  ['iam:PassRole', 'Write', ROLE],
  ['kms:Decrypt', 'Write', ['arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}']],
  ['kms:PutKeyPolicy', 'Permissions management', ['arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}']],
  ['s3:DeleteObject', 'Write', OBJECT],
  ['s3:GetObject', 'Read', OBJECT],
  ['s3:ListAllMyBuckets', 'List', []],
  ['s3:ListBucket', 'List', BUCKET],
  ['s3:PutObject', 'Write', OBJECT],
  ['sqs:SendMessage', 'Write', ['arn:${Partition}:sqs:${Region}:${Account}:${QueueName}']],
  ['sts:AssumeRole', 'Write', ROLE],
  ['sts:AssumeRoleWithWebIdentity', 'Write', ROLE],
];

const KEYS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  s3: [
    ['s3:prefix', 'String'],
    ['s3:max-keys', 'Numeric'],
    ['s3:ExistingObjectTag/<key>', 'String'],
  ],
  sts: [['sts:TransitiveTagKeys', 'ArrayOfString']],
};

const infos = ACTIONS.map(([action, accessLevel, arns]): ActionInfo => ({
  action,
  service: action.split(':')[0] ?? '',
  accessLevel,
  resourceTypes: arns.length === 0 ? [] : [{ name: 'thing', required: true, arns, conditionKeys: [], dependentActions: [] }],
  conditionKeys: [],
  dependentActions: [],
})).toSorted((a, b) => (a.action.toLowerCase() < b.action.toLowerCase() ? -1 : 1));
const names = infos.map(({ action }) => action.toLowerCase());

export const smallCatalogue: ActionCatalogue = {
  updatedAt: '2026-09-26',
  size: infos.length,
  names,
  indexOf: (action) => (names.includes(action.toLowerCase()) ? names.indexOf(action.toLowerCase()) : undefined),
  info: (index) => {
    const info = infos[index];
    if (!info) throw new RangeError(`there is no action ${index}`);
    return info;
  },
  isWithoutResource: (index) => infos[index]?.resourceTypes.length === 0,
  hasService: (service) => infos.some((info) => info.service === service),
  conditionKeysOf: (service) => new Map(KEYS[service] ?? []),
  supportsRcp: () => true,
};
