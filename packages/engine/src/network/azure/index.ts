/** Exposure of Azure's networks. */
export { azureExposures } from './exposure.ts';
