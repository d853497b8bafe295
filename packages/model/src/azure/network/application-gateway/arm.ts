import type { BlockReader } from '../../../code/index.ts';
import { defineArm, object } from '../../../code/index.ts';
import type { ApplicationGateway, Listener } from './shape.ts';
import { minTlsVersion } from './tls.ts';

/** Source: Azure template reference of Microsoft.Network/applicationGateways, read 2026-11-22. */
export const arm = defineArm<ApplicationGateway>({
  types: ['Microsoft.Network/applicationGateways'],
  identity: ['name'],
  read(gateway, context) {
    const properties = gateway.block('properties');
    const policy = properties.block('firewallPolicy');
    return {
      hasOwnWaf: properties.block('webApplicationFirewallConfiguration').boolean('enabled', { default: false }),
      hasPolicy: properties.has('firewallPolicy'),
      policy: context.ref(policy, 'id', 'azure.network.waf-policy'),
      minTlsVersion: minTlsVersion(
        properties.block('sslPolicy'),
        { version: 'minProtocolVersion', policy: 'policyName' },
        speaksTls12(gateway) ? 'TLSv1_2' : 'TLSv1_0',
      ),
      cipherSuites: properties.block('sslPolicy').strings('cipherSuites'),
      listeners: properties.list<Listener>('httpListeners', (listener) =>
        object<Listener>({ protocol: listener.block('properties').string('protocol', { required: true }) }, listener.place),
      ),
    };
  },
});

/** API versions since 2023-02-01 give a gateway without TLS policy the one that begins with TLS 1.2. */
function speaksTls12(gateway: BlockReader): boolean {
  const version = gateway.string('apiVersion').value;
  return version !== undefined && version >= '2023-02-01';
}
