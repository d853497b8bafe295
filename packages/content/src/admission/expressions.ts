/** Parts that expressions of several rules share. */

/** A value as a literal of CEL. */
export function literal(value: string | readonly string[]): string {
  if (typeof value !== 'string') return `[${value.map(literal).join(', ')}]`;
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
}

/** A field of the security context of container `c`, as an optional value. */
export const ofContainer = (field: string): string => `c.?securityContext.?${field}`;
/** A field of the pod's security context, as an optional value. */
export const ofPod = (field: string): string => `variables.podSpec.?securityContext.?${field}`;
/** The container's word before the pod's. */
export const ofEither = (field: string): string => `${ofContainer(field)}.or(${ofPod(field)})`;

export function everyContainer(condition: string, list = 'containers'): string {
  return `variables.${list}.all(c, ${condition})`;
}

export const added = `${ofContainer('capabilities.?add')}.orValue([])`;
export const dropped = `${ofContainer('capabilities.?drop')}.orValue([])`;
/** Words of `command` and `args`. */
export const words = '(c.?command.orValue([]) + c.?args.orValue([]))';
export const env = 'c.?env.orValue([])';
export const ports = 'c.?ports.orValue([])';
export const image = "c.?image.orValue('')";

const DIGEST = String.raw`@(sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}|blake3:[a-f0-9]{64})$`;
const OTHER_DIGEST = String.raw`@[a-z0-9]+([.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$`;
/** Of registered algorithms the length has to be right. */
export const hasDigest = `(${image}.matches(r'${DIGEST}') || (${image}.matches(r'${OTHER_DIGEST}') && !${image}.matches('@(sha256|sha384|sha512|blake3):')))`;
/** Latest, by its tag or because there is neither tag nor digest. */
export const isLatest = `(!${hasDigest} && (${image}.matches(r'^[^@]*:latest(@.*)?$') || !${image}.matches(r'^[^@]*:[^/@]*(@.*)?$')))`;

/** The last part of the repository, and the tag when `tag` is given: both as patterns. */
export function isImage(name: string, tag = '[^/@]*'): string {
  const end = tag === '[^/@]*' ? '(:[^/@]*)?(@.*)?$' : `:v?(${tag})([^0-9].*)?$`;
  return `${image}.matches(r'(^|/)${name}${end}')`;
}

export interface Grant {
  readonly verbs: readonly string[];
  readonly resources: readonly string[];
  /** `''` is the core group. */
  readonly group: string;
}

/** Some rule allows one of the verbs on one of the resources; a rule for single objects does not. */
export function grants({ verbs, resources, group }: Grant): string {
  const wanted = ['*', ...resources.flatMap(covering)];
  return `variables.rules.exists(r, r.?resources.orValue([]).exists(x, x in ${literal(wanted)}) && r.verbs.exists(v, v in ${literal(['*', ...verbs])}) && r.?apiGroups.orValue([]).exists(g, g in ${literal(['*', group])}) && r.?resourceNames.orValue([]).size() == 0)`;
}

function covering(resource: string): readonly string[] {
  const [kind = '', subresource] = resource.split('/');
  return subresource === undefined ? [resource] : [resource, `${kind}/*`, `*/${subresource}`];
}

export const everything = "variables.rules.exists(r, '*' in r.?resources.orValue([]) && '*' in r.verbs)";
