/** Items of AWS Config → declared resources, through the same projections as a collection. */
import type { DeclaredAttribute, DeclaredResource } from '../../declared.ts';
import { liveSources } from '../../live-sources.generated.ts';
import type { CallPlace, LiveDeclaration, RecordedCall, RecordedCalls } from '../../live/index.ts';
import { declareLive } from '../../live/index.ts';
import type { UnknownReason } from '../../value.ts';
import { unknownValue } from '../../value.ts';
import { configTypes, unrecordedOf } from './config-answers.ts';
import type { ConfigItem } from './config-item.ts';

export interface ConfigAccount {
  readonly account: string;
  readonly declaration: LiveDeclaration;
  /** Types that are recorded and that nothing here reads, sorted. */
  readonly unread: readonly string[];
}

const NOT_RECORDED = 'AWS Config does not record it';

/**
 * One declaration for each account, by account. Of a resource that several files have, the newest item counts. A type of which there is no
 * item counts as not collected: AWS Config may not have recorded it. `failed`: told of answers that could not be read. O(items).
 */
export function configSnapshot(
  items: readonly ConfigItem[],
  failed: (call: RecordedCall, error: unknown) => void = () => {},
): readonly ConfigAccount[] {
  const byAccount = Map.groupBy(newest(items), ({ account }) => account);
  return [...byAccount.keys()].sort().map((account) => {
    const own = byAccount.get(account) ?? [];
    return {
      account,
      declaration: withoutUnrecorded(declareLive(asRecorded(account, own), liveSources.aws, failed), own),
      unread: [...new Set(own.flatMap(({ type }) => (configTypes.has(type) ? [] : [type])))].sort(),
    };
  });
}

function newest(items: readonly ConfigItem[]): readonly ConfigItem[] {
  const known = new Map<string, ConfigItem>();
  for (const item of items) {
    const key = [item.account, item.region, item.type, item.id].join(' ');
    const other = known.get(key);
    if (!other || other.capturedAt <= item.capturedAt) known.set(key, item);
  }
  return [...known.values()];
}

function asRecorded(account: string, items: readonly ConfigItem[]): RecordedCalls {
  const calls = new Map<string, RecordedCall[]>();
  for (const item of items)
    for (const { call, request, response, absent } of configTypes.get(item.type)?.answers(item) ?? []) {
      const at = call.indexOf(':');
      const place: CallPlace = {
        provider: 'aws',
        account,
        region: item.region,
        service: call.slice(0, at),
        operation: call.slice(at + 1),
      };
      const said = absent === undefined ? { response: response ?? null } : { error: { code: absent, message: '' } };
      const recorded: RecordedCall = {
        place,
        record: { request, at: item.at, ...said },
        range: { source: item.source, start: 0, end: 0 },
      };
      const list = calls.get(call);
      if (list) list.push(recorded);
      else calls.set(call, [recorded]);
    }
  const partition = items.map(({ arn }) => /^arn:(aws[a-z-]*):/.exec(arn ?? '')?.[1]).find((each) => each !== undefined) ?? 'aws';
  return { account, partition, of: (service, operation) => calls.get(`${service}:${operation}`) ?? [] };
}

/** One call tells of all of IAM: of the kinds that have no item, AWS Config said nothing. */
const IAM: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::User': ['AWS::IAM::User', 'AWS::IAM::AccessKey', 'AWS::IAM::UserToGroupAddition'],
  'AWS::IAM::Group': ['AWS::IAM::Group', 'AWS::IAM::UserToGroupAddition'],
  'AWS::IAM::Role': ['AWS::IAM::Role', 'AWS::IAM::InstanceProfile', 'aws.iam.reserved-role', 'aws.iam.service-linked-role'],
  'AWS::IAM::Policy': ['AWS::IAM::ManagedPolicy'],
};

function withoutUnrecorded({ resources, incomplete }: LiveDeclaration, items: readonly ConfigItem[]): LiveDeclaration {
  const types = new Set(items.map(({ type }) => type));
  const unrecorded = new Map(items.flatMap((item) => namesOf(item).map((name) => [name, unrecordedOf(item)] as const)));
  const lacking = Object.entries(IAM).flatMap(([type, declared]) => (types.has(type) ? [] : declared));
  const isWithoutMembers = !types.has('AWS::IAM::User');
  return {
    resources: resources.map((each) => {
      if (isWithoutMembers && each.type === 'AWS::IAM::UserToGroupAddition') return without(each, ['Users']);
      const properties = [each.address, ...(each.names ?? [])].map((name) => unrecorded.get(`${each.type} ${name}`)).find(Boolean);
      return properties ? without(each, properties) : each;
    }),
    incomplete: new Map<string, UnknownReason>([
      ...incomplete,
      ...lacking.map((type): [string, UnknownReason] => [type, { code: 'not-collected', detail: `${NOT_RECORDED} (${type})` }]),
    ]),
  };
}

/** Types that the templates call otherwise. */
const DECLARED_AS: Readonly<Record<string, string>> = { 'AWS::IAM::Policy': 'AWS::IAM::ManagedPolicy' };

function namesOf({ type, id, arn }: ConfigItem): readonly string[] {
  const declared = DECLARED_AS[type] ?? type;
  return [id, ...(arn === null ? [] : [arn])].map((name) => `${declared} ${name}`);
}

function without(resource: DeclaredResource, properties: readonly string[]): DeclaredResource {
  if (properties.length === 0) return resource;
  const { range } = resource.block;
  const attribute: DeclaredAttribute = { value: unknownValue('not-collected', NOT_RECORDED, range), range };
  const attributes = new Map([...resource.block.attributes, ...properties.map((name) => [name, attribute] as const)]);
  return { ...resource, block: { ...resource.block, attributes } };
}
