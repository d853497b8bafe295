import { defineArm } from '../../../code/index.ts';
import type { Endpoint } from './shape.ts';

export const arm = defineArm<Endpoint>({
  types: ['Microsoft.Cdn/profiles/endpoints'],
  identity: ['name'],
  read(endpoint) {
    const properties = endpoint.block('properties');
    return {
      allowsHttp: properties.boolean('isHttpAllowed', { default: true }),
      allowsHttps: properties.boolean('isHttpsAllowed', { default: true }),
    };
  },
});
