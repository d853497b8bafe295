/** Is a resource chosen by a backup plan of this code? */
import type { BlockReader, Leaf, ReaderContext } from '../../code/index.ts';
import { byDefault, elementsOf, explicit, toTextWithHoles, unresolved } from '../../code/index.ts';
import type { Value } from '../../value.ts';

interface Selection {
  readonly owner: BlockReader;
  readonly resources: Value | undefined;
  readonly tags: readonly { readonly key: Leaf<string>; readonly value: Leaf<string> }[];
}

/**
 * True when a selection names it, holds a wildcard for its kind (`arn:aws:ec2:*:*:volume/*`), or asks for a tag that it has. `kind`: the
 * service and resource part of its ARN (`ec2`, `volume`). Unknown when a selection may do so. O(selections), of which a code base has few.
 * Source: AWS Backup Developer Guide, "Assigning resources to a backup plan", read 2026-11-22.
 */
export function isBackedUp(
  block: BlockReader,
  context: ReaderContext,
  kind: { readonly service: string; readonly part: string },
): Leaf<boolean> {
  if (!block.resource) return block.isSet('id'); // a stub: nothing of it is known
  const answers = selections(context).map((selection) => answer(selection, block, { context, kind }));
  return (
    answers.find(({ value }) => value === true) ?? answers.find(({ state }) => state === 'unresolved') ?? byDefault(false, block.place)
  );
}

function selections(context: ReaderContext): readonly Selection[] {
  const terraform = context.all('aws_backup_selection').map((owner) => ({
    owner,
    resources: owner.value('resources'),
    tags: pairs(owner.blocks('selection_tag').readers, 'key', 'value'),
  }));
  const cloudFormation = context.all('AWS::Backup::BackupSelection').map((each) => {
    const owner = each.block('BackupSelection');
    return {
      owner,
      resources: owner.value('Resources'),
      tags: pairs(owner.blocks('ListOfTags').readers, 'ConditionKey', 'ConditionValue'),
    };
  });
  return [...terraform, ...cloudFormation];
}

function pairs(readers: readonly BlockReader[], key: string, value: string): Selection['tags'] {
  return readers.map((each) => ({ key: each.string(key, { required: true }), value: each.string(value, { required: true }) }));
}

interface Asked {
  readonly context: ReaderContext;
  readonly kind: { readonly service: string; readonly part: string };
}

function answer({ owner, resources, tags }: Selection, block: BlockReader, { context, kind }: Asked): Leaf<boolean> {
  // Stands for selections that could not be collected.
  const isHidden = owner.resource === null;
  const type = block.resource?.type ?? '';
  const items = elementsOf(resources);
  const isNamed = items.some((item) => context.targets(item, [type]).some((each) => each.resource === block.resource));
  const texts = items.map((item) => toTextWithHoles(item)).filter((text) => typeof text === 'string');
  const own = context.tags(block);
  const isTagged = tags.some(({ key, value }) => own.entries.get(key.value ?? '')?.value === (value.value ?? null));
  const isEverything = tags.length === 0 && texts.includes('*');
  if (isNamed || isTagged || isEverything || texts.some((text) => covers(text, kind))) return sure(owner);
  const isOpen =
    isHidden ||
    items.some((item) => item.kind === 'unknown' && item.refs.length === 0) ||
    tags.some(({ key, value }) => key.value === undefined || value.value === undefined) ||
    (tags.length > 0 && own.rest !== null);
  if (!isOpen) return byDefault(false, block.place);
  return unresolved({ code: 'computed', detail: 'it is not known what the backup selection chooses' }, owner.place);
}

function sure(owner: BlockReader): Leaf<boolean> {
  if (owner.uncertain) return unresolved({ code: 'computed', detail: 'the backup selection may not exist' }, owner.place);
  return explicit(true, owner.place);
}

function covers(pattern: string, { service, part }: Asked['kind']): boolean {
  const [arn, , of, , , ...rest] = pattern.split(':');
  const resource = rest.join(':');
  return arn === 'arn' && (of === service || of === '*') && (resource === '*' || resource === `${part}/*` || resource === `${part}:*`);
}
