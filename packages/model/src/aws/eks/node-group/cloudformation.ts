import { defineCloudFormation } from '../../../code/index.ts';
import type { NodeGroup } from './shape.ts';

export const cloudformation = defineCloudFormation<NodeGroup>({
  types: ['AWS::EKS::Nodegroup'],
  identity: ['NodegroupName'],
  read: (nodes) => ({
    allowsSsh: nodes.block('RemoteAccess').isSet('Ec2SshKey'),
    amiType: nodes.string('AmiType'),
    limitsSources: nodes.block('RemoteAccess').isSet('SourceSecurityGroups'),
  }),
});
