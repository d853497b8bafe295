/** What is collected of Google Cloud, as data, and `gcloud asset export` files read like a collection. */
export { asAsset, assetsIn, recordedAssets } from './asset-export.ts';
export type { ExportedAsset } from './asset-export.ts';
export { gcpKinds, kindOfAsset } from './kinds.ts';
export { lastPart as lastPartOf } from '../inventory/index.ts';
export { ALL_POLICIES, NOTHING_THERE, POLICY_SUFFIX, entriesOf, uncollectedTypes, whyUncollected } from '../inventory/index.ts';
export type { GcpSource } from '../inventory/index.ts';
export { accountOfAsset, accountOfParent, parentOfAccount } from './accounts.ts';
