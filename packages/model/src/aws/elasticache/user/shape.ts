/** A user of a cache (RBAC). Sources: hashicorp/aws documentation of aws_elasticache_user; AWS::ElastiCache::User; read 2026-11-22. */
export interface CacheUser {
  /** Default false. */
  readonly needsNoPassword: boolean;
  /** Rights in the language of Redis (`on ~* +@all`). */
  readonly accessString: string;
}
