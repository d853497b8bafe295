import { defineTerraform } from '../../../code/index.ts';
import { writtenName } from '../../core/index.ts';
import type { Endpoint } from './shape.ts';

export const terraform = defineTerraform<Endpoint>({
  types: ['azurerm_cdn_endpoint'],
  identity: ['name'],
  read: (endpoint) => ({
    allowsHttp: endpoint.boolean(writtenName(endpoint, 'is_http_allowed', 'http_allowed'), { default: true }),
    allowsHttps: endpoint.boolean(writtenName(endpoint, 'is_https_allowed', 'https_allowed'), { default: true }),
  }),
});
