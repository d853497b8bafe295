import { defineTerraform } from '../../../code/index.ts';
import type { NodeGroup } from './shape.ts';

export const terraform = defineTerraform<NodeGroup>({
  types: ['aws_eks_node_group'],
  identity: ['node_group_name'],
  read: (nodes) => ({
    allowsSsh: nodes.block('remote_access').isSet('ec2_ssh_key'),
    amiType: nodes.string('ami_type'),
    limitsSources: nodes.block('remote_access').isSet('source_security_group_ids'),
  }),
});
