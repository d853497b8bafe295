/** Azure over REST: Resource Manager and Microsoft Graph, reading only. What is asked is data in the model; what answers mean is the model's. */
export { collectAzure } from './collect-azure.ts';
export type { AzureOptions } from './collect-azure.ts';
export { azureActions, azureRole, graphPermissions } from './permissions.ts';
export type { AzureTokens } from './tokens.ts';
export { defaultTokens } from './tokens.ts';
