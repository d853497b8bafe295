import { defineCloudFormation } from '../../../code/index.ts';
import type { ServerlessWorkgroup } from './shape.ts';

export const cloudformation = defineCloudFormation<ServerlessWorkgroup>({
  types: ['AWS::RedshiftServerless::Workgroup'],
  identity: ['WorkgroupName'],
  read: (workgroup) => ({
    isPublic: workgroup.boolean('PubliclyAccessible', { default: false }),
    enhancedVpcRouting: workgroup.boolean('EnhancedVpcRouting', { default: false }),
  }),
});
