/** The inventory: what was seen, and how its configuration was before. */
export { recordResources } from './record-resources.ts';
export { countResources, listResources } from './query-resources.ts';
export type { ResourceFacet, ResourceFilter, ResourceItem } from './query-resources.ts';
export { compareResource, readResource } from './read-resource.ts';
export type { ResourceDetail } from './read-resource.ts';
