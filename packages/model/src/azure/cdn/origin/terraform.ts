import { defineTerraform } from '../../../code/index.ts';
import type { Origin } from './shape.ts';

export const terraform = defineTerraform<Origin>({
  types: ['azurerm_cdn_frontdoor_origin'],
  identity: ['name'],
  read: (origin) => ({ checksCertificateName: origin.boolean('certificate_name_check_enabled', { default: true }) }),
});
