/** One organization and what its people may do. Rules: Google Cloud IAM documentation, the pages that types.ts names, read 2026-11-22. */
import { HOLE } from '@kumomori/model';
import type { GcpPolicies, GcpRequest, IamBinding } from './types.ts';

const node = (name: string): string => `//cloudresourcemanager.googleapis.com/${name}`;
const organization = node('organizations/123456789012');
const folder = node('folders/456');
const orders = node('projects/orders');
const campaign = node('projects/campaign');
const bucket = '//storage.googleapis.com/projects/_/buckets/orders-bucket';
const secret = '//secretmanager.googleapis.com/projects/orders/secrets/api-key';
const robot = 'serviceAccount:app@orders.iam.gserviceaccount.com';
const bind = (role: string, members: string, expression?: string): IamBinding => ({
  role,
  members: members.split(' '),
  ...(expression !== undefined && { condition: { expression } }),
});

const roles: Readonly<Record<string, string>> = {
  'roles/storage.objectViewer': 'storage.objects.get storage.objects.list',
  'roles/storage.admin':
    'storage.objects.get storage.objects.list storage.objects.delete storage.buckets.delete storage.buckets.setIamPolicy',
  'roles/viewer': 'storage.buckets.list compute.instances.get',
  'roles/editor': 'storage.buckets.list compute.instances.get compute.instances.create',
  'roles/owner': 'storage.buckets.list compute.instances.get compute.instances.create resourcemanager.projects.setIamPolicy',
  'roles/iam.serviceAccountTokenCreator': 'iam.serviceAccounts.getAccessToken iam.serviceAccounts.signBlob',
  'roles/iam.serviceAccountUser': 'iam.serviceAccounts.actAs',
  'roles/secretmanager.secretAccessor': 'secretmanager.versions.access',
  'organizations/123456789012/roles/deleter': 'compute.instances.delete',
};
export const permissionsOf = (role: string): readonly string[] | undefined => roles[role]?.split(' ');

const allow: GcpPolicies['allow'] = [
  {
    resource: organization,
    bindings: [
      bind('roles/viewer', 'group:auditors@example.com'),
      bind('roles/storage.admin', 'user:olga@example.com user:pat@example.com user:bound@example.com user:denied@example.com'),
      bind('roles/iam.serviceAccountTokenCreator', 'user:tina@example.com'),
    ],
  },
  { resource: folder, bindings: [bind('roles/storage.objectViewer', 'user:fred@example.com domain:partner.example.com')] },
  {
    resource: orders,
    bindings: [
      bind('roles/editor', `user:eve@example.com ${robot}`),
      bind('roles/owner', 'user:oscar@example.com'),
      bind('roles/viewer', 'user:vera@example.com'),
      bind('organizations/123456789012/roles/deleter', 'user:dan@example.com'),
      bind('roles/unheardOf', 'user:ugo@example.com'),
      bind('roles/storage.objectViewer', 'user:tim@example.com', 'request.time < timestamp("2026-12-31T00:00:00Z")'),
      bind(
        'roles/storage.objectViewer',
        'user:nina@example.com',
        'resource.name.startsWith("projects/_/buckets/orders-bucket/objects/public/")',
      ),
      bind('roles/storage.objectViewer', 'user:tara@example.com', 'resource.matchTag("123456789012/env", "dev")'),
      bind('roles/storage.objectViewer', 'user:kate@example.com', 'resource.hasTagKey("123456789012/env")'),
      bind(
        'roles/storage.objectViewer',
        'user:harry@example.com',
        'request.time.getHours("UTC") >= 9 && request.time.getHours("UTC") < 18',
      ),
      bind('roles/storage.objectViewer', 'user:zoe@example.com', 'request.time.getHours("Asia/Tokyo") < 18'),
      bind('roles/storage.objectViewer', 'user:service@example.com', 'resource.service == "storage.googleapis.com"'),
      bind('roles/storage.objectViewer', 'user:other@example.com', 'resource.service != "storage.googleapis.com"'),
      bind('roles/storage.objectViewer', 'user:either@example.com', 'resource.type == "x" || resource.service == "storage.googleapis.com"'),
      bind(
        'roles/storage.objectViewer',
        'user:neither@example.com',
        'resource.type == "x" && resource.service == "sqladmin.googleapis.com"',
      ),
      bind(
        'roles/storage.objectViewer',
        'user:listed@example.com',
        'resource.service in ["storage.googleapis.com", "bigquery.googleapis.com"]',
      ),
      bind('roles/storage.objectViewer', 'user:typed@example.com', '!(resource.type == "storage.googleapis.com/Bucket")'),
      bind('roles/storage.objectViewer', 'user:broken@example.com', 'resource.name.startsWith('),
      bind('roles/storage.objectViewer', 'user:levels@example.com', '"accessPolicies/1/accessLevels/office" in request.auth.access_levels'),
      bind(
        'roles/storage.objectViewer',
        'user:granter@example.com',
        'api.getAttribute("iam.googleapis.com/modifiedGrantsByRole", []).hasOnly(["roles/viewer"])',
      ),
      bind('roles/storage.objectViewer', 'user:extract@example.com', 'resource.name.extract("buckets/{bucket}/") == "orders-bucket"'),
      bind('roles/storage.objectViewer', 'user:ends@example.com', 'resource.name.endsWith(".csv") && resource.name.contains("/objects/")'),
      bind('roles/storage.objectViewer', 'user:always@example.com', ''),
      bind('roles/storage.objectViewer', 'user:true@example.com', 'true'),
      bind('roles/storage.objectViewer', 'user:twice@example.com', 'resource.type == "x"'),
      bind('roles/storage.objectViewer', 'user:twice@example.com', 'request.time < timestamp("2027-01-01T00:00:00Z")'),
      bind('roles/storage.objectViewer', 'deleted:user:gone@example.com?uid=1'),
      bind('roles/storage.objectViewer', `user:${HOLE}@example.net`),
      bind(
        'roles/storage.objectViewer',
        'principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/attribute.repository/minato/shop',
      ),
      bind(
        'roles/storage.objectViewer',
        'principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/subject/main',
      ),
    ],
  },
  {
    resource: bucket,
    bindings: [
      bind('roles/storage.objectViewer', 'user:bea@example.com serviceAccount:batch@campaign.iam.gserviceaccount.com'),
      bind('roles/storage.admin', 'projectEditor:orders'),
      bind('roles/storage.objectViewer', 'projectViewer:orders'),
    ],
  },
  {
    resource: secret,
    bindings: [bind('roles/secretmanager.secretAccessor', robot), bind('roles/secretmanager.secretAccessor', 'allAuthenticatedUsers')],
  },
  { resource: campaign, bindings: [bind('roles/storage.objectViewer', 'allUsers'), bind('roles/viewer', 'user:vera@example.com')] },
];

export const policies: GcpPolicies = {
  allow,
  deny: [
    {
      name: 'no-deletes',
      attachedTo: organization,
      rules: [
        {
          deniedPrincipals: ['principalSet://goog/public:all'],
          exceptionPrincipals: ['principal://goog/subject/olga@example.com', 'principalSet://goog/group/breakglass@example.com'],
          deniedPermissions: ['storage.googleapis.com/buckets.delete', 'compute.googleapis.com/instances.delete'],
        },
        {
          deniedPrincipals: ['principal://goog/subject/denied@example.com'],
          deniedPermissions: ['storage.googleapis.com/*'],
          exceptionPermissions: ['storage.googleapis.com/objects.list'],
        },
      ],
    },
    {
      name: 'no-policies-in-production',
      attachedTo: folder,
      rules: [
        {
          deniedPrincipals: ['principalSet://goog/public:all'],
          deniedPermissions: ['storage.googleapis.com/buckets.setIamPolicy'],
          denialCondition: { expression: 'resource.matchTag("123456789012/env", "prod")' },
        },
      ],
    },
    {
      name: 'campaign-only',
      attachedTo: campaign,
      rules: [{ deniedPrincipals: ['principalSet://goog/public:all'], deniedPermissions: ['storage.googleapis.com/objects.list'] }],
    },
    {
      name: 'projects',
      attachedTo: orders,
      rules: [
        {
          deniedPrincipals: ['principal://goog/subject/oscar@example.com'],
          deniedPermissions: ['cloudresourcemanager.googleapis.com/projects.setIamPolicy'],
        },
      ],
    },
  ],
  boundaries: [
    { name: 'only-campaign', principals: ['user:bound@example.com', 'group:contractors@example.com'], resources: [campaign] },
    { name: 'orders-too', principals: ['group:orders@example.com'], resources: [orders], enforced: ['storage.*'] },
    { name: 'some-day', principals: ['user:pat@example.com'], resources: [campaign], condition: { expression: 'principal.type == "x"' } },
  ],
};

export interface GcpCase {
  readonly name: string;
  readonly request: GcpRequest;
  readonly expected: 'allow' | 'implicit-deny' | 'explicit-deny' | 'if';
}

type More = Partial<GcpRequest>;
const inOrders: More = { ancestors: [orders, folder, organization] };
const places: Readonly<Record<string, More>> = {
  bucket: { resource: bucket, ...inOrders },
  object: { resource: `${bucket}/objects/public/list.csv`, ancestors: [bucket, orders, folder, organization] },
  private: { resource: `${bucket}/objects/private/list.csv`, ancestors: [bucket, orders, folder, organization] },
  secret: { resource: secret, ...inOrders },
  project: { resource: orders, ancestors: [folder, organization] },
  campaign: { resource: campaign, ancestors: [organization] },
  'campaign-bucket': { resource: '//storage.googleapis.com/projects/_/buckets/campaign', ancestors: [campaign, organization] },
  robot: { resource: '//iam.googleapis.com/projects/orders/serviceAccounts/app@orders.iam.gserviceaccount.com', ...inOrders },
  instance: { resource: '//compute.googleapis.com/projects/orders/zones/asia-northeast1-a/instances/web', ...inOrders },
};

/** `principal permission place` */
function ask(name: string, text: string, expected: GcpCase['expected'], more: More = {}): GcpCase {
  const [who = '', permission = '', place = ''] = text.split(' ');
  const principal = who === 'nobody' ? null : who.includes(':') ? who : `user:${who}@example.com`;
  return { name, request: { principal, memberOf: [], permission, resource: '', ancestors: [], ...places[place], ...more }, expected };
}

const get = 'storage.objects.get';
const at = (time: string): More => ({ attributes: { 'request.time': time } });
const typed = (type: string): More => ({ attributes: { 'resource.type': type } });

export const cases: readonly GcpCase[] = [
  ask('a role on the bucket', `bea ${get} object`, 'allow'),
  ask('… does not hold for the bucket of another project', 'bea storage.objects.list campaign', 'explicit-deny'),
  ask('… does not hold above', 'bea storage.buckets.list project', 'implicit-deny'),
  ask('… has its permissions only', 'bea storage.objects.delete object', 'implicit-deny'),
  ask('a role on the folder is inherited', `fred ${get} object`, 'allow'),
  ask('… not by a project outside of it', 'fred storage.objects.list campaign-bucket', 'explicit-deny'),
  ask('a role on the organization is inherited by all', `olga ${get} object`, 'allow'),
  ask('… also for what lies deep', 'olga storage.objects.delete private', 'allow'),
  ask('a permission of another service', 'olga compute.instances.get instance', 'implicit-deny'),
  ask('nobody who is named', `mallory ${get} object`, 'implicit-deny'),
  ask('addresses are compared without regard to case', `user:BEA@Example.COM ${get} object`, 'allow'),
  ask('a user is no service account', `serviceAccount:bea@example.com ${get} object`, 'implicit-deny'),
  ask('a service account of another project', `serviceAccount:batch@campaign.iam.gserviceaccount.com ${get} object`, 'allow'),
  ask('a basic role', 'vera compute.instances.get instance', 'allow'),
  ask('… in its project only', 'eve compute.instances.get campaign', 'implicit-deny'),
  ask('… reads no objects by itself', `oscar ${get} secret`, 'implicit-deny'),
  ask('editors create', 'eve compute.instances.create instance', 'allow'),
  ask('viewers do not', 'vera compute.instances.create instance', 'implicit-deny'),
  ask('editors set no policies', 'eve resourcemanager.projects.setIamPolicy project', 'implicit-deny'),
  ask('a custom role, but deletion is denied above', 'dan compute.instances.delete instance', 'explicit-deny'),
  ask('a custom role', 'dan compute.instances.delete instance', 'allow', { memberOf: ['group:breakglass@example.com'] }),
  ask('the editors of a project, named by the bucket', 'eve storage.objects.delete object', 'allow'),
  ask('… service accounts among them', `${robot} storage.objects.delete object`, 'allow'),
  ask('… not the owners', 'oscar storage.objects.delete object', 'implicit-deny'),
  ask('the viewers of a project, named by the bucket', `vera ${get} object`, 'allow'),
  ask('… not viewers of another project', 'vera storage.objects.delete object', 'implicit-deny'),
  ask('a member of a group', 'amy compute.instances.get instance', 'allow', { memberOf: ['group:auditors@example.com'] }),
  ask('a member of another group', 'amy compute.instances.get instance', 'implicit-deny', { memberOf: ['group:auditors@example.org'] }),
  ask('groups that nobody told', 'amy compute.instances.get instance', 'if', { memberOf: null }),
  ask('groups that nobody told may be bound to a boundary', `bea ${get} object`, 'if', { memberOf: null }),
  ask('everybody of a domain', `user:kim@partner.example.com ${get} object`, 'allow'),
  ask('… not of a domain below', `user:kim@eu.partner.example.com ${get} object`, 'implicit-deny'),
  ask('… not of a domain that ends alike', `user:kim@notpartner.example.com ${get} object`, 'implicit-deny'),
  ask('… not service accounts', `serviceAccount:kim@partner.example.com ${get} object`, 'implicit-deny'),
  ask('allUsers without signing in', `nobody ${get} campaign-bucket`, 'allow'),
  ask('… signed in', `mallory ${get} campaign-bucket`, 'allow'),
  ask('… a service account', `${robot} ${get} campaign-bucket`, 'allow'),
  ask('… not elsewhere', `nobody ${get} object`, 'implicit-deny'),
  ask('allAuthenticatedUsers is everybody with an account', 'user:mallory@gmail.example secretmanager.versions.access secret', 'allow'),
  ask('… not who did not sign in', 'nobody secretmanager.versions.access secret', 'implicit-deny'),
  ask('an account that was deleted', `gone ${get} object`, 'implicit-deny'),
  ask('an account of whom a part is not known', `user:kim@example.net ${get} object`, 'if'),
  ask('a workload by attribute', `principal://iam.googleapis.com/x ${get} object`, 'allow', {
    memberOf: ['principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/attribute.repository/minato/shop'],
  }),
  ask('a workload with another attribute', `principal://iam.googleapis.com/x ${get} object`, 'implicit-deny', {
    memberOf: ['principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/attribute.repository/mallory/shop'],
  }),
  ask(
    'a workload by subject',
    `principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/subject/main ${get} object`,
    'allow',
  ),
  ask(
    '… another subject',
    `principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/subject/topic ${get} object`,
    'implicit-deny',
  ),
  ask('taking over a service account by a role above', 'tina iam.serviceAccounts.getAccessToken robot', 'allow'),
  ask('… is no right to act as it in other services', 'tina iam.serviceAccounts.actAs robot', 'implicit-deny'),
  ask('a service account reads its secret', `${robot} secretmanager.versions.access secret`, 'allow'),
  ask('a role that nobody told us of', `ugo ${get} object`, 'if'),
  ask('… gives nobody else anything', `uma ${get} object`, 'implicit-deny'),
  ask('until a day, before it', `tim ${get} object`, 'allow', at('2026-11-22T09:00:00Z')),
  ask('… on the day', `tim ${get} object`, 'implicit-deny', at('2026-12-31T00:00:00Z')),
  ask('… at a time that nobody told', `tim ${get} object`, 'if'),
  ask('a prefix of names', `nina ${get} object`, 'allow'),
  ask('… another prefix', `nina ${get} private`, 'implicit-deny'),
  ask('… the bucket itself', 'nina storage.objects.list bucket', 'implicit-deny'),
  ask('a tag with the value', `tara ${get} object`, 'allow', { tags: { '123456789012/env': 'dev' } }),
  ask('… with another value', `tara ${get} object`, 'implicit-deny', { tags: { '123456789012/env': 'prod' } }),
  ask('… without the tag', `tara ${get} object`, 'implicit-deny', { tags: {} }),
  ask('… tags that nobody told', `tara ${get} object`, 'if', { tags: null }),
  ask('a tag whatever its value', `kate ${get} object`, 'allow', { tags: { '123456789012/env': 'prod' } }),
  ask('… without it', `kate ${get} object`, 'implicit-deny', { tags: { '123456789012/team': 'orders' } }),
  ask('hours of the day', `harry ${get} object`, 'allow', at('2026-11-22T09:00:00Z')),
  ask('… before', `harry ${get} object`, 'implicit-deny', at('2026-11-22T08:59:59Z')),
  ask('… after', `harry ${get} object`, 'implicit-deny', at('2026-11-22T18:00:00Z')),
  ask('… in another time zone stay open', `zoe ${get} object`, 'if', at('2026-11-22T08:00:00Z')),
  ask('the service, equal', `service ${get} object`, 'allow'),
  ask('the service, unequal', `other ${get} object`, 'implicit-deny'),
  ask('one of two, the other not known', `either ${get} object`, 'allow'),
  ask('both of two, one false, the other not known', `neither ${get} object`, 'implicit-deny'),
  ask('in a list', `listed ${get} object`, 'allow'),
  ask('not of a type, of another', `typed ${get} object`, 'allow', typed('storage.googleapis.com/Object')),
  ask('not of a type, of this', `typed ${get} object`, 'implicit-deny', typed('storage.googleapis.com/Bucket')),
  ask('not of a type that nobody told', `typed ${get} object`, 'if'),
  ask('a condition that cannot be read', `broken ${get} object`, 'if'),
  ask('access levels of the session', `levels ${get} object`, 'if'),
  ask('what a request would grant', `granter ${get} object`, 'if'),
  ask('a part of the name', `extract ${get} object`, 'allow'),
  ask('… that is not there', 'extract storage.objects.list campaign-bucket', 'explicit-deny'),
  ask('the end and a part of the name', `ends ${get} object`, 'allow'),
  ask('… the bucket', 'ends storage.objects.list bucket', 'implicit-deny'),
  ask('an empty condition is none', `always ${get} object`, 'allow'),
  ask('a condition that is the word true', `true ${get} object`, 'allow'),
  ask('two bindings, one open, one that holds', `twice ${get} object`, 'allow', at('2026-11-22T09:00:00Z')),
  ask('two bindings, one open, one that does not', `twice ${get} object`, 'if', at('2027-11-22T09:00:00Z')),
  ask('two bindings, both open', `twice ${get} object`, 'if'),
  ask('a denial beats a role', 'pat storage.buckets.delete bucket', 'explicit-deny'),
  ask('… not for its exceptions', 'olga storage.buckets.delete bucket', 'allow'),
  ask('… not for members of an excepted group', 'eve storage.buckets.delete bucket', 'allow', {
    memberOf: ['group:breakglass@example.com'],
  }),
  ask('… for members that nobody told of it stays open', 'eve storage.buckets.delete bucket', 'if', { memberOf: null }),
  ask('… not for other permissions', 'pat storage.objects.delete object', 'if'),
  ask('a denial without any role', 'mallory storage.buckets.delete bucket', 'explicit-deny'),
  ask('everything of a service is denied', `denied ${get} object`, 'explicit-deny'),
  ask('… but one permission', 'denied storage.objects.list bucket', 'allow'),
  ask('… in every project', 'denied storage.objects.delete campaign-bucket', 'explicit-deny'),
  ask('a denial with a condition that holds', 'olga storage.buckets.setIamPolicy bucket', 'explicit-deny', {
    tags: { '123456789012/env': 'prod' },
  }),
  ask('… that does not', 'olga storage.buckets.setIamPolicy bucket', 'allow', { tags: { '123456789012/env': 'dev' } }),
  ask('… that nobody knows leaves a condition', 'olga storage.buckets.setIamPolicy bucket', 'if', { tags: null }),
  ask('… attached to a folder that the resource is not in', 'olga storage.buckets.setIamPolicy campaign-bucket', 'allow', {
    tags: { '123456789012/env': 'prod' },
  }),
  ask('a denial of a project does not reach another', 'olga storage.objects.list bucket', 'allow'),
  ask('… reaches its own', 'olga storage.objects.list campaign-bucket', 'explicit-deny'),
  ask('a denial names the resource manager by its full name', 'oscar resourcemanager.projects.setIamPolicy project', 'explicit-deny'),
  ask('a boundary keeps a principal out', `bound ${get} object`, 'explicit-deny'),
  ask('… not from what is in it', 'bound storage.objects.delete campaign-bucket', 'allow'),
  ask('… gives nothing by itself', 'bound compute.instances.get campaign', 'implicit-deny'),
  ask('a boundary of a group', 'eve compute.instances.create instance', 'explicit-deny', { memberOf: ['group:contractors@example.com'] }),
  ask('… and a second one that holds it', 'eve storage.objects.delete object', 'allow', {
    memberOf: ['group:contractors@example.com', 'group:orders@example.com'],
  }),
  ask('… which enforces other permissions only', 'eve compute.instances.create instance', 'allow', {
    memberOf: ['group:orders@example.com'],
  }),
  ask('a boundary under a condition that nobody knows', `pat ${get} object`, 'if'),
  ask('… of what is in it', `pat ${get} campaign-bucket`, 'allow'),
];
