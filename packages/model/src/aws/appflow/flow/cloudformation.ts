import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { AppFlow } from './shape.ts';

export const cloudformation = defineCloudFormation<AppFlow>({
  types: ['AWS::AppFlow::Flow'],
  identity: ['FlowName'],
  read: (flow) => ({
    hasCustomerKey: customerKey(flow, 'KMSArn'),
  }),
});
