import { defineArm } from '../../../code/index.ts';
import type { CustomDomain } from './shape.ts';

/** Front Door says it in `tlsSettings`, the classic CDN in `customHttpsParameters`. */
export const arm = defineArm<CustomDomain>({
  types: ['Microsoft.Cdn/profiles/customDomains', 'Microsoft.Cdn/profiles/endpoints/customDomains'],
  identity: ['name'],
  read(domain) {
    const properties = domain.block('properties');
    const block = properties.block('tlsSettings').exists ? properties.block('tlsSettings') : properties.block('customHttpsParameters');
    return { minTlsVersion: block.exists ? block.string('minimumTlsVersion', { default: 'TLS12' }) : block.string('minimumTlsVersion') };
  },
});
