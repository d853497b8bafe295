import { defineCloudFormation } from '../../../code/index.ts';
import type { ApiMethod } from './shape.ts';

/** Source: CloudFormation template reference, AWS::ApiGateway::Method, read 2026-11-22. */
export const cloudformation = defineCloudFormation<ApiMethod>({
  types: ['AWS::ApiGateway::Method'],
  read: (method) => ({
    httpMethod: method.string('HttpMethod'),
    authorization: method.string('AuthorizationType', { default: 'NONE' }),
    apiKeyRequired: method.boolean('ApiKeyRequired', { default: false }),
    hasValidator: method.isSet('RequestValidatorId'),
  }),
});
