import type { Ref } from '../../../node.ts';
import type { ParameterGroup } from '../parameter-group/shape.ts';

/** An Aurora or Multi-AZ database cluster. Source: hashicorp/aws documentation of aws_rds_cluster, read 2026-11-22. */
export interface DatabaseCluster {
  /** Default false; true for engine mode `serverless`. A cluster restored or replicated takes that of its source. */
  readonly isEncrypted: boolean;
  /** Days. Default 1. */
  readonly backupRetentionDays: number;
  /** `aurora-postgresql`, `aurora-mysql`, `postgres`, `mysql` … */
  readonly engine: string | undefined;
  readonly engineVersion: string | undefined;
  /** A key of the customer encrypts the storage. */
  readonly hasCustomerKey: boolean;
  /** Default false. */
  readonly deletionProtection: boolean;
  /** Default false. */
  readonly iamAuthentication: boolean;
  readonly exportedLogs: readonly string[];
  readonly adminName: string | undefined;
  /** Undefined: the default of the engine. */
  readonly port: number | undefined;
  /** Default false. */
  readonly copiesTags: boolean;
  /** A backup plan of this code chooses it. */
  readonly isBackedUp: boolean;
  /** Seconds that the cluster can be wound back; 0, the default, is off. Aurora MySQL only. */
  readonly backtrackWindow: number;
  /** A Multi-AZ cluster (its three instances are in three zones), not Aurora. */
  readonly isMultiAzCluster: boolean;
  /** Aurora: instances of this code. Outside when none is in it. */
  readonly instances: number;
  /** Undefined: the engine's default group. */
  readonly parameterGroup: Ref<ParameterGroup> | undefined;
}
