import type { Ref } from '../../../node.ts';
import type { WebAcl } from '../../wafv2/web-acl/shape.ts';

/** An AppSync GraphQL API. Source: hashicorp/aws documentation of aws_appsync_graphql_api, AWS::AppSync::GraphQLApi, read 2026-11-22. */
export interface GraphqlApi {
  /** `API_KEY`, `AWS_IAM`, `AMAZON_COGNITO_USER_POOLS`, `OPENID_CONNECT`, `AWS_LAMBDA`. Required. */
  readonly authentication: string | undefined;
  readonly otherAuthentications: readonly OtherAuthentication[];
  /** Default false. */
  readonly logsToCloudWatch: boolean;
  /** `NONE` (default), `ERROR`, `INFO`, `DEBUG`, `ALL`. */
  readonly fieldLogLevel: string;
  /** Default false. */
  readonly isTraced: boolean;
  /** Default false. */
  readonly hasWebAcl: boolean;
  readonly webAcl: Ref<WebAcl> | undefined;
}

export interface OtherAuthentication {
  readonly type: string | undefined;
}
