import { defineArm } from '../../../code/index.ts';
import type { SpringApp } from './shape.ts';

export const arm = defineArm<SpringApp>({
  types: ['Microsoft.AppPlatform/Spring/apps'],
  identity: ['name'],
  read(app) {
    const properties = app.block('properties');
    return {
      isHttpsOnly: properties.boolean('httpsOnly', { default: false }),
      hasEndToEndTls: properties.boolean('enableEndToEndTLS', { default: false }),
    };
  },
});
