/** The cache of an AppSync API. Source: hashicorp/aws documentation of aws_appsync_api_cache, AWS::AppSync::ApiCache, read 2026-11-22. */
export interface GraphqlCache {
  /** Default false; fixed when the cache is made. */
  readonly encryptsAtRest: boolean;
  /** Default false; fixed when the cache is made. */
  readonly encryptsInTransit: boolean;
}
