/** What a module's files declare, merged over its files and override files; shared by all callers of the module. */
import type { Source } from '@kumomori/model';
import type { Attribute, Block, Body, HclFile } from '../hcl/index.ts';

export interface SourcedAttribute {
  readonly attribute: Attribute;
  readonly source: Source;
}

export interface SourcedBlock {
  readonly block: Block;
  readonly source: Source;
}

/** The content of a block, possibly put together from several files. */
export interface MergedBody {
  readonly attributes: ReadonlyMap<string, SourcedAttribute>;
  readonly blocks: readonly SourcedBlock[];
}

/** A top-level block. */
export interface Declaration {
  readonly block: Block;
  readonly source: Source;
  readonly body: MergedBody;
}

export interface ModuleCode {
  readonly dir: string;
  readonly files: readonly HclFile[];
  readonly variables: ReadonlyMap<string, Declaration>;
  readonly locals: ReadonlyMap<string, SourcedAttribute>;
  /** In the order of files and lines. A second declaration of the same address is kept here, but references mean the first. */
  readonly resources: readonly Declaration[];
  readonly calls: readonly Declaration[];
  readonly outputs: ReadonlyMap<string, Declaration>;
  readonly providers: readonly Declaration[];
  readonly terraform: readonly Declaration[];
}

export type Reporter = (at: SourcedBlock | SourcedAttribute, code: string, message: string) => void;

const LABELS: Readonly<Record<string, number>> = { variable: 1, output: 1, module: 1, provider: 1, resource: 2, data: 2 };

/** Puts the blocks of a folder together: first the ordinary files, then the override files onto them. */
export function collectDeclarations(dir: string, files: readonly HclFile[], overrides: readonly HclFile[], report: Reporter): ModuleCode {
  const code = {
    variables: new Map(),
    locals: new Map(),
    outputs: new Map(),
    resources: [],
    calls: [],
    providers: [],
    terraform: [],
  } as Collected;
  const seen = new Map<string, Declaration>();
  for (const file of files) for (const block of file.body.blocks) collect({ block, source: file.source }, { code, seen, report });
  for (const file of overrides) for (const block of file.body.blocks) override({ block, source: file.source }, { code, seen, report });
  return { dir, files: [...files, ...overrides], ...code };
}

interface Collected {
  readonly variables: Map<string, Declaration>;
  readonly locals: Map<string, SourcedAttribute>;
  readonly outputs: Map<string, Declaration>;
  readonly resources: Declaration[];
  readonly calls: Declaration[];
  readonly providers: Declaration[];
  readonly terraform: Declaration[];
}

interface Target {
  readonly code: Collected;
  readonly seen: Map<string, Declaration>;
  readonly report: Reporter;
}

function collect(sourced: SourcedBlock, target: Target): void {
  const { block, source } = sourced;
  if (block.type === 'locals') return collectLocals(sourced, target, false);
  // A check may read data of its own, which nothing outside of it refers to.
  if (block.type === 'check') {
    for (const inner of block.body.blocks) if (inner.type === 'data') collect({ block: inner, source }, target);
    return;
  }
  if (block.labels.length < (LABELS[block.type] ?? 0)) {
    return target.report(
      sourced,
      'terraform-block',
      `a ${block.type} block needs ${LABELS[block.type] === 1 ? 'a name' : 'a type and a name'}`,
    );
  }
  const declaration: Declaration = { block, source, body: plainBody(block.body, source) };
  if (block.type === 'terraform') target.code.terraform.push(declaration);
  if (block.type === 'provider') target.code.providers.push(declaration);
  if (!(block.type in LABELS) || block.type === 'provider') return;
  const key = keyOf(block);
  const isDuplicate = target.seen.has(key);
  if (isDuplicate)
    target.report(
      sourced,
      'duplicate-declaration',
      `${block.type} ${block.labels.map((label) => `"${label}"`).join(' ')} is declared twice in this module`,
    );
  else target.seen.set(key, declaration);
  store(declaration, target.code, isDuplicate);
}

function store(declaration: Declaration, code: Collected, isDuplicate: boolean): void {
  const { type, labels } = declaration.block;
  const name = labels[0] ?? '';
  if (type === 'resource' || type === 'data') code.resources.push(declaration);
  else if (type === 'module') code.calls.push(declaration);
  else if (isDuplicate) return;
  else if (type === 'variable') code.variables.set(name, declaration);
  else if (type === 'output') code.outputs.set(name, declaration);
}

function keyOf(block: Block): string {
  return `${block.type} ${block.labels.join(' ')}`;
}

function collectLocals({ block, source }: SourcedBlock, { code, report }: Target, replaces: boolean): void {
  for (const attribute of block.body.attributes) {
    const sourced = { attribute, source };
    if (!replaces && code.locals.has(attribute.name))
      report(sourced, 'duplicate-declaration', `local value "${attribute.name}" is declared twice in this module`);
    else code.locals.set(attribute.name, sourced);
  }
}

/** Of an argument given twice the first counts; the parser has already said so. */
export function plainBody(body: Body, source: Source): MergedBody {
  const attributes = new Map<string, SourcedAttribute>();
  for (const attribute of body.attributes) if (!attributes.has(attribute.name)) attributes.set(attribute.name, { attribute, source });
  return { attributes, blocks: body.blocks.map((block) => ({ block, source })) };
}

function override(sourced: SourcedBlock, target: Target): void {
  const { block } = sourced;
  if (block.type === 'locals') return collectLocals(sourced, target, true);
  if (block.type === 'terraform') return collect(sourced, target);
  const base =
    block.type === 'provider' ? target.code.providers.find((provider) => isSameProvider(provider, sourced)) : target.seen.get(keyOf(block));
  if (base === undefined) return collect(sourced, target);
  const merged: Declaration = { ...base, body: mergeBodies(base.body, plainBody(block.body, sourced.source)) };
  target.seen.set(keyOf(block), merged);
  replaceDeclaration(target.code, base, merged);
}

function isSameProvider(provider: Declaration, sourced: SourcedBlock): boolean {
  const other = plainBody(sourced.block.body, sourced.source);
  return provider.block.labels[0] === sourced.block.labels[0] && aliasText(provider.body) === aliasText(other);
}

function aliasText(body: MergedBody): string {
  const value = body.attributes.get('alias')?.attribute.value;
  return value?.kind === 'literal' ? String(value.value) : '';
}

function replaceDeclaration(code: Collected, base: Declaration, merged: Declaration): void {
  for (const list of [code.resources, code.calls, code.providers]) {
    const index = list.indexOf(base);
    if (index !== -1) list[index] = merged;
  }
  const name = base.block.labels[0] ?? '';
  if (code.variables.get(name) === base) code.variables.set(name, merged);
  if (code.outputs.get(name) === base) code.outputs.set(name, merged);
}

/**
 * Arguments of the override replace those of the original one by one; nested blocks replace all blocks of the same type
 * (`lifecycle` is merged by argument). Source: Terraform language documentation, "Override Files".
 */
export function mergeBodies(base: MergedBody, over: MergedBody): MergedBody {
  const attributes = new Map([...base.attributes, ...over.attributes]);
  const replaced = new Set(over.blocks.map(({ block }) => contentType(block)));
  const kept = base.blocks.filter(({ block }) => block.type === 'lifecycle' || !replaced.has(contentType(block)));
  return { attributes, blocks: [...kept, ...over.blocks] };
}

/** A dynamic block counts as a block of the type it makes. */
function contentType(block: Block): string {
  return block.type === 'dynamic' ? (block.labels[0] ?? 'dynamic') : block.type;
}
