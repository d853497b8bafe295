/** Organizations, Identity Center, identity providers, clusters. Sources: the services' API references, hashicorp/aws and CloudFormation documentation, read 2026-11-22. */
import type { EntityReader } from '../entity.ts';
import type { AwsGrant, AwsIdentityEntity, AwsIdentityProvider, AwsOrganizationAttachment } from '../identity.ts';
import type { Known } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import { Fields, lastOf, NO_TEXTS, oneText } from './fields.ts';
import { part } from './identity-principals.ts';

const providers: EntityReader<AwsIdentityEntity> = {
  types: [
    'aws_iam_openid_connect_provider',
    'data.aws_iam_openid_connect_provider',
    'AWS::IAM::OIDCProvider',
    'aws_iam_saml_provider',
    'data.aws_iam_saml_provider',
    'AWS::IAM::SAMLProvider',
  ],
  read(block, context) {
    const fields = Fields.of(block, context);
    const protocol: AwsIdentityProvider['protocol'] = /saml/i.test(context.declared.type) ? 'saml' : 'oidc';
    const url = fields.text('url', 'Url');
    return [
      {
        ...context.base,
        kind: 'aws.identity-provider',
        protocol,
        url: typeof url === 'string' ? url.replace(/^https?:\/\//, '').replace(/\/$/, '') : url,
        audiences: protocol === 'oidc' ? fields.list('client_id_list', 'ClientIdList') : NO_TEXTS,
      },
    ];
  },
};

const organizationPolicies: EntityReader<AwsIdentityEntity> = {
  types: ['aws_organizations_policy', 'AWS::Organizations::Policy'],
  read(block, context) {
    const fields = Fields.of(block, context);
    const type = fields.text('type', 'Type');
    const targets = fields.isTerraform ? NO_TEXTS : fields.list('TargetIds');
    const attachments = [...targets.items, ...(targets.rest === null ? [] : [{ undecided: targets.rest }])];
    return [
      {
        ...context.base,
        kind: 'aws.organization-policy',
        policyType: isUndecided(type) ? type : (type ?? 'SERVICE_CONTROL_POLICY'),
        document: fields.document('content', 'Content'),
      },
      ...attachments.map((target, index): AwsOrganizationAttachment => ({
        ...part(context, `#target/${index}`),
        kind: 'aws.organization-attachment',
        policy: context.arn,
        target,
      })),
    ];
  },
};

const organizationAttachments: EntityReader<AwsIdentityEntity> = {
  types: ['aws_organizations_policy_attachment', 'aws.organizations.attachment'],
  read(block, context) {
    const fields = Fields.of(block, context);
    const [policy, target] = [fields.text('policy_id'), fields.text('target_id')];
    return [{ ...context.base, kind: 'aws.organization-attachment', policy, target }];
  },
};

const organizationNodes: EntityReader<AwsIdentityEntity> = {
  types: [
    'aws_organizations_organization',
    'data.aws_organizations_organization',
    'aws_organizations_organizational_unit',
    'aws_organizations_account',
    'AWS::Organizations::Organization',
    'AWS::Organizations::OrganizationalUnit',
    'AWS::Organizations::Account',
    'aws.organizations.root',
  ],
  read(block, context) {
    const fields = Fields.of(block, context);
    const { type } = context.declared;
    const isRoot = /organization$|\.root$/i.test(type);
    const parents = fields.list('parent_id', type.endsWith('Account') ? 'ParentIds' : 'ParentId');
    return [
      {
        ...context.base,
        kind: 'aws.organization-node',
        parent: isRoot ? undefined : parents.rest !== null ? { undecided: parents.rest } : parents.items[0],
        isManagementAccount: fields.flag('is_management_account', 'IsManagementAccount'),
      },
    ];
  },
};

const permissionSets: EntityReader<AwsIdentityEntity> = {
  types: ['aws_ssoadmin_permission_set', 'data.aws_ssoadmin_permission_set', 'AWS::SSO::PermissionSet'],
  read(block, context) {
    const fields = Fields.of(block, context);
    const name = fields.text('name', 'Name');
    const base = { kind: 'aws.grant', holderKind: 'aws.permission-set', holders: oneText(context.arn) } as const;
    const managed = fields.isTerraform ? NO_TEXTS : fields.list('ManagedPolicies');
    const references = fields.isTerraform ? [] : fields.each('CustomerManagedPolicyReferences').fields.map(customerPolicy);
    const policies: readonly Known<string | undefined>[] = [
      ...managed.items,
      ...(managed.rest === null ? [] : [{ undecided: managed.rest }]),
      ...references,
    ];
    const inline = fields.isTerraform ? undefined : fields.document('InlinePolicy');
    const grants: AwsGrant[] = policies.map((policy, index) => ({
      ...part(context, `#attached/${index}`),
      ...base,
      policy,
      document: undefined,
    }));
    if (inline !== undefined) grants.push({ ...part(context, '#inline'), ...base, policy: undefined, document: inline });
    return [
      {
        ...context.base,
        kind: 'aws.permission-set',
        name: typeof name === 'string' ? name : lastOf(context.arn),
        boundary: fields.isTerraform ? undefined : boundaryOf(fields.nested('PermissionsBoundary')),
      },
      ...grants,
    ];
  },
};

const customerAttachments: EntityReader<AwsIdentityEntity> = {
  types: ['aws_ssoadmin_customer_managed_policy_attachment'],
  read(block, context) {
    const fields = Fields.of(block, context);
    return [
      {
        ...context.base,
        kind: 'aws.grant',
        holderKind: 'aws.permission-set',
        holders: oneText(fields.text('permission_set_arn')),
        policy: customerPolicy(fields.nested('customer_managed_policy_reference')),
        document: undefined,
      },
    ];
  },
};

const setBoundaries: EntityReader<AwsIdentityEntity> = {
  types: ['aws_ssoadmin_permissions_boundary_attachment'],
  read(block, context) {
    const fields = Fields.of(block, context);
    return [
      {
        ...context.base,
        kind: 'aws.permission-set-boundary',
        permissionSet: fields.text('permission_set_arn'),
        boundary: boundaryOf(fields.nested('permissions_boundary')),
      },
    ];
  },
};

const assignments: EntityReader<AwsIdentityEntity> = {
  types: ['aws_ssoadmin_account_assignment', 'AWS::SSO::Assignment'],
  read(block, context) {
    const fields = Fields.of(block, context);
    return [
      {
        ...context.base,
        kind: 'aws.permission-set-assignment',
        permissionSet: fields.text('permission_set_arn', 'PermissionSetArn'),
        target: fields.text('target_id', 'TargetId'),
        principal: fields.text('principal_id', 'PrincipalId'),
        principalType: fields.text('principal_type', 'PrincipalType'),
      },
    ];
  },
};

const eksEntries: EntityReader<AwsIdentityEntity> = {
  types: ['aws_eks_access_entry', 'AWS::EKS::AccessEntry'],
  read(block, context) {
    const fields = Fields.of(block, context);
    const base = {
      ...context.base,
      kind: 'aws.eks-access',
      cluster: fields.text('cluster_name', 'ClusterName'),
      principal: fields.text('principal_arn', 'PrincipalArn'),
    } as const;
    const policies = fields.isTerraform ? [] : fields.each('AccessPolicies').fields;
    return [
      { ...base, groups: fields.list('kubernetes_groups', 'KubernetesGroups'), policy: undefined, namespaces: NO_TEXTS },
      ...policies.map((each, index) => ({
        ...base,
        ...part(context, `#policy/${index}`),
        groups: NO_TEXTS,
        policy: each.text('PolicyArn'),
        namespaces: each.nested('AccessScope').list('Namespaces'),
      })),
    ];
  },
};

const eksPolicies: EntityReader<AwsIdentityEntity> = {
  types: ['aws_eks_access_policy_association'],
  read(block, context) {
    const fields = Fields.of(block, context);
    return [
      {
        ...context.base,
        kind: 'aws.eks-access',
        cluster: fields.text('cluster_name'),
        principal: fields.text('principal_arn'),
        groups: NO_TEXTS,
        policy: fields.text('policy_arn'),
        namespaces: fields.nested('access_scope').list('namespaces'),
      },
    ];
  },
};

const podIdentities: EntityReader<AwsIdentityEntity> = {
  types: ['aws_eks_pod_identity_association', 'AWS::EKS::PodIdentityAssociation'],
  read(block, context) {
    const fields = Fields.of(block, context);
    return [
      {
        ...context.base,
        kind: 'aws.pod-identity',
        cluster: fields.text('cluster_name', 'ClusterName'),
        namespace: fields.text('namespace', 'Namespace'),
        serviceAccount: fields.text('service_account', 'ServiceAccount'),
        role: fields.text('role_arn', 'RoleArn'),
      },
    ];
  },
};

export const organizationReaders: readonly EntityReader<AwsIdentityEntity>[] = [
  providers,
  organizationPolicies,
  organizationAttachments,
  organizationNodes,
  permissionSets,
  customerAttachments,
  setBoundaries,
  assignments,
  eksEntries,
  eksPolicies,
  podIdentities,
];

/** One of each account the set is assigned in: `~customer-policy/PATH/NAME`. */
function customerPolicy(fields: Fields): Known<string | undefined> {
  const [name, path] = [fields.text('name', 'Name'), fields.text('path', 'Path')];
  if (typeof name !== 'string') return name;
  return `~customer-policy${typeof path === 'string' ? path : '/'}${name}`;
}

function boundaryOf(fields: Fields): Known<string | undefined> {
  const managed = fields.text('managed_policy_arn', 'ManagedPolicyArn');
  if (managed !== undefined) return managed;
  const reference = fields.nested('customer_managed_policy_reference', 'CustomerManagedPolicyReference');
  return reference.block.exists ? customerPolicy(reference) : undefined;
}
