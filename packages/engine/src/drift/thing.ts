/** A declared block with everything the model sees in it: a role is a role, and its inline policies are a policy. */
import type { CodeRoot, DeclaredResource, RegisteredReader, Resource } from '@kumomori/model';
import { readerNames, referenceOf } from '@kumomori/model';
import type { ResourceSet } from '../checks/index.ts';

export interface Thing {
  readonly root: CodeRoot;
  readonly declared: DeclaredResource;
  /** What people mean by it. */
  readonly main: Resource;
  /** All that the model sees in it, `main` among them. */
  readonly views: readonly Resource[];
}

/** A root module, template, folder of manifests or live account, read. */
export interface Side {
  readonly root: CodeRoot;
  readonly things: readonly Thing[];
  /** Names of things that other blocks add to, which are not in this root themselves. */
  readonly stubs: readonly Resource[];
  /** Blocks that live accounts hold as a part of another thing, cut otherwise: they are not compared one by one. */
  readonly inAnother: readonly Thing[];
  readonly set: ResourceSet;
}

/** Types by which a thing is seen only as one of many: whatever has tags, holds data, may be locked. */
const GENERAL = /\.(?:core|governance|resource|shield)\./;

/** Blocks that a check judges where they are written, though they are nothing without what they add to: that is compared. */
const PART =
  /^(?:deploymentTemplate|AWS::S3::BucketPolicy|aws_s3_bucket_policy|AWS::Lambda::Url|aws_lambda_function_url|AWS::Shield::Protection|aws_shield_protection|aws_api_gateway_method_settings|azurerm_postgresql_(?:flexible_server_)?configuration|microsoft\.dbforpostgresql\/.+\/configurations|azurerm_mssql_server_security_alert_policy|microsoft\.sql\/servers\/securityalertpolicies|google_(?:storage_bucket|service_account)_iam_(?:member|binding))$/i;

/** Policies and attachments of principals, grants of Google Cloud: code has members, answers have bindings. */
const IN_ANOTHER =
  /^(?:aws_iam_(?:user|group|role)_policy|aws_iam_(?:(?:user|group|role)_)?policy_attachments?(?:_exclusive)?|aws_iam_(?:user_)?group_membership|aws_ssoadmin_(?:managed_policy_attachment|permission_set_inline_policy)|AWS::IAM::(?:UserToGroupAddition|Policy|RolePolicy|UserPolicy|GroupPolicy)|google_\w+_iam_(?:member|binding|policy)|azurerm_kubernetes_cluster_node_pool|microsoft\.containerservice\/managedclusters\/agentpools)$/i;

/** The things of a root, in the order of its resources. Data sources are no things: they are read, not managed. O(resources). */
export function sideOf(root: CodeRoot, set: ResourceSet, readers: readonly RegisteredReader[]): Side {
  const declared = new Map(root.resources.map((each) => [referenceOf(each), each]));
  const mainTypes = mainTypesOf(readers);
  const views = new Map<DeclaredResource, Resource[]>();
  const stubs: Resource[] = [];
  const inAnother = new Map<DeclaredResource, Resource>();
  for (const resource of set.byKey.values()) {
    const block = declared.get(resource.key.slice(`${root.dir}|${resource.type}|`.length));
    const types = mainTypes.get(resource.type);
    if (!block || block.mode === 'data' || !types || types === ANCHORED || PART.test(block.type)) continue;
    if (IN_ANOTHER.test(block.type)) inAnother.set(block, resource);
    else if (!types.has(block.type.toLowerCase())) stubs.push(resource);
    else views.set(block, [...(views.get(block) ?? []), resource]);
  }
  const things = [...views].map(([block, all]): Thing => ({ root, declared: block, main: mainOf(all, block.type), views: all }));
  const parts = [...inAnother].map(([block, main]): Thing => ({ root, declared: block, main, views: [main] }));
  return { root, things, stubs, set, inAnother: parts };
}

/** Account-wide sums of many blocks are no thing that anybody makes or changes. */
const ANCHORED: ReadonlySet<string> = new Set();

const typesIn = new WeakMap<readonly RegisteredReader[], ReadonlyMap<string, ReadonlySet<string>>>();

/** Resource type → block types in lower case; the same for every root that a list of readers reads. */
function mainTypesOf(readers: readonly RegisteredReader[]): ReadonlyMap<string, ReadonlySet<string>> {
  const known = typesIn.get(readers);
  if (known) return known;
  const types = new Map(readers.map((each) => [each.type, typesOf(each)]));
  typesIn.set(readers, types);
  return types;
}

function typesOf(reader: RegisteredReader): ReadonlySet<string> {
  const all = ([...readerNames, 'live'] as const).flatMap((name) => reader[name] ?? []);
  if (all.some((each) => each.anchor)) return ANCHORED;
  return new Set(all.flatMap(({ types }) => types.map((type) => type.toLowerCase())));
}

/** Among the views of a block the one that has its name, else the one that says most of it; general ones last. */
function mainOf(views: readonly Resource[], blockType: string): Resource {
  const words = blockType.toLowerCase().replaceAll(/[^a-z]/g, '');
  const weight = ({ type, fields }: Resource): number => {
    const isNamesake = words.endsWith(type.slice(type.lastIndexOf('.') + 1).replaceAll('-', ''));
    return (GENERAL.test(type) ? 0 : 1000) + (isNamesake ? 500 : 0) + Object.keys(fields.fields).length;
  };
  return views.reduce((best, each) => (weight(each) > weight(best) ? each : best));
}

export function isGeneral({ type }: Resource): boolean {
  return GENERAL.test(type);
}
