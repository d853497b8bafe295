/** The least that a collection needs, from the very table that it calls by. */
import { azureCalls, azurePermissionOf, graphCalls } from '@kumomori/model';

/** Every action of Azure Resource Manager, sorted. All of them read. */
export function azureActions(): readonly string[] {
  return [...new Set(azureCalls.map(azurePermissionOf))].sort();
}

/** Application permissions of Microsoft Graph, sorted. */
export function graphPermissions(): readonly string[] {
  return [...new Set(graphCalls.map(({ permission }) => permission))].sort();
}

/** A custom role as `az role definition create --role-definition` takes it. `scopes`: `/subscriptions/ID`, or a management group. */
export function azureRole({ name = 'kumomori collector', scopes }: { readonly name?: string; readonly scopes: readonly string[] }): string {
  const role = {
    Name: name,
    IsCustom: true,
    Description: 'Reads the configuration that kumomori checks. No secrets, no data, no changes.',
    Actions: azureActions(),
    NotActions: [],
    DataActions: [],
    NotDataActions: [],
    AssignableScopes: scopes,
  };
  return `${JSON.stringify(role, null, 2)}\n`;
}
