/** What others recorded of AWS accounts, read like a collection: configuration snapshots of AWS Config. */
export { isConfigSnapshot, configItemsIn } from './config-item.ts';
export type { ConfigItem } from './config-item.ts';
export { configSnapshot } from './config-snapshot.ts';
export type { ConfigAccount } from './config-snapshot.ts';
