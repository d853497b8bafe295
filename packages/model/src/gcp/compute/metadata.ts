/** Metadata of instances and projects. */
import type { AttrMap } from '../../node.ts';

/** Boolean metadata as Compute Engine reads it. Source: Compute Engine documentation, "Set boolean values", read 2026-11-22. */
export function isMetadataOn(metadata: AttrMap<string>, key: string): boolean {
  return /^(?:true|y|yes|1)$/i.test(metadata.get(key)?.trim() ?? '');
}
