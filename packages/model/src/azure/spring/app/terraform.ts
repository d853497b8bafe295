import { defineTerraform } from '../../../code/index.ts';
import type { SpringApp } from './shape.ts';

export const terraform = defineTerraform<SpringApp>({
  types: ['azurerm_spring_cloud_app'],
  identity: ['name'],
  read: (app) => ({
    isHttpsOnly: app.boolean('https_only', { default: false }),
    hasEndToEndTls: app.boolean('tls_enabled', { default: false }),
  }),
});
