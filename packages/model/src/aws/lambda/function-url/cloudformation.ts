import { defineCloudFormation } from '../../../code/index.ts';
import type { FunctionUrl } from './shape.ts';

/** Source: CloudFormation template reference, AWS::Lambda::Url, read 2026-11-22. */
export const cloudformation = defineCloudFormation<FunctionUrl>({
  types: ['AWS::Lambda::Url'],
  identity: ['TargetFunctionArn'],
  read: (block) => ({
    authType: block.string('AuthType', { default: 'NONE' }),
    allowedOrigins: block.block('Cors').strings('AllowOrigins'),
  }),
});
