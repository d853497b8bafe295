import { defineArm } from '../../../code/index.ts';
import type { ApiPortal } from './shape.ts';

export const arm = defineArm<ApiPortal>({
  types: ['Microsoft.AppPlatform/Spring/apiPortals'],
  identity: ['name'],
  read(portal) {
    const properties = portal.block('properties');
    return {
      isHttpsOnly: properties.boolean('httpsOnly', { default: false }),
      isPublic: properties.boolean('public', { default: false }),
    };
  },
});
