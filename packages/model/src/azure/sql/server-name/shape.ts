import type { AttrMap } from '../../../node.ts';

/** Database servers and accounts of Azure, seen only as something with a name. */
export interface DatabaseServerName {
  readonly ownName: string | undefined;
  readonly tags: AttrMap<string>;
}
