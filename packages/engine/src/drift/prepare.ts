/** Code as drift looks at it: what others change by right is unknown, and what stands in blocks of its own stands where the cloud has it. */
import type { CodeRoot, DeclaredAttribute, DeclaredBlock, DeclaredResource, Range, Value } from '@kumomori/model';
import { elementsOf, listValue, mapValue, unknownValue } from '@kumomori/model';

/** Details of unknown values with the code `ignored`. */
export const IGNORED_BY_LIFECYCLE = 'lifecycle { ignore_changes } names it';
export const AUTOSCALED = 'autoscaling changes it';

/** Resources whose every attribute `ignore_changes = all` takes out. */
export function ignoresEverything({ block }: DeclaredResource): boolean {
  const ignored = block.blocks.find(({ type }) => type === 'lifecycle')?.attributes.get('ignore_changes')?.value;
  return ignored?.kind === 'string' && ignored.value === 'all';
}

/** O(resources + their attributes). */
export function prepared(root: CodeRoot): CodeRoot {
  const scales = root.resources.some(({ type }) => AUTOSCALING.test(type));
  const resources = folded(root.resources).map((resource) => withoutScaled(withoutIgnored(resource), scales));
  return { ...root, resources };
}

function withoutIgnored(resource: DeclaredResource): DeclaredResource {
  const lifecycle = resource.block.blocks.find(({ type }) => type === 'lifecycle');
  const ignored = lifecycle?.attributes.get('ignore_changes')?.value;
  if (!lifecycle || (ignored?.kind !== 'list' && ignored?.kind !== 'set')) return resource;
  const names = ignored.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  return { ...resource, block: names.reduce((block, name) => hidden(block, name, lifecycle.range), resource.block) };
}

/** `tags["Owner"]` and `ingress[0].description` hide `tags` and `ingress` as a whole: less is compared, never something wrong. */
function hidden(block: DeclaredBlock, path: string, range: Range): DeclaredBlock {
  const name = /^[\w-]+/.exec(path)?.[0] ?? path;
  const attribute: DeclaredAttribute = { value: unknownValue('ignored', IGNORED_BY_LIFECYCLE, range), range };
  return {
    ...block,
    attributes: new Map([...block.attributes, [name, attribute]]),
    blocks: block.blocks.filter(({ type }) => type !== name),
  };
}

/** Blocks and objects that scale others. */
const AUTOSCALING = /^aws_appautoscaling_|^AWS::ApplicationAutoScaling::|HorizontalPodAutoscaler$|autoscaler$|autoscale_setting$/;
/** Attributes that scaling changes, by block type; those of groups are changed by their own policies, whether these are in the code or not. */
const SCALED: Readonly<Record<string, readonly string[]>> = {
  aws_ecs_service: ['desired_count'],
  'AWS::ECS::Service': ['DesiredCount'],
  aws_dynamodb_table: ['read_capacity', 'write_capacity'],
  'AWS::DynamoDB::Table': ['ProvisionedThroughput'],
  aws_rds_cluster: ['serverlessv2_scaling_configuration'],
  google_compute_instance_group_manager: ['target_size'],
  google_compute_region_instance_group_manager: ['target_size'],
  azurerm_linux_virtual_machine_scale_set: ['instances'],
  azurerm_windows_virtual_machine_scale_set: ['instances'],
};
const ALWAYS_SCALED: Readonly<Record<string, readonly string[]>> = {
  aws_autoscaling_group: ['desired_capacity'],
  'AWS::AutoScaling::AutoScalingGroup': ['DesiredCapacity'],
  aws_eks_node_group: ['scaling_config'],
};

function withoutScaled(resource: DeclaredResource, scales: boolean): DeclaredResource {
  const names = [...(ALWAYS_SCALED[resource.type] ?? []), ...(scales ? (SCALED[resource.type] ?? []) : [])];
  const { block } = resource;
  const written = names.filter((name) => block.attributes.has(name) || block.blocks.some(({ type }) => type === name));
  if (written.length === 0) return resource;
  const attribute: DeclaredAttribute = { value: unknownValue('ignored', AUTOSCALED, block.head), range: block.head };
  return {
    ...resource,
    block: {
      ...block,
      attributes: new Map([...block.attributes, ...written.map((name) => [name, attribute] as const)]),
      blocks: block.blocks.filter(({ type }) => !written.includes(type)),
    },
  };
}

/** A block that the cloud keeps inside of another one: where that is named, and as what it stands in it. */
interface Fold {
  readonly parent: string;
  /** Names one parent, or lists several. */
  readonly by: string;
  /** Name of the parent, where it is named literally. */
  readonly identity: string;
  readonly as: string;
  /** As a nested block, as an object of a list, or as an element: the value of an attribute, or what only the provider knows of it. */
  readonly into: { readonly kind: 'block' } | { readonly kind: 'object' } | { readonly kind: 'element'; readonly from: string | null };
  /** It stays a thing of its own. */
  readonly stays?: true;
}

const FOLDS: Readonly<Record<string, Fold>> = {
  aws_iam_role_policy: { parent: 'aws_iam_role', by: 'role', identity: 'name', as: 'inline_policy', into: { kind: 'block' } },
  aws_iam_role_policy_attachment: {
    ...{ parent: 'aws_iam_role', by: 'role', identity: 'name' },
    ...{ as: 'managed_policy_arns', into: { kind: 'element', from: 'policy_arn' } },
  },
  'AWS::IAM::Policy': { parent: 'AWS::IAM::Role', by: 'Roles', identity: 'RoleName', as: 'Policies', into: { kind: 'object' } },
  'AWS::IAM::RolePolicy': { parent: 'AWS::IAM::Role', by: 'RoleName', identity: 'RoleName', as: 'Policies', into: { kind: 'object' } },
  'AWS::IAM::ManagedPolicy': {
    ...{ parent: 'AWS::IAM::Role', by: 'Roles', identity: 'RoleName', stays: true },
    ...{ as: 'ManagedPolicyArns', into: { kind: 'element', from: null } },
  },
};

/** Inline policies and attachments that are blocks of their own stand in their role, as its answer has them. */
function folded(resources: readonly DeclaredResource[]): readonly DeclaredResource[] {
  if (!resources.some(({ type, mode }) => mode === 'managed' && FOLDS[type])) return resources;
  const added = new Map<DeclaredResource, DeclaredResource[]>();
  const gone = new Set<DeclaredResource>();
  const byAddress = new Map(resources.map((each) => [each.address, each]));
  for (const each of resources) {
    const fold = each.mode === 'managed' ? FOLDS[each.type] : undefined;
    const named = fold && each.block.attributes.get(fold.by)?.value;
    const parents = named ? elementsOf(named).flatMap((value) => parentOf(value, fold, { resources, byAddress }) ?? []) : [];
    for (const parent of new Set(parents)) added.set(parent, [...(added.get(parent) ?? []), each]);
    if (parents.length > 0 && !fold?.stays) gone.add(each);
  }
  return resources.flatMap((each) => {
    if (gone.has(each)) return [];
    const parts = added.get(each);
    return [parts ? { ...each, block: parts.reduce(withPart, each.block) } : each];
  });
}

function parentOf(
  named: Value,
  { parent, identity }: Fold,
  { resources, byAddress }: { readonly resources: readonly DeclaredResource[]; readonly byAddress: ReadonlyMap<string, DeclaredResource> },
): DeclaredResource | undefined {
  const referred = named.refs.map(({ address }) => byAddress.get(address)).find((each) => each?.type === parent);
  if (referred || named.kind !== 'string') return referred;
  return resources.find(({ type, block }) => {
    const name = block.attributes.get(identity)?.value;
    return type === parent && name?.kind === 'string' && name.value === named.value;
  });
}

function withPart(block: DeclaredBlock, part: DeclaredResource): DeclaredBlock {
  const fold = FOLDS[part.type];
  if (!fold) return block;
  const { into, as } = fold;
  if (into.kind === 'block') return { ...block, blocks: [...block.blocks, { ...part.block, type: as }] };
  const before = block.attributes.get(as);
  const items = before?.value.kind === 'list' || before?.value.kind === 'set' ? before.value.items : [];
  const range = before?.range ?? part.block.range;
  const value = listValue([...items, elementFrom(part, into)], range);
  return { ...block, attributes: new Map([...block.attributes, [as, { value, range }]]) };
}

function elementFrom({ block, address }: DeclaredResource, into: Exclude<Fold['into'], { readonly kind: 'block' }>): Value {
  if (into.kind === 'object') return mapValue(new Map([...block.attributes].map(([name, { value }]) => [name, value])), block.range);
  const value = into.from === null ? undefined : block.attributes.get(into.from)?.value;
  return value ?? unknownValue('computed', `${address} is only known when it is created`, block.range);
}
