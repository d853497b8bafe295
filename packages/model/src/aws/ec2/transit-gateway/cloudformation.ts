import { defineCloudFormation } from '../../../code/index.ts';
import type { TransitGateway } from './shape.ts';

export const cloudformation = defineCloudFormation<TransitGateway>({
  types: ['AWS::EC2::TransitGateway'],
  identity: ['Description'],
  read: (gateway) => ({
    autoAccept: gateway.string('AutoAcceptSharedAttachments', { default: 'disable' }),
  }),
});
