import type { BlockReader, Leaf, ListItem, ListNode, Place, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, explicit, object, present, unresolved } from '../../../code/index.ts';
import { INSTANCE, LAUNCH_CONFIGURATION, LAUNCH_TEMPLATE, isReader, launchData, templateData } from '../launch-cloudformation.ts';
import type { BlockStorage, Volume } from './shape.ts';

/** Source: CloudFormation template reference of the four resources, read 2026-11-22. Templates cannot switch encryption on for an account. */
export const cloudformation = defineCloudFormation<BlockStorage>({
  types: ['AWS::EC2::Volume', INSTANCE, LAUNCH_TEMPLATE, LAUNCH_CONFIGURATION],
  identity: ['LaunchTemplateName', 'LaunchConfigurationName'],
  read: (block, context) => ({ volumes: volumesOf(block, context) }),
});

/** `hasUnwrittenRoot`: what is not mapped is as the image says. */
export function volumesOf(block: BlockReader, context: ReaderContext, hasUnwrittenRoot = true): ListNode<Volume> {
  const type = block.resource?.type;
  if (type === 'AWS::EC2::Volume') {
    const node = volume('volume', encryption(block), block.place);
    return { node: 'list', items: [{ node, uncertain: false }], rest: null, place: block.place };
  }
  const mappings = launchData(block).blocks('BlockDeviceMappings');
  const mapped = mappings.readers.flatMap((mapping): readonly ListItem<Volume>[] => {
    const ebs = mapping.block('Ebs');
    if (!ebs.exists) return [];
    return [{ node: volume(mapping.string('DeviceName').value ?? 'volume', encryption(ebs), ebs.place), uncertain: mapping.uncertain }];
  });
  const root = type === LAUNCH_TEMPLATE || !hasUnwrittenRoot ? [] : rootVolume(block, mapped.length, context);
  return { node: 'list', items: [...root, ...mapped], rest: mappings.rest, place: block.place };
}

/**
 * An instance always has a root volume. A mapping may be it, since the image decides what it is called; without any mapping it is as the image says,
 * or the launch template.
 */
function rootVolume(block: BlockReader, mapped: number, context: ReaderContext): readonly ListItem<Volume>[] {
  if (mapped > 0) return [];
  const template = templateData(block, context);
  if (isReader(template) && template.blocks('BlockDeviceMappings').readers.length > 0) return [];
  if (template && !isReader(template)) return [{ node: volume('root', template, block.place), uncertain: false }];
  return [{ node: volume('root', byDefault(false, block.place), block.place), uncertain: false }];
}

function encryption(ebs: BlockReader): Leaf<boolean> {
  const own = present(ebs.boolean('Encrypted'));
  if (own) return own;
  if (ebs.value('SnapshotId'))
    return unresolved({ code: 'unresolved-reference', detail: 'it depends on the snapshot' }, ebs.placeOf('SnapshotId'));
  return byDefault(false, ebs.place);
}

function volume(device: string, isEncrypted: Leaf<boolean>, place: Place): ListItem<Volume>['node'] {
  return object<Volume>({ device: explicit(device, place), isEncrypted }, place);
}
