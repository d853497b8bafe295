/** All kinds that are collected, for those who ask and those who import. */
import { liveSources } from '../../live-sources.generated.ts';
import type { LiveSource } from '../../live/index.ts';
import type { GcpSource } from '../inventory/index.ts';

export const gcpKinds: readonly GcpSource[] = liveSources.gcp.filter((source) => isKind(source));

const byAsset = new Map(gcpKinds.flatMap((kind) => kind.assets.map((asset) => [asset, kind] as const)));

/** The kind that Cloud Asset Inventory calls so. */
export function kindOfAsset(asset: string): GcpSource | undefined {
  return byAsset.get(asset);
}

function isKind(source: LiveSource): source is GcpSource {
  return 'assets' in source && 'idOf' in source;
}
