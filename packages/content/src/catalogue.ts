/** Every check and every framework. Apart from index.ts, so that commands that run no checks do not read them. */
import type { CatalogueEntry, Framework } from '@kumomori/model';
import { checks as checkFiles } from './checks.generated.ts';
import { frameworks as frameworkFiles } from './frameworks.generated.ts';

/** In the order of ids. */
export const checks: readonly CatalogueEntry[] = checkFiles;

const files: readonly { readonly framework: Framework }[] = frameworkFiles;
export const frameworks: readonly Framework[] = files.map(({ framework }) => framework);
