/** Exposure of Azure's networks. */
export { azureExposures, azureFacts } from './exposure.ts';
export { azureReachability } from './east-west.ts';
