import type { BlockReader, FieldsOf, ListNode } from '../../../code/index.ts';
import { object } from '../../../code/index.ts';
import type { Dialect } from '../../dialect.ts';
import type { NetworkPeer, NetworkPolicy, NetworkPort, NetworkRule } from './shape.ts';

/** `ports`: what the format calls the ports of a rule. */
export function readNetworkPolicy(policy: BlockReader, dialect: Dialect, ports: string): FieldsOf<NetworkPolicy> {
  const spec = policy.block('spec');
  const rules = (direction: string, peers: string): ListNode<NetworkRule> =>
    spec.list<NetworkRule>(direction, (rule) =>
      object<NetworkRule>(
        {
          peers: rule.list<NetworkPeer>(peers, (peer) =>
            object<NetworkPeer>(
              {
                cidr: peer.block(dialect('ipBlock')).string('cidr'),
                hasNamespaceSelector: peer.has(dialect('namespaceSelector')),
                hasPodSelector: peer.has(dialect('podSelector')),
              },
              peer.place,
            ),
          ),
          ports: rule.list<NetworkPort>(ports, (port) => object<NetworkPort>({ port: port.string('port') }, port.place)),
        },
        rule.place,
      ),
    );
  return {
    namespace: policy.block('metadata').string('namespace', { default: 'default' }),
    ingress: rules('ingress', 'from'),
    egress: rules('egress', 'to'),
  };
}
