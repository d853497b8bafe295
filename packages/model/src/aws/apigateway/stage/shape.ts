import type { Ref } from '../../../node.ts';
import type { WebAcl } from '../../wafv2/web-acl/shape.ts';
import type { RestApi } from '../rest-api/shape.ts';

/** A stage of a REST API. Source: hashicorp/aws documentation of aws_api_gateway_stage and aws_api_gateway_method_settings, AWS::ApiGateway::Stage, read 2026-11-22. */
export interface RestApiStage {
  readonly api: Ref<RestApi>;
  /** Default false. */
  readonly logsAccess: boolean;
  /** `OFF` (default), `ERROR`, `INFO`; one for each method setting. */
  readonly logLevels: readonly string[];
  /** Default false. */
  readonly isTraced: boolean;
  /** Default false. */
  readonly hasCache: boolean;
  /** Default false. */
  readonly hasClientCertificate: boolean;
  /** Default false. */
  readonly hasWebAcl: boolean;
  /** Of the current generation of WAF. */
  readonly webAcl: Ref<WebAcl> | undefined;
}
