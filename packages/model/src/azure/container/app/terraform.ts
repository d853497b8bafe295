import { defineTerraform } from '../../../code/index.ts';
import { hasIdentity } from '../../core/index.ts';
import type { ContainerApp } from './shape.ts';

export const terraform = defineTerraform<ContainerApp>({
  types: ['azurerm_container_app'],
  identity: ['name'],
  read(app) {
    const ingress = app.block('ingress');
    return {
      isExternal: ingress.boolean('external_enabled', { default: false }),
      allowsInsecure: ingress.boolean('allow_insecure_connections', { default: false }),
      hasIdentity: hasIdentity(app),
    };
  },
});
