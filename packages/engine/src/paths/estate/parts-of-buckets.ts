/** Folders of buckets that policies speak of: who may read one of them reads data of the bucket. */
import type { Building } from './context.ts';
import { field, isObject, listed } from './new-things.ts';

const MAX_FOLDERS = 20;
const OBJECTS = /^arn:[^:]*:s3:::([^/]+)\/(.+)$/;

/** For buckets by their ARN: one object in each folder that a statement allows something on, wildcards filled. O(statements × buckets with wildcards). */
export function partsOfBuckets({ iam, estate }: Building, buckets: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = new Map(buckets.map((arn) => [arn.slice(arn.lastIndexOf(':') + 1), arn]));
  const documents = new Set<unknown>();
  for (const { identity, boundary } of iam.principals)
    for (const { document } of [...identity, ...(boundary ?? [])]) documents.add(document);
  for (const { document } of estate.all('aws.resource-policy'))
    if (document !== undefined && 'document' in document) documents.add(document.document);
  const found = new Map<string, Set<string>>();
  const add = (name: string, folder: string) => {
    const arn = known.get(name);
    if (arn === undefined) return;
    const parts = found.get(arn) ?? new Set<string>();
    found.set(arn, parts);
    if (parts.size < MAX_FOLDERS) parts.add(`${arn}/${folder.replaceAll('*', '~any').replaceAll('?', '0')}`);
  };
  for (const text of new Set([...documents].flatMap(resourcesOf))) {
    const [, name = '', folder = '*'] = OBJECTS.exec(text) ?? [];
    if (folder === '*' || name === '') continue;
    if (!/[*?]/.test(name)) add(name, folder);
    // A statement on every bucket does not say that this one has such a folder.
    else if (/[^*?]{3}/.test(name)) for (const each of known.keys()) if (fits(name, each)) add(each, folder);
  }
  return new Map([...found].map(([arn, parts]) => [arn, [...parts]]));
}

function resourcesOf(document: unknown): readonly string[] {
  if (!isObject(document)) return [];
  return listed(field(document, 'Statement')).flatMap((each) =>
    isObject(each) && field(each, 'Effect') === 'Allow' ? listed(field(each, 'Resource')).filter((text) => typeof text === 'string') : [],
  );
}

/** Linear: what lies between wildcards is looked for from left to right. A `?` counts as `*`. */
function fits(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split(/[*?]+/);
  const last = rest.at(-1) ?? '';
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of rest.slice(0, -1)) {
    const next = name.indexOf(part, at);
    if (next === -1) return false;
    at = next + part.length;
  }
  return at <= name.length - last.length;
}
