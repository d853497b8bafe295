import { absent, defineTerraform } from '../../../code/index.ts';
import { mapLeaf } from '../../core/index.ts';
import type { CustomDomain } from './shape.ts';

/** Source: hashicorp/azurerm documentation of the two resources, read 2026-11-22: TLS 1.2 unless told otherwise. */
export const terraform = defineTerraform<CustomDomain>({
  types: ['azurerm_cdn_endpoint_custom_domain', 'azurerm_cdn_frontdoor_custom_domain'],
  identity: ['name'],
  read(domain) {
    const block = ['cdn_managed_https', 'user_managed_https', 'tls'].map((name) => domain.block(name)).find((each) => each.exists);
    if (!block) return { minTlsVersion: domain.resource ? absent(domain.place) : domain.missing('tls') };
    const version = block.string(block.value('minimum_tls_version') === undefined ? 'tls_version' : 'minimum_tls_version', {
      default: 'TLS12',
    });
    return { minTlsVersion: mapLeaf(version, (text) => text.replaceAll(/[._]/g, '').toUpperCase()) };
  },
});
