import type { Ref } from '../../../node.ts';
import type { Subnet } from '../../ec2/subnet/shape.ts';
import type { SecurityGroup } from '../../ec2/security-group/shape.ts';

/** An EMR cluster. Source: hashicorp/aws documentation of aws_emr_cluster, AWS::EMR::Cluster, read 2026-11-22. */
export interface EmrCluster {
  /** Default false. */
  readonly hasSecurityConfiguration: boolean;
  /** Default false. */
  readonly usesKerberos: boolean;
  /** Without one: a default subnet, which gives public addresses. */
  readonly hasSubnet: boolean;
  readonly subnet: Ref<Subnet> | undefined;
  /** Undefined: one that EMR makes. */
  readonly primarySecurityGroup: Ref<SecurityGroup> | undefined;
  /** Undefined: one that EMR makes. */
  readonly coreSecurityGroup: Ref<SecurityGroup> | undefined;
  /** Undefined: logs are lost with the cluster. */
  readonly logUri: string | undefined;
}
