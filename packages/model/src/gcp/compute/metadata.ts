/** Metadata of instances and projects. */
import type { AttrMap } from '../../node.ts';

export function isMetadataOn(metadata: AttrMap<string>, key: string): boolean {
  return isMetadataTrue(metadata.get(key));
}

/** Boolean metadata as Compute Engine reads it. Source: Compute Engine documentation, "Set boolean values", read 2026-11-22. */
export function isMetadataTrue(value: string | undefined): boolean {
  return /^(?:true|y|yes|1)$/i.test(value?.trim() ?? '');
}
