/** The checks and frameworks of the product by name and by selector. */
import { checks, frameworks } from '@kumomori/content';
import { openCatalogue } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';

export { openCatalogue } from './catalogue.ts';
export type { Catalogue } from './catalogue.ts';
export { auditSourcesOf, isReadLive } from './live-sources.ts';
export { findFrameworks, frameworkNames, selectChecks } from './select.ts';
export { withFrameworks } from './with-frameworks.ts';

let product: Catalogue | null = null;

/** The catalogue the product ships with. */
export function productCatalogue(): Catalogue {
  product ??= openCatalogue(checks, frameworks);
  return product;
}
