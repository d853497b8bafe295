/** Which physical resource a template's block became, and whether it was deployed at all: from the recorded stacks of an account, else from the tags that stacks set. */
import type { DeclaredResource, Diagnostic, Json, JsonObject, Value } from '@kumomori/model';
import { isJsonObject, itemsAt, textOf } from '@kumomori/model';
import type { Side } from '@kumomori/engine';
import type { Messages } from '../i18n/index.ts';
import { openSnapshot } from '../snapshots/index.ts';

interface StackPart {
  readonly type: string | null;
  readonly names: readonly string[];
}

/** Parts by logical id. */
type Stack = Map<string, StackPart>;

export interface StackOptions {
  /** The snapshot's folder. */
  readonly folder: string;
  /** Null: any. */
  readonly only: readonly string[];
  readonly messages: Messages;
  readonly report: (diagnostic: Diagnostic) => void;
}

export interface Deployment {
  /** The physical ids of a block of a template; null when no stack was made from it. */
  readonly stackNames: (declared: DeclaredResource) => readonly string[] | null;
  /** Null: not in a template, or not every stack is known. */
  readonly isDeployed: (declared: DeclaredResource) => boolean | null;
}

/** O(templates · stacks). */
export function deployment(code: readonly Side[], live: readonly Side[], options: StackOptions): Deployment {
  const templates = code.filter(({ root }) => root.kind === 'cloudformation');
  if (templates.length === 0) return { stackNames: () => null, isDeployed: () => null };
  const stacks = stacksOf(live, options);
  const isComplete = options.only.length === 0 && areStacksKnown(live, options.folder);
  const found = new Map<DeclaredResource, readonly string[]>();
  const missing = new Set<DeclaredResource>();
  for (const { root } of templates) {
    const ranked = [...stacks].map(([name, parts]) => ({ name, parts, score: scoreOf(root.resources, parts) }));
    const best = Math.max(0, ...ranked.map(({ score }) => score));
    const fitting = best === 0 ? [] : ranked.filter(({ score }) => score === best);
    if (fitting.length > 1) {
      const names = fitting
        .map(({ name }) => name)
        .slice(0, 5)
        .join(', ');
      const message = options.messages.drift.diagnostics.stackAmbiguous(root.dir, names);
      options.report({ severity: 'warning', file: root.dir, line: null, column: null, code: 'stack-ambiguous', message });
      continue;
    }
    for (const each of root.resources) {
      const part = fitting[0]?.parts.get(each.address);
      if (part) found.set(each, part.names);
      else if (isComplete) missing.add(each);
    }
  }
  return {
    stackNames: (declared) => found.get(declared) ?? null,
    isDeployed: (declared) => (found.has(declared) ? true : missing.has(declared) ? false : null),
  };
}

/** Every account listed its stacks, and those their resources. */
function areStacksKnown(live: readonly Side[], folder: string): boolean {
  const snapshot = openSnapshot(folder);
  const accounts = live.flatMap(({ root }) => (root.cloud === 'aws' && root.account !== undefined ? [root.account] : []));
  return (
    accounts.length > 0 &&
    accounts.every((account) => {
      const calls = snapshot.recordedCalls('aws', account);
      const [stacks, parts] = [calls.of('cloudformation', 'DescribeStacks'), calls.of('cloudformation', 'ListStackResources')];
      const asked = new Set(parts.map(({ record }) => textOf(record.request, 'StackName')));
      const isListed = (stack: Json): boolean =>
        textOf(stack, 'StackStatus') === 'REVIEW_IN_PROGRESS' || asked.has(textOf(stack, 'StackId'));
      return (
        stacks.length > 0 &&
        [...stacks, ...parts].every(({ record }) => record.error === undefined || record.error.code === 'ValidationError') &&
        stacks.every(({ record }) => itemsAt(record.response, 'Stacks').every(isListed))
      );
    })
  );
}

/** Logical ids that both have, of the same type where the stack says it; at least half of the smaller one must fit. */
function scoreOf(resources: readonly DeclaredResource[], parts: Stack): number {
  const same = resources.filter(({ address, type }) => {
    const part = parts.get(address);
    return part !== undefined && (part.type === null || part.type === type);
  }).length;
  return same * 2 >= Math.min(resources.length, parts.size) ? same : 0;
}

function stacksOf(live: readonly Side[], { folder, only }: StackOptions): ReadonlyMap<string, Stack> {
  const stacks = new Map<string, Stack>();
  const put = (stack: string, logical: string, part: StackPart): void => {
    if (only.length > 0 && !only.includes(stack)) return;
    const parts = stacks.get(stack) ?? new Map<string, StackPart>();
    stacks.set(stack, parts);
    parts.set(logical, {
      type: part.type ?? parts.get(logical)?.type ?? null,
      names: [...(parts.get(logical)?.names ?? []), ...part.names],
    });
  };
  recordedParts(folder, live, put);
  for (const { things } of live)
    for (const { declared } of things) {
      const tags = tagsOf(declared);
      const [stack, logical] = [tags.get('aws:cloudformation:stack-name'), tags.get('aws:cloudformation:logical-id')];
      if (stack !== undefined && logical !== undefined) put(stack, logical, { type: null, names: [declared.address] });
    }
  return stacks;
}

function recordedParts(folder: string, live: readonly Side[], put: (stack: string, logical: string, part: StackPart) => void): void {
  const snapshot = openSnapshot(folder);
  for (const { root } of live) {
    if (root.cloud !== 'aws' || root.account === undefined) continue;
    const calls = snapshot.recordedCalls('aws', root.account);
    const records = ['ListStackResources', 'DescribeStackResources'].flatMap((operation) => calls.of('cloudformation', operation));
    for (const { record } of records) {
      const asked = stackNameOf(textOf(record.request, 'StackName') ?? '');
      const items = [...itemsAt(record.response, 'StackResourceSummaries'), ...itemsAt(record.response, 'StackResources')];
      for (const item of items.filter(isJsonObject)) {
        const part = partOf(item);
        const stack = stackNameOf(textOf(item, 'StackName') ?? asked);
        if (part && stack !== '') put(stack, part.logical, part);
      }
    }
  }
}

function partOf(item: JsonObject): (StackPart & { readonly logical: string }) | null {
  const [logical, physical] = [textOf(item, 'LogicalResourceId'), textOf(item, 'PhysicalResourceId')];
  return logical === undefined || physical === undefined
    ? null
    : { logical, type: textOf(item, 'ResourceType') ?? null, names: [physical] };
}

/** `arn:aws:cloudformation:…:stack/orders/…` → `orders` */
function stackNameOf(name: string): string {
  return /:stack\/([^/]+)/.exec(name)?.[1] ?? name;
}

function tagsOf({ block }: DeclaredResource): ReadonlyMap<string, string> {
  const tags = block.attributes.get('Tags')?.value;
  const text = (value: Value | undefined): string => (value?.kind === 'string' ? value.value : '');
  const items = tags?.kind === 'list' ? tags.items : [];
  return new Map(items.flatMap((item) => (item.kind === 'map' ? [[text(item.entries.get('Key')), text(item.entries.get('Value'))]] : [])));
}
