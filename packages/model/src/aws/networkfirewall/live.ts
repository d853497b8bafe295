/** Answers of AWS Network Firewall, in the words of CloudFormation. Source: AWS Network Firewall API reference, read 2026-11-22. */
import type { Json, JsonObject, LiveContext, LiveSource, LiveThing, LiveValue, Missing } from '../../live/index.ts';
import { described, itemsAt, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { keyName } from '../kms/key-name.ts';

const LOGGING = 'AWS::NetworkFirewall::LoggingConfiguration';

export const live: readonly LiveSource[] = [
  { call: 'network-firewall:ListFirewalls', items: 'Firewalls', types: ['AWS::NetworkFirewall::Firewall', LOGGING], declare: firewall },
  {
    call: 'network-firewall:ListFirewallPolicies',
    items: 'FirewallPolicies',
    types: ['AWS::NetworkFirewall::FirewallPolicy'],
    declare: policy,
  },
  { call: 'network-firewall:ListRuleGroups', items: 'RuleGroups', types: ['AWS::NetworkFirewall::RuleGroup'], declare: ruleGroup },
];

function ask(operation: string, request: JsonObject, context: LiveContext): Json | Missing {
  return context.answer(`network-firewall:${operation}`, request, ['ResourceNotFoundException']);
}

function firewall(item: Json, context: LiveContext): readonly LiveThing[] {
  const [arn, name] = [textOf(item, 'FirewallArn'), textOf(item, 'FirewallName')];
  if (arn === undefined) return [];
  const own: LiveThing = {
    type: 'AWS::NetworkFirewall::Firewall',
    id: arn,
    name: name ?? arn,
    ...described(
      ask('DescribeFirewall', { FirewallArn: arn }, context),
      (json) => ({
        DeleteProtection: jsonAt(json, 'Firewall.DeleteProtection') ?? false,
        SubnetChangeProtection: jsonAt(json, 'Firewall.SubnetChangeProtection') ?? false,
        SubnetMappings: itemsAt(json, 'Firewall.SubnetMappings'),
        KmsKeyId: key(jsonAt(json, 'Firewall.EncryptionConfiguration'), context),
        Tags: tagPairs(itemsAt(json, 'Firewall.Tags')),
      }),
      { FirewallName: name },
    ),
  };
  const LoggingConfiguration = whenKnown(ask('DescribeLoggingConfiguration', { FirewallArn: arn }, context), (json) => ({
    LogDestinationConfigs: itemsAt(json, 'LoggingConfiguration.LogDestinationConfigs'),
  }));
  return [own, { type: LOGGING, id: `${arn}#logging`, properties: { FirewallArn: arn, LoggingConfiguration } }];
}

/** Without a key of the customer, AWS owns it. */
function key(encryption: Json | undefined, context: LiveContext): LiveValue {
  return textOf(encryption, 'Type') === 'CUSTOMER_KMS' ? keyName(jsonAt(encryption, 'KeyId'), context) : undefined;
}

function policy(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name] = [textOf(item, 'Arn'), textOf(item, 'Name')];
  if (arn === undefined) return null;
  return {
    type: 'AWS::NetworkFirewall::FirewallPolicy',
    id: arn,
    name: name ?? arn,
    ...described(
      ask('DescribeFirewallPolicy', { FirewallPolicyArn: arn }, context),
      (json) => ({
        FirewallPolicy: jsonAt(json, 'FirewallPolicy'),
        KmsKeyId: key(jsonAt(json, 'FirewallPolicyResponse.EncryptionConfiguration'), context),
        Tags: tagPairs(itemsAt(json, 'FirewallPolicyResponse.Tags')),
      }),
      { FirewallPolicyName: name },
    ),
  };
}

function ruleGroup(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name] = [textOf(item, 'Arn'), textOf(item, 'Name')];
  if (arn === undefined) return null;
  return {
    type: 'AWS::NetworkFirewall::RuleGroup',
    id: arn,
    name: name ?? arn,
    ...described(
      ask('DescribeRuleGroup', { RuleGroupArn: arn }, context),
      (json) => ({
        Type: textOf(json, 'RuleGroupResponse.Type'),
        RuleGroup: jsonAt(json, 'RuleGroup'),
        KmsKeyId: key(jsonAt(json, 'RuleGroupResponse.EncryptionConfiguration'), context),
        Tags: tagPairs(itemsAt(json, 'RuleGroupResponse.Tags')),
      }),
      { RuleGroupName: name },
    ),
  };
}
