import type { FieldsOf } from '../../../code/index.ts';
import { defineCloudFormation, nameOf } from '../../../code/index.ts';
import type { LambdaPermission } from './shape.ts';

/** Source: CloudFormation template reference, AWS::Lambda::Permission, read 2026-11-22. */
export const cloudformation = defineCloudFormation<LambdaPermission>({
  types: ['AWS::Lambda::Permission'],
  read: (block): FieldsOf<LambdaPermission> => ({
    principal: nameOf(block, 'Principal'),
    action: block.string('Action', { default: 'lambda:InvokeFunction' }),
    isLimitedToOrganization: block.isSet('PrincipalOrgID'),
    sourceArn: nameOf(block, 'SourceArn'),
    sourceAccount: nameOf(block, 'SourceAccount'),
  }),
});
