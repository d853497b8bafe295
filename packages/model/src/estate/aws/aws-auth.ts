/** The ConfigMap aws-auth of EKS: roles and users of AWS as users and groups of Kubernetes. Source: Amazon EKS user guide, "Grant IAM users access to Kubernetes with a ConfigMap", read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import type { AwsEksAccess } from '../identity.ts';
import { isUndecided, known } from '../undecided.ts';
import { NO_TEXTS } from './fields.ts';

/** More lines are no configuration that anybody wrote. */
const MAX_LINES = 20_000;

export const awsAuth: EntityReader<AwsEksAccess> = {
  types: ['ConfigMap', 'kubernetes_config_map', 'kubernetes_config_map_v1', 'kubernetes_config_map_v1_data'],
  read(block, context) {
    const metadata = block.block('metadata');
    if (known(metadata.string('name')) !== 'aws-auth') return [];
    return ['mapRoles', 'mapUsers'].flatMap((key) => entriesIn(block.block('data'), key, context));
  },
};

function entriesIn(data: BlockReader, key: string, { base }: EntityContext): readonly AwsEksAccess[] {
  const text = known(data.string(key));
  if (text === undefined) return [];
  const common = { ...base, kind: 'aws.eks-access', cluster: undefined, policy: undefined, namespaces: NO_TEXTS } as const;
  if (isUndecided(text)) return [{ ...common, ...idOf(base, key, 0), principal: text, groups: { items: [], rest: text.undecided } }];
  return mappedIn(text).map(({ arn, groups }, index) => ({
    ...common,
    ...idOf(base, key, index),
    principal: arn,
    groups: { items: groups, rest: null },
  }));
}

function idOf(base: EntityContext['base'], key: string, index: number): Pick<EntityContext['base'], 'id' | 'names'> {
  const id = `${base.id}#${key}/${index}`;
  return { id, names: [id] };
}

interface Mapped {
  readonly arn: string;
  readonly groups: readonly string[];
}

/** The few forms of YAML that `mapRoles` is written in: a list of mappings whose `groups` is a list, block or flow. JSON is one of them. */
function mappedIn(text: string): readonly Mapped[] {
  const mapped: { arn: string; groups: string[] }[] = [];
  let isInGroups = false;
  for (const line of text.split('\n', MAX_LINES)) {
    const start = /^\s*-\s+["']?(?:rolearn|userarn|groups|username)["']?\s*:/.test(line);
    if (start) mapped.push({ arn: '', groups: [] });
    const current = mapped.at(-1);
    if (!current) continue;
    const pair = /^\s*(?:-\s+)?["']?(\w+)["']?\s*:\s*(.*)$/.exec(line);
    if (pair) {
      const [, key = '', value = ''] = pair;
      isInGroups = key === 'groups';
      if (key === 'rolearn' || key === 'userarn') current.arn = unquoted(value);
      if (isInGroups)
        current.groups.push(
          ...value
            .replaceAll(/^\[|\]$/g, '')
            .split(',')
            .map(unquoted)
            .filter(Boolean),
        );
      continue;
    }
    const item = /^\s*-\s+(.+)$/.exec(line);
    if (isInGroups && item?.[1] !== undefined) current.groups.push(unquoted(item[1]));
  }
  return mapped.filter(({ arn }) => arn !== '');
}

function unquoted(text: string): string {
  return text.trim().replaceAll(/^["']|["']$/g, '');
}
