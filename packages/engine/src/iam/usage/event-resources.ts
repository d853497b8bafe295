/** The resources an event is about, as ARNs: what the record names itself, else the ARN templates of the action filled in from its parameters. */
import type { Json } from '@kumomori/model';
import { isJsonObject } from '@kumomori/model';
import type { ActionInfo } from '../aws/index.ts';
import { matchesStars } from '../shared/index.ts';
import { textIn } from './json.ts';

export interface EventPlace {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** Variables of templates whose parameter is called otherwise, in lower case. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  objectname: ['key'],
  securitygroupid: ['groupid', 'securitygroupid'],
  rolenamewithpath: ['rolename'],
  usernamewithpath: ['username'],
  groupnamewithpath: ['groupname'],
  instanceprofilenamewithpath: ['instanceprofilename'],
  queuename: ['queuename'],
  topicname: ['name'],
  hostedzoneid: ['hostedzoneid', 'id'],
  dbinstancename: ['dbinstanceidentifier'],
  dbclusterinstancename: ['dbclusteridentifier'],
  streamname: ['streamname', 'deliverystreamname'],
  keyid: ['keyid'],
};
const MAX_RESOURCES = 50;

/** Sorted, each once; empty: not known. `texts`: parameters of the event by lower-case name. */
export function resourcesOfEvent(
  record: Json,
  { info, texts, place }: { readonly info: ActionInfo; readonly texts: ReadonlyMap<string, readonly string[]>; readonly place: EventPlace },
): readonly string[] {
  const shapes = info.resourceTypes.flatMap(({ arns }) => arns);
  if (shapes.length === 0) return [];
  const listed = isJsonObject(record) && Array.isArray(record['resources']) ? (record['resources'] as readonly Json[]) : [];
  const named = [
    ...listed.slice(0, MAX_RESOURCES).flatMap((each) => textIn(each, 'ARN') ?? textIn(each, 'arn') ?? []),
    ...[...texts.values()].flat(),
  ];
  const found = new Set(named.filter((text) => text.startsWith('arn:') && shapes.some((shape) => isOfShape(text, shape))));
  for (const { arns } of info.resourceTypes) {
    if (arns.some((shape) => [...found].some((arn) => isOfShape(arn, shape)))) continue;
    for (const shape of arns) for (const arn of filledIn(shape, texts, place)) found.add(arn);
  }
  return [...found].slice(0, MAX_RESOURCES).toSorted();
}

/** Every type the action always needs is among them. */
export function isComplete({ resourceTypes }: ActionInfo, resources: readonly string[]): boolean {
  if (resourceTypes.length === 0) return true;
  const covered = resourceTypes
    .filter(({ required }) => required)
    .every(({ arns }) => arns.some((shape) => resources.some((arn) => isOfShape(arn, shape))));
  return covered && resources.length > 0;
}

const patterns = new Map<string, string>();

/** By service and form; names of buckets hold no slash. */
export function isOfShape(arn: string, shape: string): boolean {
  if (shape.endsWith(':::${BucketName}') && arn.includes('/')) return false;
  const pattern = patterns.get(shape) ?? shape.replaceAll(/\$\{\w+\}/g, '*');
  patterns.set(shape, pattern);
  return matchesStars(pattern, arn) && arn.split(':')[2] === pattern.split(':')[2];
}

/** At most one variable may have several values: which belong together would be guessed. */
function filledIn(
  shape: string,
  texts: ReadonlyMap<string, readonly string[]>,
  { partition, region, account }: EventPlace,
): readonly string[] {
  const fixed: Readonly<Record<string, string>> = { Partition: partition, Region: region, Account: account };
  let made: readonly string[] = [shape];
  let plural = 0;
  for (const [, name = ''] of shape.matchAll(/\$\{(\w+)\}/g)) {
    const values = fixed[name] === undefined ? valuesOf(name, texts) : [fixed[name]];
    if (values.length > 1) plural += 1;
    if (values.length === 0 || plural > 1) return [];
    made = made.flatMap((text) => values.map((value) => text.replace(`\${${name}}`, () => value)));
  }
  return made;
}

function valuesOf(variable: string, texts: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const name = variable.toLowerCase();
  // Parts of a queue's address, and of a secret's name: the ARN of a secret ends in six characters that only it knows.
  if (name === 'queuename')
    return (texts.get('queueurl') ?? texts.get('queuename') ?? []).map((text) => text.slice(text.lastIndexOf('/') + 1));
  if (name === 'secretid') return [];
  const values = (PARAMETERS[name] ?? [name]).flatMap((each) => texts.get(each) ?? []);
  // ARNs were looked at as such; a name with an alias in it is another thing's.
  return values
    .filter((value) => !value.startsWith('arn:') && !value.startsWith('alias/') && !/[*?]/.test(value))
    .map((value) => (name === 'functionname' ? (value.split(':')[0] ?? value) : value));
}
