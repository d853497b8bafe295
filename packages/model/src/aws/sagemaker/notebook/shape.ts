/** A SageMaker notebook instance. Source: hashicorp/aws documentation of aws_sagemaker_notebook_instance, AWS::SageMaker::NotebookInstance, read 2026-11-22. */
export interface NotebookInstance {
  /** `Enabled` (default) or `Disabled`. */
  readonly directInternetAccess: string;
  /** `Enabled` (default) or `Disabled`. */
  readonly rootAccess: string;
  /** Of the volume. Default false: a key that AWS manages. */
  readonly hasCustomerKey: boolean;
  /** Without one it lives in a network of SageMaker. */
  readonly hasSubnet: boolean;
  /** `1` or `2`; undefined: 1. */
  readonly minimumMetadataVersion: string | undefined;
}
