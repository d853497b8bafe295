/** Where code and answers say the same in different fields, both as the answer says it. */
import type { AnyNode, Leaf, ListItem, ListNode, Resource } from '@kumomori/model';
import { explicit, object } from '@kumomori/model';

/** The resource as it is compared. */
export function comparable(resource: Resource): Resource {
  return resource.type === 'aws.s3.bucket' ? withGrants(resource) : resource;
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
  const fields = resource.fields.fields as unknown as Readonly<Record<string, AnyNode>>;
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
