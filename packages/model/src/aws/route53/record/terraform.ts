import type { Leaf, ListItem, Place, ReaderContext } from '../../../code/index.ts';
import { HOLE, byDefault, defineTerraform, elementsOf, explicit, object, placeWithin, unresolved } from '../../../code/index.ts';
import type { Value } from '../../../value.ts';
import { textLeaf } from '../../../code/index.ts';
import type { DnsRecord, RecordTarget } from './shape.ts';

export const terraform = defineTerraform<DnsRecord>({
  types: ['aws_route53_record'],
  identity: ['name'],
  read(record, context) {
    const alias = record.block('alias');
    const domain: Leaf<string> = record.text('name', { required: true });
    const name = alias.value('name');
    const values = elementsOf(record.value('records'));
    const items = [
      ...(name ? [target(name, alias.placeOf('name'), context, domain)] : []),
      ...values.map((value) => target(value, record.placeOf('records'), context)),
    ];
    const open = record.strings('records').rest;
    return {
      type: record.string('type'),
      targets: { node: 'list', items, rest: open, place: items.length > 0 ? record.placeOf('records') : record.place },
    };
  },
});

/** Data sources that tell where the code runs; they hold nothing. */
const surroundings = /(?:^|\.)data\.aws_(?:region|partition|caller_identity)\./;

function target(value: Value, outer: Place, context: ReaderContext, domain?: Leaf<string>): ListItem<RecordTarget> {
  const place = placeWithin(outer, value);
  const ref = value.refs.find(({ address }) => !surroundings.test(address));
  if (ref)
    return { node: object<RecordTarget>({ value: explicit(ref.address, place), isOwned: explicit(true, place) }, place), uncertain: false };
  const text = hostOf(textLeaf(value, place), domain);
  const isOwned =
    text.value === undefined
      ? unresolved<boolean>(text.reason ?? { code: 'computed', detail: 'it is not known' }, place)
      : ownership(text.value, place, context);
  return { node: object<RecordTarget>({ value: text, isOwned }, place), uncertain: false };
}

/** An alias to a region's website endpoint leads to the bucket that is called like the record. */
function hostOf(alias: Leaf<string>, domain: Leaf<string> | undefined): Leaf<string> {
  if (!domain || alias.value === undefined || !alias.value.startsWith('s3-website')) return alias;
  return domain.value === undefined ? domain : { ...alias, value: `${domain.value}.${alias.value}` };
}

/** Is there a bucket or environment in this code that has the name in front of the service's host name? */
function ownership(host: string, place: Place, context: ReaderContext): Leaf<boolean> {
  const label = host.replace(/\.(?:s3[.-]|elasticbeanstalk\.).*$/i, '').toLowerCase();
  if (label.includes(HOLE)) return unresolved({ code: 'computed', detail: 'the name in it is not known' }, place);
  const isEnvironment = /\.elasticbeanstalk\./i.test(host);
  const owners = context.all(isEnvironment ? 'aws_elastic_beanstalk_environment' : 'aws_s3_bucket');
  const names = owners.map((owner) => owner.string(isEnvironment ? 'cname_prefix' : 'bucket'));
  // A record's name may be written without its zone, an environment's host name goes on with the region.
  const isNamed = (name: string): boolean => name === label || name.startsWith(`${label}.`) || label.startsWith(`${name}.`);
  if (names.some(({ value }) => value !== undefined && isNamed(value.toLowerCase()))) return byDefault(true, place);
  const hidden = names.find(({ state }) => state === 'unresolved');
  return hidden
    ? unresolved({ code: 'computed', detail: 'the name of a resource in this code is not known' }, hidden.place)
    : byDefault(false, place);
}
