/** Observed ARNs → few patterns that cover them: exact names where they are few, else what they begin with. */
import { matchesStars } from '../shared/index.ts';

/** More names than this become a common beginning. */
const MAX_NAMES = 5;
/** A beginning of fewer objects or names says nothing. */
const MIN_SUPPORT = 3;
const MIN_PREFIX = 3;
/** Ids that services make up: the next one will be another. */
const MADE_UP = /^(?:[a-z]{1,12}-)?(?:[\da-f]{8,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$|^\d+$/i;

/** Sorted. Each ARN is covered by one of the patterns. */
export function patternsFor(arns: readonly string[]): readonly string[] {
  const groups = Map.groupBy([...new Set(arns)], groupOf);
  const found = [...groups].flatMap(([group, members]) => (group.startsWith('object ') ? objectPatterns(members) : namePatterns(members)));
  return withoutCovered([...new Set(found)]).toSorted();
}

function groupOf(arn: string): string {
  if (isObject(arn)) return `object ${arn.slice(0, arn.indexOf('/'))}`;
  return headOf(arn);
}

function isObject(arn: string): boolean {
  return /^arn:[^:]+:s3:::[^/]+\//.test(arn);
}

/** Everything before the name: `arn:aws:ec2:ap-northeast-1:123456789012:instance/`. */
function headOf(arn: string): string {
  const parts = arn.split(':');
  const rest = parts.slice(5).join(':');
  const type = /^[\w-]+[/:]/.exec(rest)?.[0] ?? '';
  return `${parts.slice(0, 5).join(':')}:${type}`;
}

/** Keys of objects change daily: the folder they have in common. */
function objectPatterns(arns: readonly string[]): readonly string[] {
  const bucket = `${(arns[0] ?? '').split('/')[0]}/`;
  const folders = arns.map((arn) => arn.slice(0, arn.lastIndexOf('/') + 1));
  if (arns.length < MIN_SUPPORT) return [`${bucket}*`];
  const common = commonStart(folders);
  const folder = common.slice(0, common.lastIndexOf('/') + 1);
  // Folders named by a day are as short-lived as what is in them.
  const stable = /^(.*?\/)(?:[^/]*\d{4,}[^/]*\/|dt=|year=|date=).*$/.exec(folder.slice(bucket.length))?.[1];
  return [`${stable === undefined ? (/^[^/]*\d{4}/.test(folder.slice(bucket.length)) ? bucket : folder) : `${bucket}${stable}`}*`];
}

function namePatterns(arns: readonly string[]): readonly string[] {
  const head = headOf(arns[0] ?? '');
  const names = arns.map((arn) => arn.slice(head.length).replace(/:log-stream:.*$/, ':log-stream:*'));
  const different = [...new Set(names)];
  if (different.some((name) => MADE_UP.test(name))) return [`${head}*`];
  if (different.length <= MAX_NAMES) return different.map((name) => head + name);
  const common = commonStart(different);
  const cut = Math.max(...['-', '/', '_', ':', '.'].map((mark) => common.lastIndexOf(mark))) + 1;
  return [cut >= MIN_PREFIX ? `${head}${common.slice(0, cut)}*` : `${head}*`];
}

function commonStart(texts: readonly string[]): string {
  let common = texts[0] ?? '';
  for (const text of texts) while (!text.startsWith(common)) common = common.slice(0, -1);
  return common;
}

function withoutCovered(patterns: readonly string[]): readonly string[] {
  return patterns.filter((each) => !patterns.some((other) => other !== each && matchesStars(other, each)));
}

/** `*`, `arn:aws:s3:::*`, `arn:aws:dynamodb:*:*:table/*`: names nothing beyond the kind of thing. */
export function isBroad(pattern: string): boolean {
  if (/^\*+$/.test(pattern)) return true;
  const rest = pattern.split(':').slice(5).join(':');
  return pattern.startsWith('arn:') && /^(?:[\w-]+[/:])?\*+$/.test(rest) && !/^arn:[^:]*:s3:::[\w.-]+\//.test(pattern);
}
