import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Clusters that have ended stay listed for two months; they keep nothing. */
const RUNNING = ['STARTING', 'BOOTSTRAPPING', 'RUNNING', 'WAITING'];

/** Source: Amazon EMR API reference, read 2026-11-22. */
export const service = defineService({
  id: 'emr',
  prefix: 'elasticmapreduce',
  load: async () => await import('@aws-sdk/client-emr'),
  client: 'EMRClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListClusters',
      input: { ClusterStates: RUNNING },
      each: {
        items: 'Clusters',
        calls: [
          {
            operation: 'DescribeCluster',
            input: named('Id', 'ClusterId'),
            redact: [
              'Cluster.KerberosAttributes.KdcAdminPassword',
              'Cluster.KerberosAttributes.CrossRealmTrustPrincipalPassword',
              'Cluster.KerberosAttributes.ADDomainJoinPassword',
              'Cluster.Configurations[].Properties.*',
              'Cluster.Configurations[].Configurations[].Properties.*',
            ],
          },
        ],
      },
    },
    {
      operation: 'ListSecurityConfigurations',
      each: { items: 'SecurityConfigurations', calls: [{ operation: 'DescribeSecurityConfiguration', input: named('Name') }] },
    },
    { operation: 'GetBlockPublicAccessConfiguration' },
  ],
});
