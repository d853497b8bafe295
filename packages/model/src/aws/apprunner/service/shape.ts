/** An App Runner service. Source: hashicorp/aws documentation of aws_apprunner_service, AWS::AppRunner::Service, read 2026-11-22. */
export interface AppRunnerService {
  /** Default false: a key that AWS manages. */
  readonly hasCustomerKey: boolean;
  /** `DEFAULT` (the internet) or `VPC`. */
  readonly egress: string;
}
