import { defineTerraform, object } from '../../../code/index.ts';
import type { ApplicationGateway, Listener } from './shape.ts';
import { minTlsVersion } from './tls.ts';

/** Source: hashicorp/azurerm documentation of azurerm_application_gateway, read 2026-11-22. */
export const terraform = defineTerraform<ApplicationGateway>({
  types: ['azurerm_application_gateway'],
  identity: ['name'],
  read: (gateway, context) => ({
    hasOwnWaf: gateway.block('waf_configuration').boolean('enabled', { default: false }),
    hasPolicy: gateway.isSet('firewall_policy_id'),
    policy: context.ref(gateway, 'firewall_policy_id', 'azure.network.waf-policy'),
    minTlsVersion: minTlsVersion(gateway.block('ssl_policy'), { version: 'min_protocol_version', policy: 'policy_name' }, null),
    cipherSuites: gateway.block('ssl_policy').strings('cipher_suites'),
    listeners: gateway.list<Listener>('http_listener', (listener) =>
      object<Listener>({ protocol: listener.string('protocol', { required: true }) }, listener.place),
    ),
  }),
});
