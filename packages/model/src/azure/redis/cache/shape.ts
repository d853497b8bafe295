/** A cache of Azure Cache for Redis. Source: hashicorp/azurerm documentation of azurerm_redis_cache; Azure template reference of Microsoft.Cache/redis, read 2026-11-22. */
export interface RedisCache {
  /** Port 6379 without TLS. Default false. */
  readonly plainPort: boolean;
  /** `1.0` (default), `1.1`, `1.2`. */
  readonly minTlsVersion: string;
  /** Default true. */
  readonly publicNetworkAccess: boolean;
  /** `Basic` has one node and no replica; `Standard`, `Premium`. */
  readonly sku: string;
  /** Do access keys open it? Default true. */
  readonly localAuth: boolean;
  /** Is a private endpoint for it in this code? */
  readonly privateEndpoint: boolean;
}
