import { defineCloudFormation } from '../../../code/index.ts';
import type { EndpointService } from './shape.ts';

export const cloudformation = defineCloudFormation<EndpointService>({
  types: ['AWS::EC2::VPCEndpointService'],
  satellites: { 'AWS::EC2::VPCEndpointServicePermissions': 'ServiceId' },
  read: (service, context) => ({
    acceptanceRequired: service.boolean('AcceptanceRequired', { default: false }),
    allowedPrincipals: context.satellite('AWS::EC2::VPCEndpointServicePermissions').strings('AllowedPrincipals'),
  }),
});
