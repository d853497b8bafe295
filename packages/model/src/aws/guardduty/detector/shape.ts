/**
 * A GuardDuty detector: one for each account and region. Source: hashicorp/aws documentation of aws_guardduty_detector and its features,
 * GuardDuty API reference (CreateDetector: optional features are on unless written, runtime monitoring is off), read 2026-11-22.
 */
export interface Detector {
  /** Default true. */
  readonly isEnabled: boolean;
  /** S3 data events. Default true. */
  readonly watchesS3: boolean;
  /** Kubernetes audit logs. Default true. */
  readonly watchesEksAudit: boolean;
  /** Agents on EC2, ECS and EKS nodes, or the older one for EKS alone. Default false. */
  readonly watchesRuntime: boolean;
  /** Where GuardDuty installs the agent itself: `EKS_ADDON_MANAGEMENT`, `ECS_FARGATE_AGENT_MANAGEMENT`, `EC2_AGENT_MANAGEMENT`. */
  readonly managedAgents: readonly string[];
  /** Volumes of suspicious instances are scanned. Default true. */
  readonly scansVolumes: boolean;
  /** Network activity of Lambda functions. Default true. */
  readonly watchesLambda: boolean;
  /** Logins to databases. Default true. */
  readonly watchesDatabaseLogins: boolean;
  /** Accounts of the organization are enrolled by themselves. Default false. */
  readonly enrollsOrganization: boolean;
}
