import type { Ref } from '../../../node.ts';
import type { ParameterGroup } from '../parameter-group/shape.ts';

/** A database instance, of a cluster or on its own. Source: hashicorp/aws documentation of aws_db_instance and aws_rds_cluster_instance, read 2026-11-22. */
export interface DatabaseInstance {
  /** `postgres`, `mysql`, `aurora-mysql`, `sqlserver-ex` … */
  readonly engine: string | undefined;
  /** Default false. */
  readonly isPublic: boolean;
  /** A read replica of another instance. */
  readonly isReplica: boolean;
  /** Default false. A replica or a restored instance takes the encryption of its source; one in a cluster that of the cluster (outside). */
  readonly isEncrypted: boolean;
  /** Days; 0 switches automated backups off. Default 0; of a cluster's member: the cluster's (outside). */
  readonly backupRetentionDays: number;
  /** Default false. In a cluster the members themselves are spread (outside). */
  readonly isMultiAz: boolean;
  /** Default true. */
  readonly autoMinorVersionUpgrade: boolean;
  /** Undefined: the engine's default group. */
  readonly parameterGroup: Ref<ParameterGroup> | undefined;
  readonly engineVersion: string | undefined;
  /** `db.t4g.medium` … */
  readonly instanceClass: string | undefined;
  /** Default false. Of a cluster's member: the cluster's (outside), as are the following four. */
  readonly deletionProtection: boolean;
  /** Users sign in with tokens of IAM. Default false. */
  readonly iamAuthentication: boolean;
  /** `audit`, `error`, `general`, `slowquery`, `postgresql`, `upgrade` … */
  readonly exportedLogs: readonly string[];
  readonly adminName: string | undefined;
  /** Undefined: the default of the engine. Of a cluster's member: the cluster's (outside). */
  readonly port: number | undefined;
  /** Snapshots inherit the tags. Default false. */
  readonly copiesTags: boolean;
  /** `rds-ca-rsa2048-g1` …; undefined: the account's default authority. */
  readonly certificateAuthority: string | undefined;
  /** A backup plan of this code chooses it; of a cluster's member the cluster's (outside). */
  readonly isBackedUp: boolean;
  /** Seconds; 0 switches enhanced monitoring off. Default 0. */
  readonly monitoringInterval: number;
  /** Default false. */
  readonly performanceInsights: boolean;
  /** Performance Insights data is encrypted with a key of the customer. */
  readonly performanceInsightsKey: boolean;
}
