/** Ids of resources, taken apart. */

export interface ResourceId {
  /** As the provider of the last part spells it. */
  readonly type: string;
  /** Names of the resource and those above it: `ordersdata/default`. */
  readonly name: string;
  /** Of a child: the resource above it. */
  readonly parent: { readonly id: string; readonly name: string } | null;
  /** Id of what it extends or lies in: a resource, a resource group; null for the subscription and what is above. */
  readonly scope: string | null;
}

/** `/subscriptions/…/providers/Microsoft.Storage/storageAccounts/ordersdata`; also ids of subscriptions and resource groups. */
export function resourceIdOf(id: string): ResourceId {
  const [, base = '', namespace = '', rest = ''] = /^(.*)\/providers\/([^/]+)\/(.+)$/i.exec(id) ?? [];
  const words = rest.split('/').filter((word) => word !== '');
  if (words.length < 2) return aboveResources(id);
  const types = words.filter((_, index) => index % 2 === 0);
  const names = words.filter((_, index) => index % 2 === 1);
  const above = words.length >= 4 ? `${base}/providers/${namespace}/${words.slice(0, -2).join('/')}` : null;
  return {
    type: [namespace, ...types].join('/'),
    name: names.join('/'),
    parent: above === null ? null : { id: above, name: names.slice(0, -1).join('/') },
    scope: /\/(?:resourcegroups|providers)\//i.test(base) ? base : null,
  };
}

function aboveResources(id: string): ResourceId {
  const words = id.split('/').filter((word) => word !== '');
  const isGroup = words[2]?.toLowerCase() === 'resourcegroups';
  const type = isGroup ? 'Microsoft.Resources/resourceGroups' : 'Microsoft.Resources/subscriptions';
  return { type, name: words.at(-1) ?? id, parent: null, scope: null };
}
