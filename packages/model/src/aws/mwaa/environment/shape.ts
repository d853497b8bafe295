/** A managed Airflow environment. Source: hashicorp/aws documentation of aws_mwaa_environment, AWS::MWAA::Environment, read 2026-11-22. */
export interface AirflowEnvironment {
  /** `PRIVATE_ONLY` (default) or `PUBLIC_ONLY`. */
  readonly webserverAccess: string;
  /** Default false. */
  readonly schedulerLogs: boolean;
  /** Default false. */
  readonly workerLogs: boolean;
  /** Default false. */
  readonly webserverLogs: boolean;
  /** Default false: a key that AWS owns. */
  readonly hasCustomerKey: boolean;
}
