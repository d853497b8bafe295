/** Every call to Azure Resource Manager. A type that a reader names is here, in one of the lists below, or has no listing of its own. */
import type { AzureCall } from '../call.ts';
import { compute } from './compute.ts';
import { data } from './data.ts';
import { network } from './network.ts';
import { platform } from './platform.ts';

export { everythingCall, subscriptionCall } from './platform.ts';

/** What is asked of a resource stands behind what lists those. */
export const azureCalls: readonly AzureCall[] = parentsFirst([...platform, ...network, ...compute, ...data]);

/** Resources that stand in the answer about another one and are read as resources of their own, and where. */
export const azureParts: Readonly<Record<string, { readonly of: string; readonly at: string }>> = {
  'Microsoft.Network/virtualNetworks/subnets': { of: 'Microsoft.Network/virtualNetworks', at: 'properties.subnets' },
};

/** Types that readers of templates know and no call asks for, and why nothing is lost. */
export const azureNotAsked: Readonly<Record<string, string>> = {
  'Microsoft.Storage/storageAccounts/queueServices': 'only their diagnostic settings are read, which are asked for below the account',
  'Microsoft.Network/networkSecurityGroups/securityRules': 'stand in the answer about their group',
  'Microsoft.ContainerService/managedClusters/agentPools': 'stand in the answer about their cluster, where they are judged',
  'Microsoft.Compute/virtualMachineScaleSets/extensions': 'stand in the answer about their scale set',
  'Microsoft.OperationalInsights/workspaces/providers/alertRules': 'are answered as Microsoft.SecurityInsights/alertRules',
  deploymentTemplate: 'is a file, not a resource',
};

function parentsFirst(calls: readonly AzureCall[]): readonly AzureCall[] {
  const byType = new Map(calls.flatMap((call) => (call.detail ? [] : [[call.type, call] as const])));
  const depthOf = ({ of, type, detail }: AzureCall): number => {
    if (detail) return 0.5 + Math.min(...calls.filter((each) => each.type === type && !each.detail).map(depthOf));
    return of ? 1 + Math.max(...of.map((each) => depthOfType(each))) : 0;
  };
  const depthOfType = (type: string): number => {
    const call = byType.get(type);
    return call ? depthOf(call) : 0;
  };
  return calls.toSorted((a, b) => depthOf(a) - depthOf(b));
}
