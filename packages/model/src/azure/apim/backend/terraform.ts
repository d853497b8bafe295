import { defineTerraform } from '../../../code/index.ts';
import type { Backend } from './shape.ts';

export const terraform = defineTerraform<Backend>({
  types: ['azurerm_api_management_backend'],
  identity: ['name'],
  read: (backend) => ({
    url: backend.text('url'),
    checksCertificates: backend.block('tls').boolean('validate_certificate_chain', { default: true }),
  }),
});
