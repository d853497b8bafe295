/** An ECS cluster. Source: hashicorp/aws documentation of aws_ecs_cluster, AWS::ECS::Cluster, read 2026-11-22. */
export interface EcsCluster {
  readonly settings: readonly ClusterSetting[];
  /** Default false: sessions are logged as the task is. */
  readonly configuresExec: boolean;
  /** `NONE`, `DEFAULT`, `OVERRIDE`. */
  readonly execLogging: string;
  /** Of the session itself. Default false. */
  readonly execHasCustomerKey: boolean;
  readonly execLogsToCloudWatch: boolean;
  /** Default false. */
  readonly execCloudWatchEncrypted: boolean;
  readonly execLogsToS3: boolean;
  /** Default false. */
  readonly execS3Encrypted: boolean;
}

export interface ClusterSetting {
  /** `containerInsights`. */
  readonly key: string | undefined;
  /** `enabled`, `enhanced`, `disabled`. */
  readonly value: string | undefined;
}
