import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { hasIdentity, writtenName } from '../../core/index.ts';
import type { SearchService } from './shape.ts';

export const terraform = defineTerraform<SearchService>({
  types: ['azurerm_search_service'],
  identity: ['name'],
  read(service): FieldsOf<SearchService> {
    return {
      publicNetworkAccess: service.boolean('public_network_access_enabled', { default: true }),
      localAuth: service.boolean(writtenName(service, 'local_auth_enabled', 'local_authentication_enabled'), { default: true }),
      identity: hasIdentity(service),
      replicas: service.number('replica_count', { default: 1 }),
      allowedIps: service.strings('allowed_ips'),
    };
  },
});
