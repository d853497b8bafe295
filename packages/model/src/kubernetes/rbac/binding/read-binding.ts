import type { BlockReader, FieldsOf, ReaderContext } from '../../../code/index.ts';
import { byDefault, explicit, object } from '../../../code/index.ts';
import { lackOf } from '../../by-namespace.ts';
import type { Dialect } from '../../dialect.ts';
import type { Binding, Subject } from './shape.ts';

export interface BindingFormat {
  readonly dialect: Dialect;
  readonly isClusterWide: boolean;
  /** Block types that are roles. */
  readonly roles?: readonly string[];
}

export function readBinding(
  binding: BlockReader,
  context: ReaderContext,
  { dialect, isClusterWide, roles = [] }: BindingFormat,
): FieldsOf<Binding> {
  const roleRef = binding.block(dialect('roleRef'));
  const role = context.requiredRef(roleRef, 'name', 'kubernetes.rbac.role');
  return {
    isClusterWide: explicit(isClusterWide, binding.place),
    labels: binding.block('metadata').stringMap('labels'),
    roleKind: roleRef.string('kind', { required: true }),
    roleName: roleRef.string('name', { required: true }),
    role,
    hasRoleHere:
      role.target === null
        ? (lackOf(roles.flatMap((type) => context.all(type))) ?? byDefault(false, roleRef.place))
        : explicit(true, roleRef.place),
    subjects: binding.list<Subject>(dialect('subjects'), (subject) =>
      object<Subject>(
        {
          kind: subject.string('kind', { default: '' }),
          label: subject.string('name', { default: '' }),
          namespace: subject.string('namespace'),
        },
        subject.place,
      ),
    ),
  };
}
