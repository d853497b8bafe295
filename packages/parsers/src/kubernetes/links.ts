/** References between objects, put on the values that make them: the service account of a pod, the role of a binding. */
import type { MapValue, Value } from '@kumomori/model';
import { namespaceOf } from './kinds.ts';
import type { KubernetesObject } from './object.ts';
import { textAt } from './object.ts';

interface Linked {
  readonly object: MapValue;
  readonly template: MapValue | null;
}

export function withLinks(object: KubernetesObject, template: MapValue | null): Linked {
  const namespace = namespaceOf(object) ?? object.namespace ?? 'default';
  return { object: withRole(object, namespace), template: template && withServiceAccount(template, namespace) };
}

/** `roleRef.name` → the role, in the binding's own namespace when it is a Role. */
function withRole({ value, kind }: KubernetesObject, namespace: string): MapValue {
  const roleRef = value.entries.get('roleRef');
  if ((kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding') || roleRef?.kind !== 'map') return value;
  const role = textAt(roleRef, 'name');
  const roleKind = textAt(roleRef, 'kind');
  if (role === null || roleKind === null) return value;
  const address = roleKind === 'Role' ? `${namespace}/Role/${role}` : `${roleKind}/${role}`;
  return withEntry(value, 'roleRef', withRef(roleRef, 'name', address));
}

/** Of the two names of the field only the current one links; the old one is a copy (Kubernetes API reference, PodSpec). */
function withServiceAccount(template: MapValue, namespace: string): MapValue {
  const spec = template.entries.get('spec');
  if (spec?.kind !== 'map') return template;
  const key = textAt(spec, 'serviceAccountName') === null ? 'serviceAccount' : 'serviceAccountName';
  const name = textAt(spec, key);
  return name === null ? template : withEntry(template, 'spec', withRef(spec, key, `${namespace}/ServiceAccount/${name}`));
}

function withRef(map: MapValue, key: string, address: string): MapValue {
  const found = map.entries.get(key);
  return found ? withEntry(map, key, { ...found, refs: [{ address, attribute: 'metadata.name' }] }) : map;
}

export function withEntry(map: MapValue, key: string, value: Value): MapValue {
  return { ...map, entries: new Map([...map.entries, [key, value]]) };
}
