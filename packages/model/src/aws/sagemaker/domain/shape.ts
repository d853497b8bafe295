/** A SageMaker domain (Studio). Source: hashicorp/aws documentation of aws_sagemaker_domain, AWS::SageMaker::Domain, read 2026-11-22. */
export interface SageMakerDomain {
  /** Of the shared file system. Default false: a key that AWS manages. */
  readonly hasCustomerKey: boolean;
  /** `PublicInternetOnly` (default) or `VpcOnly`. */
  readonly networkAccess: string;
}
