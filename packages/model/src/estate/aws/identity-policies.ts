/** Managed policies, and policies held by users, roles and groups, in every spelling. Sources: see identity-principals.ts. */
import type { EntityContext, EntityReader } from '../entity.ts';
import type { AwsGrant, AwsIdentityEntity } from '../identity.ts';
import type { Texts, Undecided } from '../undecided.ts';
import { Fields, oneText } from './fields.ts';
import { part } from './identity-principals.ts';

type HolderKind = AwsGrant['holderKind'];

const HOLDERS = [
  ['aws.role', 'roles', 'Roles'],
  ['aws.user', 'users', 'Users'],
  ['aws.group', 'groups', 'Groups'],
] as const;

const ofDataSource: Undecided = {
  undecided: { code: 'data-source', detail: 'the policy is read from the account, not written in the code' },
};

const managed: EntityReader<AwsIdentityEntity> = {
  types: ['aws_iam_policy', 'data.aws_iam_policy', 'AWS::IAM::ManagedPolicy'],
  read(block, context) {
    const fields = Fields.of(block, context);
    const isData = context.declared.mode === 'data';
    return [
      { ...context.base, kind: 'aws.managed-policy', document: isData ? ofDataSource : fields.document('policy', 'PolicyDocument') },
      ...(fields.isTerraform ? [] : toHolders(fields, context, { policy: context.arn, document: undefined })),
    ];
  },
};

/** One inline policy, written beside its holder. */
const INLINE: Readonly<Record<string, readonly [HolderKind, holder: string, document: string]>> = {
  aws_iam_role_policy: ['aws.role', 'role', 'policy'],
  aws_iam_user_policy: ['aws.user', 'user', 'policy'],
  aws_iam_group_policy: ['aws.group', 'group', 'policy'],
  'AWS::IAM::RolePolicy': ['aws.role', 'RoleName', 'PolicyDocument'],
  'AWS::IAM::UserPolicy': ['aws.user', 'UserName', 'PolicyDocument'],
  'AWS::IAM::GroupPolicy': ['aws.group', 'GroupName', 'PolicyDocument'],
  aws_ssoadmin_permission_set_inline_policy: ['aws.permission-set', 'permission_set_arn', 'inline_policy'],
};

const inline: EntityReader<AwsIdentityEntity> = {
  types: Object.keys(INLINE),
  read(block, context) {
    const [holderKind, holder, document] = INLINE[context.declared.type] ?? (['aws.role', 'role', 'policy'] as const);
    const fields = Fields.of(block, context);
    const holders = oneText(fields.text(holder));
    return [{ ...context.base, kind: 'aws.grant', holderKind, holders, policy: undefined, document: fields.document(document) }];
  },
};

/** One managed policy, attached to one holder. */
const ATTACHED: Readonly<Record<string, readonly [HolderKind, holder: string, policy: string]>> = {
  aws_iam_role_policy_attachment: ['aws.role', 'role', 'policy_arn'],
  aws_iam_user_policy_attachment: ['aws.user', 'user', 'policy_arn'],
  aws_iam_group_policy_attachment: ['aws.group', 'group', 'policy_arn'],
  aws_ssoadmin_managed_policy_attachment: ['aws.permission-set', 'permission_set_arn', 'managed_policy_arn'],
};

const attached: EntityReader<AwsIdentityEntity> = {
  types: Object.keys(ATTACHED),
  read(block, context) {
    const [holderKind, holder, policy] = ATTACHED[context.declared.type] ?? (['aws.role', 'role', 'policy_arn'] as const);
    const fields = Fields.of(block, context);
    const holders = oneText(fields.text(holder));
    return [{ ...context.base, kind: 'aws.grant', holderKind, holders, policy: fields.text(policy), document: undefined }];
  },
};

/** One policy for many holders. */
const shared: EntityReader<AwsIdentityEntity> = {
  types: ['aws_iam_policy_attachment', 'AWS::IAM::Policy'],
  read(block, context) {
    const fields = Fields.of(block, context);
    const isInline = !fields.isTerraform;
    return toHolders(fields, context, {
      policy: isInline ? undefined : fields.text('policy_arn'),
      document: isInline ? fields.document('PolicyDocument') : undefined,
    });
  },
};

/** Many policies for one holder: what is not listed is taken away by Terraform. Lists of names of inline policies grant nothing. */
const EXCLUSIVE: Readonly<Record<string, readonly [HolderKind, holder: string]>> = {
  aws_iam_role_policy_attachments_exclusive: ['aws.role', 'role_name'],
  aws_iam_user_policy_attachments_exclusive: ['aws.user', 'user_name'],
  aws_iam_group_policy_attachments_exclusive: ['aws.group', 'group_name'],
};

const exclusive: EntityReader<AwsIdentityEntity> = {
  types: Object.keys(EXCLUSIVE),
  read(block, context) {
    const [holderKind, holder] = EXCLUSIVE[context.declared.type] ?? (['aws.role', 'role_name'] as const);
    const fields = Fields.of(block, context);
    const holders = oneText(fields.text(holder));
    const { items, rest } = fields.list('policy_arns');
    const policies = [...items, ...(rest === null ? [] : [{ undecided: rest }])];
    return policies.map((policy, index) => ({
      ...part(context, `#${index}`),
      kind: 'aws.grant' as const,
      holderKind,
      holders,
      policy,
      document: undefined,
    }));
  },
};

export const policyReaders: readonly EntityReader<AwsIdentityEntity>[] = [managed, inline, attached, shared, exclusive];

function toHolders(fields: Fields, context: EntityContext, held: Pick<AwsGrant, 'policy' | 'document'>): readonly AwsGrant[] {
  return HOLDERS.flatMap(([holderKind, terraform, cloudformation]): readonly AwsGrant[] => {
    const holders: Texts = fields.list(terraform, cloudformation);
    if (holders.items.length === 0 && holders.rest === null) return [];
    return [{ ...part(context, `#${terraform}`), kind: 'aws.grant', holderKind, holders, ...held }];
  });
}
