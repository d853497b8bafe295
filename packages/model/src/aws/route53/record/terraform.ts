import type { BlockReader, ListItem, Place, ReaderContext } from '../../../terraform/index.ts';
import { byDefault, defineTerraform, explicit, object, placeWithin, unresolved } from '../../../terraform/index.ts';
import type { Value } from '../../../value.ts';
import { textLeaf } from '../../../terraform/index.ts';
import type { DnsRecord, RecordTarget } from './shape.ts';

export const terraform = defineTerraform<DnsRecord>({
  types: ['aws_route53_record'],
  identity: ['name'],
  read(record, context) {
    const alias = record.block('alias');
    const name = alias.value('name');
    const records = record.value('records');
    const values = records?.kind === 'list' || records?.kind === 'set' ? records.items : [];
    const items = [
      ...(name ? [target(name, alias.placeOf('name'), context)] : []),
      ...values.map((value) => target(value, record.placeOf('records'), context)),
    ];
    const open = record.strings('records').rest;
    return {
      type: record.string('type'),
      targets: { node: 'list', items, rest: open, place: items.length > 0 ? record.placeOf('records') : record.place },
    };
  },
});

/** Block types whose names appear in host names that anybody could claim once they are released. */
const claimable = [
  'aws_s3_bucket',
  'aws_s3_bucket_website_configuration',
  'aws_elastic_beanstalk_environment',
  'aws_cloudfront_distribution',
  'aws_eip',
];

function target(value: Value, outer: Place, context: ReaderContext): ListItem<RecordTarget> {
  const place = placeWithin(outer, value);
  const [ref] = value.refs;
  if (ref)
    return { node: object<RecordTarget>({ value: explicit(ref.address, place), isOwned: explicit(true, place) }, place), uncertain: false };
  const text = textLeaf(value, place);
  const isOwned =
    text.value === undefined
      ? unresolved<boolean>(text.reason ?? { code: 'computed', detail: 'it is not known' }, place)
      : byDefault(isNamedByCode(text.value, context), place);
  return { node: object<RecordTarget>({ value: text, isOwned }, place), uncertain: false };
}

/** The first label of the host name is the name of a bucket or environment in this code. */
function isNamedByCode(host: string, context: ReaderContext): boolean {
  const label = host.replace(/\.s3-website[.-].*$/, '').toLowerCase();
  return claimable
    .flatMap((type) => context.all(type))
    .some((block) => namesOf(block).some((name) => name === label || host.toLowerCase().startsWith(`${name}.`)));
}

function namesOf(block: BlockReader): readonly string[] {
  return ['bucket', 'cname_prefix', 'name'].flatMap((attribute) => block.string(attribute).value?.toLowerCase() ?? []);
}
