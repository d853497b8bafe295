/** What kind of data something holds, as its tags, its name and its kind say, and where that was read. */
import { matchesPattern } from '../policy/index.ts';
import {
  CLASS_TAGS,
  CLASS_VALUES,
  FLAG_TAGS,
  KIND_CLASSES,
  NAME_PAIRS,
  NAME_PARTS,
  NAME_WORDS,
  PRECEDENCE,
  PURPOSES,
} from './class-words.ts';
import type { EntityBase } from './entity.ts';
import type { DataClass, DataStore } from './workload.ts';

/** A rule of the user's configuration: all that is given must fit. Patterns have `*` and `?` and are compared without case. */
export interface ClassRule {
  /** One of {@link DataClass} or a word of the user's. */
  readonly class: string;
  /** What it is called in reports; the class when not given. */
  readonly name?: string;
  readonly tag?: { readonly key: string; readonly value?: string };
  /** Pattern of the store's name, ARN or address. */
  readonly names?: string;
  /** Pattern of the kind: `aws.s3.*`. */
  readonly kind?: string;
}

export interface Classified {
  readonly dataClass: string | undefined;
  /** `rule 会員DB`, `tag DataClassification=pii`, `name payroll`, `kind`; undefined when nothing says a class. */
  readonly classFrom: string | undefined;
}

/** Names longer than any cloud's are cut. */
const MAX_NAME = 512;

/**
 * The class of data: of the first rule that fits; else of a tag; else of the kind; else of its name; else of what it is called in code. Tags
 * that say a class win over names. O(rules + name).
 */
export function classify(
  entity: Pick<DataStore, 'tags' | 'name' | 'names' | 'node' | 'storeKind'>,
  rules: readonly ClassRule[] = [],
): Classified {
  const rule = rules.find((each) => fits(each, entity));
  if (rule) return { dataClass: rule.class, classFrom: `rule ${rule.name ?? rule.class}` };
  for (const [key, value] of Object.entries(entity.tags)) {
    const said = classOfTag(key, value);
    if (said === undefined) continue;
    const purpose = said === null ? byName(entity) : null;
    if (purpose && PURPOSES.has(purpose.dataClass)) return { dataClass: purpose.dataClass, classFrom: `name ${purpose.word}` };
    return { dataClass: said ?? undefined, classFrom: `tag ${key}=${value}` };
  }
  const ofKind = KIND_CLASSES[entity.storeKind];
  if (ofKind) return { dataClass: ofKind, classFrom: 'kind' };
  const named = byName(entity);
  return { dataClass: named?.dataClass, classFrom: named ? `name ${named.word}` : undefined };
}

function byName({ name, tags, node }: Pick<DataStore, 'tags' | 'name' | 'node'>): ReturnType<typeof classOfName> {
  for (const each of [name, tags['Name'], labelOf(node)]) {
    const found = each === undefined ? null : classOfName(each);
    if (found) return found;
  }
  return null;
}

/** The store with its class by the user's rules. */
export function classified(store: DataStore, rules: readonly ClassRule[]): DataStore {
  return rules.length === 0 ? store : { ...store, ...classify(store, rules) };
}

function fits(
  rule: ClassRule,
  { tags, name, names, node, storeKind }: Pick<DataStore, 'tags' | 'name' | 'names' | 'node' | 'storeKind'>,
): boolean {
  const { tag, names: pattern, kind } = rule;
  if (!tag && pattern === undefined && kind === undefined) return false;
  if (kind !== undefined && !matchesPattern(kind, storeKind)) return false;
  if (pattern !== undefined && ![...(name === undefined ? [] : [name]), ...names, node].some((each) => matches(pattern, each)))
    return false;
  return (
    !tag || Object.entries(tags).some(([key, value]) => matches(tag.key, key) && (tag.value === undefined || matches(tag.value, value)))
  );
}

function matches(pattern: string, text: string): boolean {
  return matchesPattern(pattern.toLowerCase(), text.toLowerCase());
}

/** Undefined: the tag says nothing of data; null: it says that they are of no special class. */
function classOfTag(key: string, value: string): DataClass | null | undefined {
  const plain = key.toLowerCase().replaceAll(/[-_:. /]/g, '');
  const flag = Object.hasOwn(FLAG_TAGS, plain) ? FLAG_TAGS[plain] : undefined;
  const text = value.trim().toLowerCase();
  if (flag) return /^(?:true|yes|y|1|on|あり|有|有り|含む|該当|はい)$/.test(text) ? flag : undefined;
  if (!CLASS_TAGS.has(plain)) return undefined;
  const words = new Set(wordsOf(value));
  return CLASS_VALUES.find(([, said]) => said.some((word) => (/^[a-z]/.test(word) ? words.has(word) : text.includes(word))))?.[0];
}

/** The class that a name says, and the word that says it; null when none does. O(name). */
export function classOfName(name: string): { readonly dataClass: DataClass; readonly word: string } | null {
  const text = name.slice(0, MAX_NAME);
  const part = NAME_PARTS.find(([each]) => text.includes(each));
  if (part) return { dataClass: part[1], word: part[0] };
  const words = wordsOf(text);
  const found = new Map<DataClass, string>();
  for (const [index, word] of words.entries()) {
    const pair = `${word} ${words[index + 1] ?? ''}`;
    const said = (Object.hasOwn(NAME_PAIRS, pair) ? NAME_PAIRS[pair] : undefined) ?? byWord.get(word);
    if (said && !found.has(said)) found.set(said, Object.hasOwn(NAME_PAIRS, pair) ? pair : word);
  }
  const first = PRECEDENCE.find((each) => found.has(each));
  return first ? { dataClass: first, word: found.get(first) ?? '' } : null;
}

const byWord: ReadonlyMap<string, DataClass> = new Map(
  PRECEDENCE.toReversed().flatMap((each) => NAME_WORDS[each].map((word) => [word, each])),
);

function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/\d+$/, '') || word)
    .filter((word) => word !== '');
}

/** What it is called in code: `module.db.aws_s3_bucket.customer_data["a"]` → `customer_data`; of an ARN the last part. */
function labelOf(node: EntityBase['node']): string {
  return (
    node
      .slice(0, MAX_NAME * 2)
      .replaceAll(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '')
      .split(/[.:/]/)
      .at(-1) ?? node
  );
}
