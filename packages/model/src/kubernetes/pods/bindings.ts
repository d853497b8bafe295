/** The bindings that give roles to the service account of an object's pods. */
import type { BlockReader, ReaderContext } from '../../code/index.ts';
import { identityOf } from '../../code/index.ts';
import type { ListNode } from '../../node.ts';
import type { Value } from '../../value.ts';
import { lackOf } from '../by-namespace.ts';
import type { Dialect } from '../dialect.ts';
import { namespaceOf } from '../metadata.ts';
import type { PodParts } from './read-pod.ts';

/** Made once for each list of bindings: service account → its bindings. */
const indexes = new WeakMap<readonly BlockReader[], ReadonlyMap<string, readonly BlockReader[]>>();

export function bindingsOf({ spec, object, dialect, bindings }: PodParts, context: ReaderContext): ListNode<never> {
  const named = spec.value(dialect('serviceAccountName')) ?? spec.value(dialect('serviceAccount'));
  const account = keyOf(namespaceOf(object), named ? nameIn(named) : 'default');
  const found = bindings.flatMap((type) => indexOf(context.all(type), dialect).get(account) ?? []);
  const items = found.map((binding) => ({ node: context.refTo(binding, 'kubernetes.rbac.binding') as never, uncertain: false })); // a ref stands for whatever type the shape links to
  const rest = lackOf(bindings.flatMap((type) => context.all(type)));
  return { node: 'list', items, rest, place: named ? spec.placeOf(dialect('serviceAccountName')) : spec.place };
}

function indexOf(bindings: readonly BlockReader[], dialect: Dialect): ReadonlyMap<string, readonly BlockReader[]> {
  const known = indexes.get(bindings);
  if (known) return known;
  const index = new Map<string, BlockReader[]>();
  for (const binding of bindings) {
    for (const subject of binding.blocks(dialect('subjects')).readers) {
      const name = subject.value('name');
      if (subject.string('kind').value !== 'ServiceAccount' || !name) continue;
      const namespace = subject.value('namespace');
      const key = keyOf((namespace && identityOf(namespace)) ?? namespaceOf(binding), nameIn(name));
      const known = index.get(key);
      if (known) known.push(binding);
      else index.set(key, [binding]);
    }
  }
  indexes.set(bindings, index);
  return index;
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}\n${name}`;
}

/** Equal texts, or references to the same thing; nothing else can be compared. */
function nameIn(value: Value): string {
  return value.kind === 'string' ? value.value : (identityOf(value) ?? '');
}
