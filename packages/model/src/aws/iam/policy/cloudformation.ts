import type { BlockReader, FieldsOf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, elementsOf, explicit, policyOf } from '../../../code/index.ts';
import type { Value } from '../../../value.ts';
import { mergedPolicies } from '../policy-document.ts';
import type { IamPolicy } from './shape.ts';

const MANAGED = 'AWS::IAM::ManagedPolicy';
/** Principals, which may have inline policies of their own. */
const PRINCIPALS = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];

/** Source: CloudFormation template reference of the IAM resources, read 2026-11-22. */
export const cloudformation = defineCloudFormation<IamPolicy>({
  types: [
    ...[MANAGED, 'AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::UserPolicy', 'AWS::IAM::GroupPolicy'],
    ...['AWS::SSO::PermissionSet', ...PRINCIPALS],
  ],
  identity: ['ManagedPolicyName', 'PolicyName', 'RoleName', 'UserName', 'GroupName', 'Name'],
  read(block, context): FieldsOf<IamPolicy> {
    const type = block.resource?.type ?? '';
    const kind = type === MANAGED ? 'managed' : 'inline';
    return {
      kind: byDefault<IamPolicy['kind']>(kind, block.place),
      standsAlone: explicit(true, block.place),
      isBoundary: explicit(kind === 'managed' && isBoundary(block, context), block.place),
      document: documentOf(block, type),
    };
  },
});

/** Named as a permissions boundary and attached to nobody. */
function isBoundary(policy: BlockReader, context: ReaderContext): boolean {
  if (!context.isUsed(policy)) return false;
  const isSame = (value: Value): boolean => context.targets(value, [MANAGED]).some((each) => each.resource === policy.resource);
  const names = (property: string): boolean =>
    PRINCIPALS.some((type) => context.all(type).some((each) => elementsOf(each.value(property)).some(isSame)));
  const isAttached = ['Roles', 'Users', 'Groups'].some((property) => elementsOf(policy.value(property)).length > 0);
  return names('PermissionsBoundary') && !isAttached && !names('ManagedPolicyArns');
}

function documentOf(block: BlockReader, type: string): FieldsOf<IamPolicy>['document'] {
  if (type === 'AWS::SSO::PermissionSet') return policyOf(block, 'InlinePolicy');
  if (!PRINCIPALS.includes(type)) return policyOf(block, 'PolicyDocument');
  const { readers, rest } = block.blocks('Policies');
  return mergedPolicies([...readers.map((reader) => policyOf(reader, 'PolicyDocument')), ...(rest ? [rest] : [])], block.place);
}
