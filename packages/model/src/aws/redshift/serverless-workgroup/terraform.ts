import { defineTerraform } from '../../../code/index.ts';
import type { ServerlessWorkgroup } from './shape.ts';

export const terraform = defineTerraform<ServerlessWorkgroup>({
  types: ['aws_redshiftserverless_workgroup'],
  identity: ['workgroup_name'],
  read: (workgroup) => ({
    isPublic: workgroup.boolean('publicly_accessible', { default: false }),
    enhancedVpcRouting: workgroup.boolean('enhanced_vpc_routing', { default: false }),
  }),
});
