/** Whether the readers of a resource type agree: the same configuration in two formats must be the same resource. */
import type { AnyNode, Resource } from '@kumomori/model';

/**
 * Differences between two readings of one resource, each as `path: a | b`. Where a value stands is not compared, nor is whether a value is
 * written or a default; what one format cannot say (`outside`) equals anything, and links are only compared as present or not.
 */
export function differences(a: Resource, b: Resource): readonly string[] {
  return compare('', a.fields as AnyNode, b.fields as AnyNode);
}

function compare(path: string, a: AnyNode, b: AnyNode): readonly string[] {
  if (isOutside(a) || isOutside(b)) return [];
  if (a.node === 'ref' || b.node === 'ref') return [];
  if (a.node === 'leaf' && b.node === 'leaf') {
    const [left, right] = [shown(a), shown(b)];
    return left === right ? [] : [`${path}: ${left} | ${right}`];
  }
  if (a.node === 'list' && b.node === 'list') {
    if (a.items.length !== b.items.length || (a.rest === null) !== (b.rest === null))
      return [`${path}: ${a.items.length} elements | ${b.items.length} elements`];
    return a.items.flatMap((item, index) => compare(`${path}[${index}]`, item.node as AnyNode, b.items[index]?.node as AnyNode));
  }
  if (a.node === 'map' && b.node === 'map') {
    const keys = [...new Set([...a.entries.keys(), ...b.entries.keys()])].sort();
    return keys.flatMap((key) => {
      const [left, right] = [a.entries.get(key), b.entries.get(key)];
      return left && right
        ? compare(`${path}.${key}`, left, right)
        : [`${path}.${key}: ${left ? 'there' : 'not there'} | ${right ? 'there' : 'not there'}`];
    });
  }
  if (a.node === 'object' && b.node === 'object') {
    const [left, right] = [a.fields as Readonly<Record<string, AnyNode>>, b.fields as Readonly<Record<string, AnyNode>>];
    return Object.keys(left).flatMap((name) => {
      const [one, other] = [left[name], right[name]];
      return one && other ? compare(path === '' ? name : `${path}.${name}`, one, other) : [`${path}.${name}: read by one reader only`];
    });
  }
  const [left, right] = [kindOf(a), kindOf(b)];
  return left === right ? [] : [`${path}: ${left} | ${right}`];
}

function isOutside(node: AnyNode): boolean {
  return node.node === 'leaf' && node.state === 'outside';
}

function shown(leaf: AnyNode & { readonly node: 'leaf' }): string {
  return leaf.state === 'explicit' || leaf.state === 'default' ? JSON.stringify(leaf.value) : leaf.state;
}

function kindOf(node: AnyNode): string {
  return node.node === 'leaf' ? node.state : node.node;
}
