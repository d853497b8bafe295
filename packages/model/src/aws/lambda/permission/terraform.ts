import type { FieldsOf } from '../../../terraform/index.ts';
import { defineTerraform } from '../../../terraform/index.ts';
import type { LambdaPermission } from './shape.ts';

export const terraform = defineTerraform<LambdaPermission>({
  types: ['aws_lambda_permission'],
  identity: ['statement_id'],
  read: (block): FieldsOf<LambdaPermission> => ({
    principal: block.text('principal'),
    action: block.string('action', { default: 'lambda:InvokeFunction' }),
    isLimitedToOrganization: block.isSet('principal_org_id'),
    sourceArn: block.text('source_arn'),
    sourceAccount: block.text('source_account'),
  }),
});
