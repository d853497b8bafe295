import type { BlockReader, Leaf, ListItem, ListNode, Place, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, object, present, unresolved } from '../../../code/index.ts';
import { isReader, launchTemplateOf, launchTypes, sameRegion } from '../launch-settings.ts';
import type { BlockStorage, Volume } from './shape.ts';

export const terraform = defineTerraform<BlockStorage>({
  types: ['aws_ebs_volume', ...launchTypes],
  identity: ['name'],
  read: (block, context) => ({ volumes: volumesOf(block, context) }),
});

function volumesOf(block: BlockReader, context: ReaderContext): ListNode<Volume> {
  const type = block.resource?.type;
  if (type === 'aws_ebs_volume') return certain([volume('volume', encryption(block, block, context), block.place)], block);
  if (type === 'aws_launch_template') return templateVolumes(block, context);
  const extra = block.blocks('ebs_block_device');
  const readers = extra.readers.filter((each) => each.boolean('no_device').value !== true);
  const items = readers.map((each) => ({
    node: volume(each.string('device_name').value ?? 'volume', encryption(each, block, context), each.place),
    uncertain: each.uncertain,
  }));
  return { node: 'list', items: [...rootVolume(block, context), ...items], rest: extra.rest, place: block.place };
}

/** An instance always has a root volume; it is left to the launch template when that one maps devices. */
function rootVolume(block: BlockReader, context: ReaderContext): readonly ListItem<Volume>[] {
  const root = block.block('root_block_device');
  if (root.exists) return [{ node: volume('root', encryption(root, block, context), root.place), uncertain: false }];
  const template = launchTemplateOf(block, context);
  if (isReader(template) && template.blocks('block_device_mappings').readers.length > 0) return [];
  if (template && !isReader(template)) return [{ node: volume('root', template, block.place), uncertain: false }];
  const [image] = context.targets(block.value('ami') ?? block.value('image_id'), ['aws_ami_copy']);
  const copied = image && present(image.boolean('encrypted'));
  const encrypted = copied?.state === 'explicit' ? copied : encryption(root, block, context);
  return [{ node: volume('root', encrypted, block.place), uncertain: false }];
}

function templateVolumes(template: BlockReader, context: ReaderContext): ListNode<Volume> {
  const mappings = template.blocks('block_device_mappings');
  const items = mappings.readers.flatMap((mapping): readonly ListItem<Volume>[] => {
    const ebs = mapping.block('ebs');
    if (!ebs.exists) return [];
    const device = mapping.string('device_name').value ?? 'volume';
    return [{ node: volume(device, encryption(ebs, template, context), ebs.place), uncertain: mapping.uncertain }];
  });
  return { node: 'list', items, rest: mappings.rest, place: template.place };
}

/** Account-wide encryption cannot be undone by a volume; a snapshot hands on its own state. */
function encryption(reader: BlockReader, block: BlockReader, context: ReaderContext): Leaf<boolean> {
  const [setting] = sameRegion(block, context.all('aws_ebs_encryption_by_default'));
  const byAccount = setting?.boolean('enabled', { default: true });
  if (byAccount?.value === true) return explicit(true, byAccount.place);
  const own = present(reader.boolean('encrypted'));
  if (own) return own;
  if (reader.value('snapshot_id'))
    return unresolved({ code: 'unresolved-reference', detail: 'it depends on the snapshot' }, reader.placeOf('snapshot_id'));
  return byAccount?.state === 'unresolved' ? byAccount : byDefault(false, reader.place);
}

function volume(device: string, isEncrypted: Leaf<boolean>, place: Place): ListItem<Volume>['node'] {
  return object<Volume>({ device: explicit(device, place), isEncrypted }, place);
}

function certain(nodes: readonly ListItem<Volume>['node'][], block: BlockReader): ListNode<Volume> {
  return { node: 'list', items: nodes.map((node) => ({ node, uncertain: false })), rest: null, place: block.place };
}
