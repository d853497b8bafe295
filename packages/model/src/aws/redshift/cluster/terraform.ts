import { defineTerraform } from '../../../code/index.ts';
import type { RedshiftCluster } from './shape.ts';

export const terraform = defineTerraform<RedshiftCluster>({
  types: ['aws_redshift_cluster'],
  identity: ['cluster_identifier'],
  read(cluster, context) {
    const isSafeByDefault = context.providerMajor('aws') >= 6;
    return {
      isPublic: cluster.boolean('publicly_accessible', { default: !isSafeByDefault }),
      isEncrypted: cluster.boolean('encrypted', { default: isSafeByDefault }),
    };
  },
});
