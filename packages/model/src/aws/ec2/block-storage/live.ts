import { defineLive } from '../../../code/index.ts';
import { INSTANCE } from '../launch-cloudformation.ts';
import { cloudformation, volumesOf } from './cloudformation.ts';
import type { BlockStorage } from './shape.ts';

/** An instance that runs has every volume mapped: without any its root is a disk of the host. */
export const live = defineLive<BlockStorage>({
  ...cloudformation,
  read: (block, context) => ({ volumes: volumesOf(block, context, block.resource?.type !== INSTANCE) }),
});
