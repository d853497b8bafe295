import { defineArm } from '../../../code/index.ts';
import type { Backend } from './shape.ts';

export const arm = defineArm<Backend>({
  types: ['Microsoft.ApiManagement/service/backends'],
  identity: ['name'],
  read(backend) {
    const properties = backend.block('properties');
    return {
      url: properties.text('url'),
      checksCertificates: properties.block('tls').boolean('validateCertificateChain', { default: true }),
    };
  },
});
