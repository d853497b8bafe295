import type { BlockReader, FieldsOf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, elementsOf, explicit, policyOf } from '../../../code/index.ts';
import type { Value } from '../../../value.ts';
import { mergedPolicies, renderedDocument } from '../policy-document.ts';
import type { IamPolicy } from './shape.ts';

/** Source: hashicorp/aws provider documentation of the resources named below, read 2026-11-22. */
export const terraform = defineTerraform<IamPolicy>({
  types: [
    'aws_iam_policy',
    'aws_iam_role_policy',
    'aws_iam_user_policy',
    'aws_iam_group_policy',
    'aws_ssoadmin_permission_set_inline_policy',
    'aws_iam_role',
    'data.aws_iam_policy_document',
  ],
  identity: ['name', 'arn'],
  read(block, context): FieldsOf<IamPolicy> {
    const type = block.resource?.mode === 'data' ? 'data' : block.resource?.type;
    const kind = type === 'data' ? 'document' : type === 'aws_iam_policy' ? 'managed' : 'inline';
    return {
      kind: byDefault<IamPolicy['kind']>(kind, block.place),
      standsAlone: explicit(kind !== 'document' || !context.isUsed(block), block.place),
      isBoundary: explicit(kind === 'managed' && isBoundary(block, context), block.place),
      document: documentOf(block, type),
    };
  },
});

/** Block types that attach a managed policy → the attribute that names it. */
const attachments = {
  aws_iam_policy_attachment: 'policy_arn',
  aws_iam_role_policy_attachment: 'policy_arn',
  aws_iam_user_policy_attachment: 'policy_arn',
  aws_iam_group_policy_attachment: 'policy_arn',
  aws_iam_role_policy_attachments_exclusive: 'policy_arns',
  aws_iam_role: 'managed_policy_arns',
} as const;

/** Named as a permissions boundary and attached to nobody. O(bounded principals + attachments) for each policy that is used at all. */
function isBoundary(policy: BlockReader, context: ReaderContext): boolean {
  if (!context.isUsed(policy)) return false;
  const names = (type: string, attribute: string): boolean =>
    context.all(type).some((each) => elementsOf(each.value(attribute)).some((value) => isSame(value)));
  const isSame = (value: Value): boolean => context.targets(value, ['aws_iam_policy']).some((each) => each.resource === policy.resource);
  const bounds = ['aws_iam_role', 'aws_iam_user'].some((type) => names(type, 'permissions_boundary'));
  return bounds && !Object.entries(attachments).some(([type, attribute]) => names(type, attribute));
}

function documentOf(block: BlockReader, type: string | undefined): FieldsOf<IamPolicy>['document'] {
  if (type === 'data') return renderedDocument(block);
  if (type === 'aws_ssoadmin_permission_set_inline_policy') return policyOf(block, 'inline_policy');
  if (type !== 'aws_iam_role') return policyOf(block, 'policy');
  const { readers, rest } = block.blocks('inline_policy');
  return mergedPolicies([...readers.map((reader) => policyOf(reader, 'policy')), ...(rest ? [rest] : [])], block.place);
}
