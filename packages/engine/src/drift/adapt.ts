/** Where code and answers say the same in different fields, both as the answer says it. */
import type { AnyNode, Leaf, ListItem, ListNode, ObjectNode, Resource, UnknownReason } from '@kumomori/model';
import { absent, explicit, object, unresolved } from '@kumomori/model';

type Fields = Readonly<Record<string, AnyNode>>;

/** The resource as it is compared. */
export function comparable(resource: Resource): Resource {
  return adaptations[resource.type]?.(resource) ?? resource;
}

const adaptations: Readonly<Record<string, (resource: Resource) => Resource>> = {
  'aws.s3.bucket': withGrants,
  'aws.ec2.security-group': (resource) => changed(resource, { ingress: eachAddress, egress: eachAddress }),
  // Every topic and endpoint has a policy: until somebody writes one, that of AWS.
  'aws.sns.topic': (resource) => changed(resource, { policy: withoutDefault(isDefaultOfTopic) }),
  'aws.vpc.endpoint': (resource) => changed(resource, { policy: withoutDefault(isForEverything) }),
  'aws.vpc.route-table': (resource) => changed(resource, { routes: withoutEndpoints }),
  // Rules are things of their own.
  'gcp.compute.network': (resource) => changed(resource, { firewalls: (node) => (node.node === 'list' ? { ...node, items: [] } : node) }),
  // A switch of Terraform; that of the server is another one.
  'gcp.sql.instance': (resource) => changed(resource, { deletionProtection: ({ place }) => unresolved(OF_TERRAFORM, place) }),
  'aws.route53.record': (resource) => changed(resource, { targets: withoutAddresses }),
};

const OF_TERRAFORM: UnknownReason = { code: 'not-collected', detail: 'only Terraform code says it' };

function fieldsOf({ fields }: ObjectNode<unknown>): Fields {
  return fields as unknown as Fields; // every field of a resource is a node
}

function changed(resource: Resource, changes: Readonly<Record<string, (node: AnyNode) => AnyNode>>): Resource {
  const fields = fieldsOf(resource.fields);
  const others = Object.entries(changes).flatMap(([name, change]) => {
    const node = fields[name];
    return node ? [[name, change(node)] as const] : [];
  });
  return { ...resource, fields: { ...resource.fields, fields: { ...fields, ...Object.fromEntries(others) } as never } };
}

/** One rule for each range of addresses, as answers have them. What is not known stays in a rule of its own. */
function eachAddress(rules: AnyNode): AnyNode {
  if (rules.node !== 'list') return rules;
  const items = rules.items.flatMap((item): readonly ListItem<unknown>[] => {
    const rule = item.node as AnyNode;
    if (rule.node !== 'object') return [item];
    const { cidrs } = fieldsOf(rule);
    if (cidrs?.node !== 'list' || cidrs.items.length + (cidrs.rest ? 1 : 0) < 2) return [item];
    const lists: readonly ListNode<unknown>[] = [
      ...cidrs.items.map((each) => ({ ...cidrs, items: [each], rest: null })),
      ...(cidrs.rest ? [{ ...cidrs, items: [] }] : []),
    ];
    return lists.map((each) => ({ ...item, node: { ...rule, fields: { ...rule.fields, cidrs: each } } as never }));
  });
  return { ...rules, items };
}

function withoutDefault(isDefault: (statements: readonly AnyNode[]) => boolean): (policy: AnyNode) => AnyNode {
  return (policy) => {
    const statements = policy.node === 'object' ? fieldsOf(policy)['statements'] : undefined;
    if (statements?.node !== 'list' || statements.rest) return policy;
    return isDefault(statements.items.map(({ node }) => node as AnyNode)) ? absent(policy.place) : policy;
  };
}

/** Source: answers of Amazon SNS for new topics, "Default access policy" of its developer guide, read 2026-11-22. */
function isDefaultOfTopic(statements: readonly AnyNode[]): boolean {
  return statements.length === 1 && statements.every((each) => /^__default_(?:statement|policy)_ID$/.test(textAt(each, 'sid')));
}

/** Source: AWS PrivateLink guide, "Default endpoint policy", read 2026-11-22. */
function isForEverything(statements: readonly AnyNode[]): boolean {
  const isStar = (statement: AnyNode, name: string): boolean => {
    const list = statement.node === 'object' ? fieldsOf(statement)[name] : undefined;
    const [only, ...others] = list?.node === 'list' && !list.rest ? list.items : [];
    const value = only?.node as AnyNode | undefined;
    const text = value?.node === 'object' ? textAt(value, 'value') : value?.node === 'leaf' ? value.value : undefined;
    return others.length === 0 && text === '*';
  };
  const [statement, ...others] = statements;
  if (!statement || others.length > 0 || textAt(statement, 'effect') !== 'Allow') return false;
  return ['principals', 'actions', 'resources'].every((name) => isStar(statement, name)) && !hasConditions(statement);
}

function hasConditions(statement: AnyNode): boolean {
  const conditions = statement.node === 'object' ? fieldsOf(statement)['conditions'] : undefined;
  return conditions?.node === 'list' && (conditions.items.length > 0 || conditions.rest !== null);
}

function textAt(node: AnyNode, name: string): string {
  const leaf = node.node === 'object' ? fieldsOf(node)[name] : undefined;
  return leaf?.node === 'leaf' && typeof leaf.value === 'string' ? leaf.value : '';
}

/** Gateway endpoints put routes to prefix lists into their tables; no code writes those. */
function withoutEndpoints(routes: AnyNode): AnyNode {
  if (routes.node !== 'list') return routes;
  const isOfEndpoint = ({ node }: ListItem<unknown>): boolean => {
    const route = node as AnyNode;
    if (route.node !== 'object') return false;
    const { destination, isPeering, isInstance } = fieldsOf(route);
    return [destination, isPeering, isInstance].every((leaf) => leaf?.node === 'leaf' && leaf.state !== 'unresolved' && !leaf.value);
  };
  return { ...routes, items: routes.items.filter((item) => !isOfEndpoint(item)) };
}

/** Of a target in the same code the model says its address; what it is called in DNS the provider decides. */
function withoutAddresses(targets: AnyNode): AnyNode {
  if (targets.node !== 'list') return targets;
  const items = targets.items.map((item) => {
    const target = item.node as AnyNode;
    if (target.node !== 'object') return item;
    const { value, isOwned } = fieldsOf(target);
    const isAddress = value?.node === 'leaf' && isOwned?.node === 'leaf' && isOwned.state === 'explicit' && isOwned.value === true;
    if (!isAddress) return item;
    const unknown = unresolved({ code: 'computed', detail: `the name of ${String(value.value)} is decided by the provider` }, value.place);
    return { ...item, node: { ...target, fields: { ...target.fields, value: unknown } } as never };
  });
  return { ...targets, items };
}

const GROUPS = 'http://acs.amazonaws.com/groups/';
const everyone = `${GROUPS}global/AllUsers`;
const signedIn = `${GROUPS}global/AuthenticatedUsers`;
const logs = `${GROUPS}s3/LogDelivery`;

/** What canned ACLs give to groups. Source: Amazon S3 User Guide, "Canned ACL", read 2026-11-22. */
const CANNED: Readonly<Record<string, readonly (readonly [uri: string, permission: string])[]>> = {
  'public-read': [[everyone, 'READ']],
  'public-read-write': [
    [everyone, 'READ'],
    [everyone, 'WRITE'],
  ],
  'authenticated-read': [[signedIn, 'READ']],
  'log-delivery-write': [
    [logs, 'WRITE'],
    [logs, 'READ_ACP'],
  ],
};

/** Answers hold the grants that a canned ACL became, and that of the owner, which every bucket has. */
function withGrants(resource: Resource): Resource {
  const fields = fieldsOf(resource.fields);
  const [acl, grants] = [fields['acl'], fields['grants']];
  if (acl?.node !== 'leaf' || grants?.node !== 'list') return resource;
  const items = [...grants.items.filter(hasGroup), ...cannedGrants(acl)];
  const known: ListNode<unknown> = { ...grants, items, rest: acl.state === 'unresolved' ? (acl as Leaf<never>) : grants.rest };
  const adapted = { ...fields, grants: known, acl: explicit('private', acl.place) };
  return { ...resource, fields: { ...resource.fields, fields: adapted as typeof resource.fields.fields } };
}

function hasGroup({ node }: ListItem<unknown>): boolean {
  const grant = node as AnyNode;
  if (grant.node !== 'object') return true;
  const uri = (grant.fields as unknown as Readonly<Record<string, AnyNode>>)['uri'];
  return uri?.node !== 'leaf' || uri.state !== 'absent';
}

function cannedGrants({ value, place }: Leaf<unknown>): readonly ListItem<unknown>[] {
  return (CANNED[String(value)] ?? []).map(([uri, permission]) => ({
    node: object<{ uri: string; permission: string }>(
      { uri: explicit(uri, place), permission: explicit(permission, place) },
      place,
    ) as never, // an element of any type
    uncertain: false,
  }));
}
