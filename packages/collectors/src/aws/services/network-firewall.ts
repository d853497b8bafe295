import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: AWS Network Firewall API reference, read 2026-11-22. */
export const service = defineService({
  id: 'network-firewall',
  load: async () => await import('@aws-sdk/client-network-firewall'),
  client: 'NetworkFirewallClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListFirewalls',
      each: {
        items: 'Firewalls',
        calls: [
          { operation: 'DescribeFirewall', input: named('FirewallArn'), absent: ['ResourceNotFoundException'] },
          { operation: 'DescribeLoggingConfiguration', input: named('FirewallArn'), absent: ['ResourceNotFoundException'] },
        ],
      },
    },
    {
      operation: 'ListFirewallPolicies',
      each: {
        items: 'FirewallPolicies',
        calls: [{ operation: 'DescribeFirewallPolicy', input: named('Arn', 'FirewallPolicyArn'), absent: ['ResourceNotFoundException'] }],
      },
    },
    {
      operation: 'ListRuleGroups',
      each: {
        items: 'RuleGroups',
        calls: [{ operation: 'DescribeRuleGroup', input: named('Arn', 'RuleGroupArn'), absent: ['ResourceNotFoundException'] }],
      },
    },
  ],
});
