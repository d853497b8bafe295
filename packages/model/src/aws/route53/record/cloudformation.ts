import type { BlockReader, Leaf, ListItem, Place, ReaderContext } from '../../../code/index.ts';
import { HOLE, byDefault, defineCloudFormation, explicit, object, placeWithin, textLeaf, unresolved } from '../../../code/index.ts';
import type { Value } from '../../../value.ts';
import type { DnsRecord, RecordTarget } from './shape.ts';

/** Source: CloudFormation template reference, AWS::Route53::RecordSet, read 2026-11-22. Groups of records are not read. */
export const cloudformation = defineCloudFormation<DnsRecord>({
  types: ['AWS::Route53::RecordSet'],
  identity: ['Name'],
  read(record, context) {
    const alias = record.block('AliasTarget');
    const name = alias.value('DNSName');
    const records = record.value('ResourceRecords');
    const values = records?.kind === 'list' ? records.items : [];
    const items = [
      ...(name ? [target(name, alias.placeOf('DNSName'), context, record)] : []),
      ...values.map((value) => target(value, record.placeOf('ResourceRecords'), context, null)),
    ];
    return {
      type: record.string('Type'),
      targets: {
        node: 'list',
        items,
        rest: record.strings('ResourceRecords').rest,
        place: items.length > 0 ? record.placeOf('ResourceRecords') : record.place,
      },
    };
  },
});

/** `alias`: the record, when the target is that of an alias. Pseudo parameters tell where the template is deployed; they hold nothing. */
function target(value: Value, outer: Place, context: ReaderContext, alias: BlockReader | null): ListItem<RecordTarget> {
  const place = placeWithin(outer, value);
  const ref = value.refs.find(({ address }) => !address.startsWith('AWS::'));
  if (ref)
    return { node: object<RecordTarget>({ value: explicit(ref.address, place), isOwned: explicit(true, place) }, place), uncertain: false };
  const text = hostOf(textLeaf(value, place), alias);
  const isOwned =
    text.value === undefined
      ? unresolved<boolean>(text.reason ?? { code: 'computed', detail: 'it is not known' }, place)
      : ownership(text.value, place, context);
  return { node: object<RecordTarget>({ value: text, isOwned }, place), uncertain: false };
}

/** An alias to a region's website endpoint leads to the bucket that is called like the record, which ends in a dot. */
function hostOf(host: Leaf<string>, record: BlockReader | null): Leaf<string> {
  if (!record || host.value === undefined || !host.value.startsWith('s3-website')) return host;
  const domain: Leaf<string> = record.text('Name', { required: true });
  return domain.value === undefined ? domain : { ...host, value: `${domain.value.replace(/\.$/, '')}.${host.value}` };
}

/** Is there a bucket or environment in this template that has the name in front of the service's host name? */
function ownership(host: string, place: Place, context: ReaderContext): Leaf<boolean> {
  const label = host.replace(/\.(?:s3[.-]|elasticbeanstalk\.).*$/i, '').toLowerCase();
  if (label.includes(HOLE)) return unresolved({ code: 'computed', detail: 'the name in it is not known' }, place);
  const isEnvironment = /\.elasticbeanstalk\./i.test(host);
  const owners = context.all(isEnvironment ? 'AWS::ElasticBeanstalk::Environment' : 'AWS::S3::Bucket');
  const names = owners.map((owner) => owner.string(isEnvironment ? 'CNAMEPrefix' : 'BucketName'));
  const isNamed = (name: string): boolean => name === label || label.startsWith(`${name}.`);
  if (names.some(({ value }) => value !== undefined && isNamed(value.toLowerCase()))) return byDefault(true, place);
  const hidden = names.find(({ state }) => state === 'unresolved');
  return hidden
    ? unresolved({ code: 'computed', detail: 'the name of a resource in this code is not known' }, hidden.place)
    : byDefault(false, place);
}
