/** How methods of a REST stage log and cache. Source: hashicorp/aws documentation of aws_api_gateway_method_settings, AWS::ApiGateway::Stage MethodSetting, read 2026-11-22. */
export interface MethodSettings {
  /** Of a path, or of all. */
  readonly methods: readonly MethodSetting[];
}

export interface MethodSetting {
  /** Default false. */
  readonly caches: boolean;
  /** Default false. */
  readonly encryptsCache: boolean;
  /** Whole requests and answers are logged. Default false. */
  readonly tracesData: boolean;
}
