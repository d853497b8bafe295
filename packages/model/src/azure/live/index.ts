/** Live subscriptions and directories of Azure: what is asked, as data, and answers → declared resources. Asking is collectors'. */
export { azurePathOf, azurePermissionOf, azurePlaceOf, azureRequestOf, isAbsentInAzure, meetsCondition } from './call.ts';
export type { AzureCall, AzureCondition } from './call.ts';
export { GRAPH, graphCalls } from './calls/graph.ts';
export type { GraphCall } from './calls/graph.ts';
export { azureCalls, azureNotAsked, azureParts, everythingCall, subscriptionCall } from './calls/index.ts';
export { declareAzure } from './declare.ts';
export { graphRequestOf } from './directory.ts';
export { azureExport } from './export.ts';
export type { AzureExport } from './export.ts';
