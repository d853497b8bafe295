/** Users, roles, groups and what hangs on them. Sources: IAM API reference, hashicorp/aws and CloudFormation documentation, read 2026-11-22. */
import type { EntityContext, EntityReader } from '../entity.ts';
import type { AwsGrant, AwsIdentityEntity, AwsRole } from '../identity.ts';
import { isUndecided } from '../undecided.ts';
import type { Known, Texts, Undecided } from '../undecided.ts';
import { Fields, lastOf, oneText } from './fields.ts';

type HolderKind = AwsGrant['holderKind'];

const ONLY_LIVE: Undecided = { undecided: { code: 'computed', detail: 'only a live account says it' } };

const roles: EntityReader<AwsIdentityEntity> = {
  types: [
    'aws_iam_role',
    'data.aws_iam_role',
    'AWS::IAM::Role',
    'aws.iam.reserved-role',
    'aws.iam.service-linked-role',
    'aws_iam_service_linked_role',
  ],
  read(block, context) {
    const fields = Fields.of(block, context);
    const role: AwsRole = {
      ...principal(context),
      kind: 'aws.role',
      trust: context.declared.mode === 'data' ? ofDataSource : fields.document('assume_role_policy', 'AssumeRolePolicyDocument'),
      boundary: boundaryOf(fields),
      idleDays: context.isLive ? fields.number('UnusedDays') : ONLY_LIVE,
      maxSessionSeconds: fields.number('max_session_duration', 'MaxSessionDuration'),
    };
    return [role, ...heldIn(fields, 'aws.role', context)];
  },
};

const users: EntityReader<AwsIdentityEntity> = {
  types: ['aws_iam_user', 'data.aws_iam_user', 'AWS::IAM::User'],
  read(block, context) {
    const fields = Fields.of(block, context);
    const groups = fields.list('groups', 'Groups');
    const isMember = groups.items.length > 0 || groups.rest !== null;
    return [
      {
        ...principal(context),
        kind: 'aws.user',
        boundary: boundaryOf(fields),
        hasPassword: fields.isTerraform ? false : hasProfile(fields),
        hasMfa: context.isLive ? hasDevices(fields) : ONLY_LIVE,
        idleDays: context.isLive ? fields.number('PasswordUnusedDays') : ONLY_LIVE,
      },
      ...(isMember && !fields.isTerraform
        ? [{ ...part(context, '#groups'), kind: 'aws.membership' as const, users: oneText(context.arn), groups }]
        : []),
      ...heldIn(fields, 'aws.user', context),
    ];
  },
};

const groups: EntityReader<AwsIdentityEntity> = {
  types: ['aws_iam_group', 'data.aws_iam_group', 'AWS::IAM::Group'],
  read(block, context) {
    const fields = Fields.of(block, context);
    return [{ ...principal(context), kind: 'aws.group' }, ...heldIn(fields, 'aws.group', context)];
  },
};

const memberships: EntityReader<AwsIdentityEntity> = {
  types: ['aws_iam_group_membership', 'aws_iam_user_group_membership', 'AWS::IAM::UserToGroupAddition'],
  read(block, context) {
    const fields = Fields.of(block, context);
    const isOfUser = context.declared.type === 'aws_iam_user_group_membership';
    return [
      {
        ...context.base,
        kind: 'aws.membership',
        users: isOfUser ? oneText(fields.text('user')) : fields.list('users', 'Users'),
        groups: isOfUser ? fields.list('groups') : oneText(fields.text('group', 'GroupName')),
      },
    ];
  },
};

const accessKeys: EntityReader<AwsIdentityEntity> = {
  types: ['aws_iam_access_key', 'AWS::IAM::AccessKey'],
  read(block, context) {
    const fields = Fields.of(block, context);
    const status = fields.text('status', 'Status');
    return [
      {
        ...context.base,
        kind: 'aws.access-key',
        user: fields.text('user', 'UserName'),
        isActive: isUndecided(status) ? status : status?.toLowerCase() !== 'inactive',
        ageDays: context.isLive ? fields.number('AgeDays') : ONLY_LIVE,
        idleDays: context.isLive ? fields.number('UnusedDays') : ONLY_LIVE,
      },
    ];
  },
};

const loginProfiles: EntityReader<AwsIdentityEntity> = {
  types: ['aws_iam_user_login_profile'],
  read: (block, context) => [{ ...context.base, kind: 'aws.login-profile', user: Fields.of(block, context).text('user') }],
};

const instanceProfiles: EntityReader<AwsIdentityEntity> = {
  types: ['aws_iam_instance_profile', 'data.aws_iam_instance_profile', 'AWS::IAM::InstanceProfile'],
  read(block, context) {
    const fields = Fields.of(block, context);
    const isData = context.declared.mode === 'data';
    const one = oneText(isData ? ofDataSource : fields.isTerraform ? fields.text('role') : undefined);
    const several = fields.list('roles', 'Roles');
    const all: Texts = { items: [...one.items, ...several.items], rest: one.rest ?? several.rest };
    return [{ ...context.base, kind: 'aws.instance-profile', roles: all }];
  },
};

export const principalReaders: readonly EntityReader<AwsIdentityEntity>[] = [
  roles,
  users,
  groups,
  memberships,
  accessKeys,
  loginProfiles,
  instanceProfiles,
];

const ofDataSource: Undecided = { undecided: { code: 'data-source', detail: 'it is read from the account, not written in the code' } };

/** `…#inline/deploy` of the entity a block becomes. */
export function part(context: EntityContext, suffix: string): EntityContext['base'] {
  const id = `${context.base.id}${suffix}`;
  return { ...context.base, id, names: [id] };
}

function principal({ base, arn, declared }: EntityContext): EntityContext['base'] & Pick<AwsRole, 'name' | 'path' | 'isStub'> {
  const path = /:(?:user|role|group)(\/(?:.*\/)?)[^/]*$/.exec(arn)?.[1] ?? '/';
  return { ...base, name: lastOf(arn), path, isStub: declared.mode === 'data' || declared.type === 'aws_iam_service_linked_role' };
}

function boundaryOf(fields: Fields): Known<string | undefined> {
  return fields.text('permissions_boundary', 'PermissionsBoundary');
}

/** Policies that are written within the block of who holds them. */
function heldIn(fields: Fields, holderKind: HolderKind, context: EntityContext): readonly AwsGrant[] {
  const holders = oneText(context.arn);
  const inline = fields.each('inline_policy', 'Policies');
  const grants = inline.fields.flatMap((each, index): readonly AwsGrant[] => {
    // An empty block takes all inline policies away.
    if (each.isTerraform && !each.has('policy') && !each.block.uncertain) return [];
    const name = each.text('name', 'PolicyName');
    const base = part(context, `#inline/${typeof name === 'string' ? name : index}`);
    return [{ ...base, kind: 'aws.grant', holderKind, holders, policy: undefined, document: each.document('policy', 'PolicyDocument') }];
  });
  const unknown = (suffix: string, reason: Texts['rest'], policy: boolean): readonly AwsGrant[] => {
    if (reason === null) return [];
    const undecided = { undecided: reason };
    return [
      {
        ...part(context, suffix),
        kind: 'aws.grant',
        holderKind,
        holders,
        policy: policy ? undecided : undefined,
        document: policy ? undefined : undecided,
      },
    ];
  };
  const managed = fields.list('managed_policy_arns', 'ManagedPolicyArns');
  const attached = managed.items.map((policy): AwsGrant => ({
    ...part(context, `#attached/${policy}`),
    kind: 'aws.grant',
    holderKind,
    holders,
    policy,
    document: undefined,
  }));
  return [...grants, ...unknown('#inline', inline.rest, false), ...attached, ...unknown('#attached', managed.rest, true)];
}

function hasProfile(fields: Fields): Known<boolean> {
  const value = fields.block.value('LoginProfile');
  if (value?.kind === 'unknown') return { undecided: value.reason };
  return value !== undefined;
}

function hasDevices(fields: Fields): Known<boolean> {
  const { fields: devices, rest } = fields.each('MFADevices');
  if (devices.length > 0) return true;
  return rest === null ? false : { undecided: rest };
}
