import { defineTerraform } from '../../../code/index.ts';
import type { ApiPortal } from './shape.ts';

export const terraform = defineTerraform<ApiPortal>({
  types: ['azurerm_spring_cloud_api_portal'],
  identity: ['name'],
  read: (portal) => ({
    isHttpsOnly: portal.boolean('https_only_enabled', { default: false }),
    isPublic: portal.boolean('public_network_access_enabled', { default: false }),
  }),
});
