import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { BackedUpDisk } from './shape.ts';

export const terraform = defineTerraform<BackedUpDisk>({
  types: ['google_compute_disk', 'google_compute_region_disk'],
  satellites: {
    google_compute_disk_resource_policy_attachment: 'disk',
    google_compute_region_disk_resource_policy_attachment: 'disk',
    google_backup_dr_backup_plan_association: 'resource',
  },
  identity: ['name', 'id', 'self_link'],
  read: (block, context) => ({
    hasSnapshotSchedule: hasSchedule(block, context),
  }),
});

function hasSchedule(block: BlockReader, context: ReaderContext): Leaf<boolean> {
  const inline = block.strings('resource_policies');
  if (inline.items.length > 0) return explicit(true, inline.place);
  const attached = [
    'google_compute_disk_resource_policy_attachment',
    'google_compute_region_disk_resource_policy_attachment',
    'google_backup_dr_backup_plan_association',
  ].flatMap((type) => context.satellites(type));
  const certain = attached.find((each) => !each.uncertain);
  if (certain) return explicit(true, certain.place);
  const [uncertain] = attached;
  if (inline.rest) return unresolved(inline.rest.reason ?? notKnown, inline.place);
  return uncertain
    ? unresolved(notKnown, uncertain.place)
    : block.missing('resource_policies').state === 'absent'
      ? byDefault(false, block.place)
      : block.missing('resource_policies');
}

const notKnown = { code: 'computed', detail: 'it is not known whether a policy is attached' } as const;
