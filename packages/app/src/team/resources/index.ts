/** The inventory: what was seen, and how its configuration was before. */
export { recordResources } from './record-resources.ts';
