import { defineTerraform } from '../../../code/index.ts';
import type { Endpoint } from './shape.ts';

export const terraform = defineTerraform<Endpoint>({
  types: ['azurerm_cdn_endpoint'],
  identity: ['name'],
  read: (endpoint) => ({
    allowsHttp: endpoint.boolean('is_http_allowed', { default: true }),
    allowsHttps: endpoint.boolean('is_https_allowed', { default: true }),
  }),
});
