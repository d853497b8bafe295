import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform, nameOf } from '../../../code/index.ts';
import type { LambdaPermission } from './shape.ts';

export const terraform = defineTerraform<LambdaPermission>({
  types: ['aws_lambda_permission'],
  identity: ['statement_id'],
  read: (block): FieldsOf<LambdaPermission> => ({
    principal: nameOf(block, 'principal'),
    action: block.string('action', { default: 'lambda:InvokeFunction' }),
    isLimitedToOrganization: block.isSet('principal_org_id'),
    sourceArn: nameOf(block, 'source_arn'),
    sourceAccount: nameOf(block, 'source_account'),
  }),
});
