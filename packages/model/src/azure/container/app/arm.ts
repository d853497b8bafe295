import { defineArm } from '../../../code/index.ts';
import { hasIdentity } from '../../core/index.ts';
import type { ContainerApp } from './shape.ts';

export const arm = defineArm<ContainerApp>({
  types: ['Microsoft.App/containerApps'],
  identity: ['name'],
  read(app) {
    const ingress = app.block('properties').block('configuration').block('ingress');
    return {
      isExternal: ingress.boolean('external', { default: false }),
      allowsInsecure: ingress.boolean('allowInsecure', { default: false }),
      hasIdentity: hasIdentity(app),
    };
  },
});
