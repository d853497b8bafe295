/** Instances behind a SageMaker endpoint. Source: hashicorp/aws documentation of aws_sagemaker_endpoint_configuration, AWS::SageMaker::EndpointConfig, read 2026-11-22. */
export interface EndpointConfiguration {
  /** Of the volumes. Default false. */
  readonly hasCustomerKey: boolean;
  readonly variants: readonly ProductionVariant[];
}

export interface ProductionVariant {
  /** Undefined: serverless. */
  readonly initialInstances: number | undefined;
}
