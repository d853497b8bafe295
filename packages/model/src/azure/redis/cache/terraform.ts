import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { hasPrivateEndpoint, writtenName } from '../../core/index.ts';
import type { RedisCache } from './shape.ts';

export const terraform = defineTerraform<RedisCache>({
  types: ['azurerm_redis_cache'],
  identity: ['name'],
  read(cache, context): FieldsOf<RedisCache> {
    return {
      plainPort: cache.boolean(writtenName(cache, 'non_ssl_port_enabled', 'enable_non_ssl_port'), { default: false }),
      minTlsVersion: cache.string('minimum_tls_version', { default: '1.0' }),
      publicNetworkAccess: cache.boolean('public_network_access_enabled', { default: true }),
      sku: cache.string('sku_name', { required: true }),
      localAuth: cache.boolean('access_keys_authentication_enabled', { default: true }),
      privateEndpoint: hasPrivateEndpoint(cache, context, ['azurerm_redis_cache']),
    };
  },
});
