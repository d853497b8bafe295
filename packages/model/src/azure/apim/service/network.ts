import type { Leaf } from '../../../code/index.ts';
import { isWord } from '../../core/index.ts';

/** `External` and `Internal` are types of a service in a subnet, `None` keeps it outside; a subnet without a type speaks for itself. */
export function inNetwork(type: Leaf<string | undefined>, hasSubnet: Leaf<boolean>): Leaf<boolean> {
  return type.state === 'absent' || type.value === undefined ? hasSubnet : isWord(type, 'External', 'Internal');
}
