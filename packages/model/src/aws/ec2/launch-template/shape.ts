/** A launch template, or its predecessor the launch configuration. Source: hashicorp/aws provider documentation of both, read 2026-11-22. */
export interface LaunchTemplate {
  readonly metadata: MetadataOptions;
  /** Metrics every minute. Default false; true of a launch configuration. */
  readonly detailedMonitoring: boolean;
}

/** The instance metadata service (IMDS) at 169.254.169.254. Source: Amazon EC2 User Guide, "Configure the instance metadata options". */
export interface MetadataOptions {
  /** Default `enabled`. */
  readonly httpEndpoint: 'enabled' | 'disabled';
  /** `http_tokens`. `required`: only IMDSv2. Default `optional`, unless the account's defaults or the image say otherwise. */
  readonly tokenUse: 'optional' | 'required';
  /** Network hops that an answer with a token survives, 1 to 64. Default 1, or what the account's defaults say; the image may say 2. */
  readonly hopLimit: number;
}
