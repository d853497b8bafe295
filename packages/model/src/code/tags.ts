/** The tags that a block writes itself, however its type spells them. */
import type { Leaf, MapNode } from '../node.ts';
import { unresolved } from '../node.ts';
import type { BlockReader } from './block-reader.ts';

/** Google Cloud's labels are tags too. ARM writes `tags` like Terraform's AWS. */
export function writtenTags(block: BlockReader, reader: string): MapNode<string> {
  const type = block.resource?.type ?? '';
  // Live resources come in the words of templates.
  if (reader === 'cloudformation' || type.includes('::')) return cloudFormationTags(block);
  if (type.startsWith('google_')) return labels(block, type);
  return type === 'aws_autoscaling_group' ? autoScalingTags(block) : block.stringMap('tags');
}

/** False for types on which the provider puts none of its default tags. */
export function takesDefaultTags(type: string): boolean {
  return type !== 'aws_autoscaling_group';
}

/** Services of Google Cloud call them differently. */
function labels(block: BlockReader, type: string): MapNode<string> {
  if (type === 'google_sql_database_instance') return block.block('settings').stringMap('user_labels');
  return block.stringMap(block.value('resource_labels') ? 'resource_labels' : block.value('user_labels') ? 'user_labels' : 'labels');
}

/** One block for each tag; a list of them before version 4 of the provider. */
function autoScalingTags(group: BlockReader): MapNode<string> {
  if (group.value('tags')) return group.pairs('tags', { key: 'key', value: 'value' });
  const { readers, rest } = group.blocks('tag');
  const entries = new Map<string, Leaf<string>>();
  let open = rest;
  for (const tag of readers) {
    const { value: key, reason, place } = tag.string('key');
    if (typeof key === 'string' && !tag.uncertain) entries.set(key, tag.string('value', { default: '' }));
    else open ??= unresolved(reason ?? { code: 'computed', detail: 'it is not known which tags there are' }, place);
  }
  return { node: 'map', entries, rest: open, place: group.place };
}

const TAG_PROPERTIES = [
  'FileSystemTags',
  'AccessPointTags',
  'HostedZoneTags',
  'UserPoolTags',
  'IdentityPoolTags',
  'BackupVaultTags',
  'BackupPlanTags',
  'ReportPlanTags',
];

/** Nearly all types name them alike. */
function cloudFormationTags(block: BlockReader): MapNode<string> {
  return block.pairs(TAG_PROPERTIES.find((each) => block.value(each)) ?? 'Tags');
}
