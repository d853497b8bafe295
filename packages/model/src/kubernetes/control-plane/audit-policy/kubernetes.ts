import type { BlockReader, Leaf, ListNode } from '../../../code/index.ts';
import { byDefault, defineKubernetes, explicit, object } from '../../../code/index.ts';
import type { AuditPolicy, AuditRule } from './shape.ts';

const CONDITIONS = ['users', 'userGroups', 'verbs', 'namespaces', 'nonResourceURLs'] as const;

export const kubernetes = defineKubernetes<AuditPolicy>({
  types: ['audit.k8s.io/Policy'],
  identity: ['name'],
  read: (policy) => ({
    rules: policy.list<AuditRule>('rules', (rule) =>
      object<AuditRule>(
        { level: rule.string('level', { required: true }), resources: resourcesOf(rule), isNarrow: isNarrow(rule) },
        rule.place,
      ),
    ),
  }),
});

/** A group without resources stands for all of its resources. */
function resourcesOf(rule: BlockReader): ListNode<string> {
  const { readers, rest } = rule.blocks('resources');
  const lists = readers.map((group) => group.strings('resources', { default: ['*'] }));
  return {
    node: 'list',
    items: lists.flatMap(({ items }) => items),
    rest: lists.find((list) => list.rest)?.rest ?? rest,
    place: rule.placeOf('resources'),
  };
}

function isNarrow(rule: BlockReader): Leaf<boolean> {
  const condition = CONDITIONS.find((each) => rule.value(each) !== undefined);
  return condition === undefined ? byDefault(false, rule.place) : explicit(true, rule.placeOf(condition));
}
