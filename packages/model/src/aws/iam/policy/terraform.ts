import type { BlockReader, FieldsOf } from '../../../terraform/index.ts';
import { byDefault, defineTerraform, explicit, policyOf } from '../../../terraform/index.ts';
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
      document: documentOf(block, type),
    };
  },
});

function documentOf(block: BlockReader, type: string | undefined): FieldsOf<IamPolicy>['document'] {
  if (type === 'data') return renderedDocument(block);
  if (type === 'aws_ssoadmin_permission_set_inline_policy') return policyOf(block, 'inline_policy');
  if (type !== 'aws_iam_role') return policyOf(block, 'policy');
  const { readers, rest } = block.blocks('inline_policy');
  return mergedPolicies([...readers.map((reader) => policyOf(reader, 'policy')), ...(rest ? [rest] : [])], block.place);
}
