import { defineTerraform } from '../../../code/index.ts';
import type { EmrCluster } from './shape.ts';

export const terraform = defineTerraform<EmrCluster>({
  types: ['aws_emr_cluster'],
  identity: ['name'],
  read: (cluster, context) => ({
    hasSecurityConfiguration: cluster.isSet('security_configuration'),
    usesKerberos: cluster.has('kerberos_attributes'),
    hasSubnet: cluster.block('ec2_attributes').isSet('subnet_id'),
    subnet: context.ref(cluster.block('ec2_attributes'), 'subnet_id', 'aws.ec2.subnet'),
    primarySecurityGroup: context.ref(cluster.block('ec2_attributes'), 'emr_managed_master_security_group', 'aws.ec2.security-group'),
    coreSecurityGroup: context.ref(cluster.block('ec2_attributes'), 'emr_managed_slave_security_group', 'aws.ec2.security-group'),
    logUri: cluster.string('log_uri'),
  }),
});
