/**
 * Which account code is for, where it says so: the provider's `allowed_account_ids` or `assume_role`, or ARNs with a number that name what
 * this very code makes (`arn:aws:iam::123456789012:role/app` beside a role `app`).
 */
import type { CodeRoot } from '../../code/index.ts';
import { BlockReader } from '../../code/index.ts';
import type { DeclaredBlock } from '../../declared.ts';
import { partsOf } from '../../value.ts';
import type { TemplateValue, Value } from '../../value.ts';
import { known, texts } from '../undecided.ts';

const ACCOUNT = /^\d{12}$/;
const NUMBERED_ARN = /arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(\d{12}):([\w+=,.@/:-]+)/g;
/** Attributes that hold names, in both spellings. Shorter ones are too common to prove anything. */
const NAME = /^(?:name|bucket|.*_name|identifier|[A-Z]\w*Name)$/;
const MIN_NAME = 4;

/** By the key of the provider configuration; only those that say it. */
export function providerAccounts({ providers = [] }: CodeRoot): ReadonlyMap<string, string> {
  return new Map(
    providers.flatMap(({ key, name = key, block }): readonly (readonly [string, string])[] => {
      if (!block || name.split('.')[0] !== 'aws') return [];
      const account = accountOfProvider(block);
      return account === null ? [] : [[key, account]];
    }),
  );
}

function accountOfProvider(block: DeclaredBlock): string | null {
  const reader = new BlockReader({ kind: 'present', block }, { range: block.head, via: null, owner: '' }, null);
  const { items, rest } = texts(reader.strings('allowed_account_ids'));
  const [only] = items;
  if (items.length === 1 && rest === null && only !== undefined && ACCOUNT.test(only)) return only;
  const { readers } = reader.blocks('assume_role');
  const roles = readers.map((each) => known(each.string('role_arn')));
  const last = roles.at(-1);
  return typeof last === 'string' ? (/^arn:[^:]*:iam::(\d{12}):/.exec(last)?.[1] ?? null) : null;
}

/** Of a root without such a provider; null when nothing says it, or several accounts are named like that. Linear in the size of its values. */
export function accountByNames({ resources }: CodeRoot): string | null {
  const names = new Set<string>();
  for (const { block, mode } of resources) {
    if (mode !== 'managed') continue;
    for (const [key, { value }] of block.attributes)
      if (NAME.test(key) && value.kind === 'string' && value.value.length >= MIN_NAME) names.add(value.value);
  }
  if (names.size === 0) return null;
  const found = new Set<string>();
  const seen = new Set<Value>();
  for (const { block } of resources) collect(block, { names, found, seen });
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

interface Collecting {
  readonly names: ReadonlySet<string>;
  readonly found: Set<string>;
  readonly seen: Set<Value>;
}

function collect({ attributes, blocks }: DeclaredBlock, collecting: Collecting): void {
  for (const { value } of attributes.values()) collectValue(value, collecting);
  for (const block of blocks) collect(block, collecting);
}

function collectValue(first: Value, collecting: Collecting): void {
  const open = [first];
  for (let value = open.pop(); value; value = open.pop()) {
    if (value.kind === 'string') collectText(value.value, collecting);
    else if (value.kind === 'template' || value.kind === 'map' || value.kind === 'list' || value.kind === 'set') {
      if (collecting.seen.has(value)) continue;
      collecting.seen.add(value);
      if (value.kind === 'template') collectParts(value, collecting);
      open.push(...partsOf(value));
    }
  }
}

function collectParts({ parts }: TemplateValue, collecting: Collecting): void {
  for (const part of parts) if (typeof part === 'string') collectText(part, collecting);
}

function collectText(text: string, { names, found }: Collecting): void {
  if (!text.includes('arn:aws')) return;
  for (const [, account = '', rest = ''] of text.matchAll(NUMBERED_ARN)) {
    const name = rest.slice(Math.max(rest.lastIndexOf('/'), rest.lastIndexOf(':')) + 1);
    if (names.has(name)) found.add(account);
  }
}
