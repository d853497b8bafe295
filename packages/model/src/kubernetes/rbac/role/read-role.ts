import type { BlockReader, FieldsOf } from '../../../code/index.ts';
import { explicit, object } from '../../../code/index.ts';
import type { Dialect } from '../../dialect.ts';
import type { Role, RoleRule } from './shape.ts';

export function readRole(role: BlockReader, dialect: Dialect, isClusterWide: boolean): FieldsOf<Role> {
  return {
    isClusterWide: explicit(isClusterWide, role.place),
    labels: role.block('metadata').stringMap('labels'),
    isAggregated: role.has(dialect('aggregationRule')),
    rules: role.list<RoleRule>(dialect('rules'), (rule) =>
      object<RoleRule>(
        {
          apiGroups: rule.strings(dialect('apiGroups')),
          resources: rule.strings('resources'),
          verbs: rule.strings('verbs'),
          resourceNames: rule.strings(dialect('resourceNames')),
          paths: rule.strings(dialect('nonResourceURLs')),
        },
        rule.place,
      ),
    ),
  };
}
