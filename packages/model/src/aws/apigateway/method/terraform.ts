import { defineTerraform } from '../../../code/index.ts';
import type { ApiMethod } from './shape.ts';

export const terraform = defineTerraform<ApiMethod>({
  types: ['aws_api_gateway_method'],
  read: (method) => ({
    httpMethod: method.string('http_method'),
    authorization: method.string('authorization'),
    apiKeyRequired: method.boolean('api_key_required', { default: false }),
    hasValidator: method.isSet('request_validator_id'),
  }),
});
