/** By which names does the code find the machine image of an instance? */
import type { BlockReader, ListNode, ReaderContext } from '../../code/index.ts';
import { list, outside, unresolved } from '../../code/index.ts';

/** Searches (filter `name`, `name_regex`), public parameters and images of this code say a name; an id says nothing. */
export function imageNames(instance: BlockReader, context: ReaderContext): ListNode<string> {
  const value = instance.value('ami');
  const place = instance.placeOf('ami');
  const [lookup] = context.targets(value, ['data.aws_ami']);
  if (lookup) return searched(lookup);
  const [named] = context.targets(value, ['data.aws_ssm_parameter', 'aws_ami', 'aws_ami_copy']);
  if (named) return list<string>([named.text('name', { required: true })], place);
  if (value?.kind === 'unknown' && value.refs.length === 0) return list<string>([], place, unresolved(value.reason, place));
  return list<string>([], place, outside('only the id of the image is known', place));
}

function searched(lookup: BlockReader): ListNode<string> {
  const { readers, rest } = lookup.blocks('filter');
  const filters = readers.filter((each) => each.string('name').value === 'name').map((each) => each.strings('values'));
  const regex = lookup.value('name_regex') ? [{ node: lookup.text('name_regex', { required: true }), uncertain: false }] : [];
  const open = filters.find((each) => each.rest)?.rest ?? rest;
  return { node: 'list', items: [...filters.flatMap((each) => each.items), ...regex], rest: open, place: lookup.place };
}
