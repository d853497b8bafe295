/** Tags as people write them: `DataClass`, `data-class` and `data_class` are one key. */
import type { AttrMap } from '../../node.ts';

function normalized(key: string): string {
  return key.toLowerCase().replaceAll(/[-_:]/g, '');
}

/** The key under which a tag is there; undefined when it certainly is not. */
function keyOf(tags: AttrMap<string>, key: string): string | undefined {
  const found = tags.keys().known.find((each) => normalized(each) === normalized(key));
  // Asking for the key itself ends the evaluation when there may be more tags than are known.
  return found ?? (tags.has(key) ? key : undefined);
}

export function hasTag(tags: AttrMap<string>, key: string): boolean {
  return keyOf(tags, key) !== undefined;
}

/** The tag's value; undefined when it certainly is not there. */
export function tagValue(tags: AttrMap<string>, key: string): string | undefined {
  const found = keyOf(tags, key);
  return found === undefined ? undefined : tags.get(found);
}
