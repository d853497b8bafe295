import type { Ref } from '../../../node.ts';
import type { ParameterGroup } from '../parameter-group/shape.ts';

/** A Redshift cluster. Source: hashicorp/aws documentation of aws_redshift_cluster and its version 6 upgrade guide, read 2026-11-22. */
export interface RedshiftCluster {
  /** Default false from provider 6.0 on, true before. */
  readonly isPublic: boolean;
  /** Default true from provider 6.0 on, false before. */
  readonly isEncrypted: boolean;
  readonly hasCustomerKey: boolean;
  /** Connections and statements are logged to S3 or CloudWatch. Default false. */
  readonly auditLogging: boolean;
  /** Days; 0 switches automated snapshots off. Default 1. */
  readonly snapshotRetentionDays: number;
  /** A second set of nodes stands ready in another zone. Default false. */
  readonly isMultiAz: boolean;
  /** COPY and UNLOAD go through the VPC. Default false. */
  readonly enhancedVpcRouting: boolean;
  /** Major versions are applied in the maintenance window. Default true. */
  readonly allowVersionUpgrade: boolean;
  /** A subnet group, hence a VPC of the customer's choice. */
  readonly hasSubnetGroup: boolean;
  /** `dev` when not written. */
  readonly databaseName: string;
  readonly adminName: string | undefined;
  /** Undefined: AWS's default group. */
  readonly parameterGroup: Ref<ParameterGroup> | undefined;
}
