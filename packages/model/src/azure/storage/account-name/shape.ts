import type { AttrMap } from '../../../node.ts';

/** A storage account, seen only as something with a name. */
export interface StorageAccountName {
  readonly ownName: string | undefined;
  readonly tags: AttrMap<string>;
}
