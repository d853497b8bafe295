/** What readers of Azure resources share. Resource types are in the folders beside this one. */
export * from './leaves.ts';
export * from './diagnostic-settings.ts';
export * from './private-endpoints.ts';
export * from './parameters.ts';
export * from './regions.ts';
export * from './links.ts';
