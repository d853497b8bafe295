/** Environment variables of containers: where their values come from, and which are credentials in plain text. */
import type { BlockReader } from '../../code/index.ts';
import type { ListNode, MapNode } from '../../node.ts';
import { object, unresolved } from '../../node.ts';
import type { EnvironmentValue } from '../../secrets/index.ts';
import { environmentCredentials } from '../../secrets/index.ts';
import type { Dialect } from '../dialect.ts';
import type { Variable } from '../workload/pod/shape.ts';

export function variablesOf(container: BlockReader, dialect: Dialect): ListNode<Variable> {
  return container.list<Variable>('env', (variable) =>
    object<Variable>(
      {
        label: variable.string('name'),
        isFromSecret: variable.block(dialect('valueFrom')).has(dialect('secretKeyRef')),
      },
      variable.place,
    ),
  );
}

/** True elements: `envFrom` entries that make variables of all keys of a Secret. */
export function secretSourcesOf(container: BlockReader, dialect: Dialect): ListNode<boolean> {
  return container.list<boolean>(dialect('envFrom'), (source) => source.has(dialect('secretRef')));
}

export function credentialsOf(container: BlockReader): MapNode<string> {
  const { readers, rest } = container.blocks('env');
  const variables = readers.flatMap((variable): readonly EnvironmentValue[] => {
    const label = variable.value('name');
    const value = variable.value('value');
    return label?.kind === 'string' && value ? [{ variable: label.value, value }] : [];
  });
  const unread = readers.find((variable) => variable.uncertain);
  const hidden = unread ? unresolved<never>({ code: 'computed', detail: 'a variable is not known' }, unread.place) : rest;
  return environmentCredentials(variables, hidden, container.placeOf('env'));
}
