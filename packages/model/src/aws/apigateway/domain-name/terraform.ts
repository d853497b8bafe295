import { defineTerraform } from '../../../code/index.ts';
import type { ApiDomainName } from './shape.ts';

export const terraform = defineTerraform<ApiDomainName>({
  types: ['aws_api_gateway_domain_name'],
  identity: ['domain_name'],
  read: (domain) => ({
    securityPolicy: domain.string('security_policy'),
  }),
});
