import { defineCloudFormation } from '../../../code/index.ts';
import type { ApiDomainName } from './shape.ts';

export const cloudformation = defineCloudFormation<ApiDomainName>({
  types: ['AWS::ApiGateway::DomainName'],
  identity: ['DomainName'],
  read: (domain) => ({
    securityPolicy: domain.string('SecurityPolicy'),
  }),
});
