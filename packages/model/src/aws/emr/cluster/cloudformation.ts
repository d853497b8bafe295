import { defineCloudFormation } from '../../../code/index.ts';
import type { EmrCluster } from './shape.ts';

export const cloudformation = defineCloudFormation<EmrCluster>({
  types: ['AWS::EMR::Cluster'],
  identity: ['Name'],
  read: (cluster, context) => ({
    hasSecurityConfiguration: cluster.isSet('SecurityConfiguration'),
    usesKerberos: cluster.has('KerberosAttributes'),
    hasSubnet: cluster.block('Instances').isSet('Ec2SubnetId'),
    subnet: context.ref(cluster.block('Instances'), 'Ec2SubnetId', 'aws.ec2.subnet'),
    primarySecurityGroup: context.ref(cluster.block('Instances'), 'EmrManagedMasterSecurityGroup', 'aws.ec2.security-group'),
    coreSecurityGroup: context.ref(cluster.block('Instances'), 'EmrManagedSlaveSecurityGroup', 'aws.ec2.security-group'),
    logUri: cluster.string('LogUri'),
  }),
});
