/** TARGETs of every kind → one estate: code is evaluated, snapshots are opened, accounts are joined by names. */
import { dirname } from 'node:path';
import type { CodeKind, CoverageGap, DeclaredResource, Diagnostic, Estate, Language, Range, Source } from '@kumomori/model';
import { IamMemory } from '@kumomori/engine';
import { bareAddress, EstateMemory, readEstate, startLine } from '@kumomori/model';
import type { EvaluatedRoot, FileTree } from '@kumomori/parsers';
import { evaluateCode, TerraformMemory } from '@kumomori/parsers';
import { findConfigFile } from '../config/index.ts';
import type { OriginTarget } from '../findings/index.ts';
import { nameFiles } from '../findings/index.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import { configVariableFiles } from './config-variable-files.ts';
import type { Target, TargetFolder } from './targets.ts';
import { locateTarget, mergeTargets, openTarget } from './targets.ts';

/** Nothing is taken from the process. */
export interface ReadEstateOptions {
  /** Folders and files of code, snapshots, in any mixture. */
  readonly targets: readonly string[];
  readonly cwd: string;
  readonly language: Language;
  readonly configFile?: string | null;
  readonly varFiles?: readonly string[];
  readonly variables?: ReadonlyMap<string, string>;
  readonly workspace?: string | null;
  /** The account of code that does not say its own; default: the only live account of AWS among the TARGETs. */
  readonly account?: string | null;
  /** Texts in place of what files hold, by absolute path. */
  readonly opened?: ReadonlyMap<string, string>;
  /** Shared by readings of nearly the same code, as before and after a change. */
  readonly memory?: ReadingMemory;
}

export interface ReadingMemory {
  /** One for each TARGET, by its position: files of two TARGETs of one reading may have the same names. */
  terraform(position: number): TerraformMemory;
  readonly estate: EstateMemory;
  readonly iam: IamMemory;
}

/** For readings of the same TARGETs in the same order, one after the other. */
export function readingMemory(): ReadingMemory {
  const terraform: TerraformMemory[] = [];
  return { terraform: (position) => (terraform[position] ??= new TerraformMemory()), estate: new EstateMemory(), iam: new IamMemory() };
}

/** What was read, and what the analyses' answers are told with. */
export interface EstateRead {
  readonly estate: Estate;
  /** As `PROVIDER:ACCOUNT`. */
  readonly liveAccounts: readonly string[];
  readonly resources: number;
  readonly gaps: readonly CoverageGap[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files of code, as far as they lie in a TARGET, with how findings name them. */
  readonly code: readonly { readonly tree: FileTree; readonly shown: (path: string) => string }[];
  /** A place as findings name it. */
  readonly shown: (range: Range) => { readonly file: string; readonly line: number };
}

/** What has resources of clouds or clusters; others are texts that people read. */
const ESTATE_KINDS: ReadonlySet<CodeKind> = new Set([
  'terraform',
  'terraform-plan',
  'terraform-state',
  'cloudformation',
  'arm',
  'kubernetes',
  'live',
] as const);

/** Throws AppErrors for what the user has to correct: TARGETs, kumomori.yaml, variable files. */
export async function readEstateOf(options: ReadEstateOptions): Promise<EstateRead> {
  const messages = messagesIn(options.language);
  const located = mergeTargets(options.targets.map((path) => locateTarget(path, { cwd: options.cwd, messages })));
  const settings = await terraformSettings(options, located, messages);
  const roots: EvaluatedRoot[] = [];
  const diagnostics: Diagnostic[] = [];
  const gaps: CoverageGap[] = [];
  const names = new Names();
  const code: EstateRead['code'][number][] = [];
  const opened = options.opened ? { opened: options.opened } : {};
  for (const [position, place] of located.entries()) {
    const target = openTarget(place, {
      cwd: options.cwd,
      messages,
      varFiles: settings.varFiles,
      onRead: () => {},
      alsoWithin: [],
      ...opened,
    });
    const read = readTarget(target, settings, options.memory?.terraform(position));
    const { path, folder, onlyFiles } = target;
    const writtenFolder = onlyFiles === null ? path : dirname(path);
    const origin = nameFiles({ path, folder, writtenFolder, cwd: options.cwd, isOnlyOne: located.length === 1 });
    names.add(origin, read);
    if (!target.live) code.push({ tree: target.disk.tree, shown: (each) => origin.shown(each) });
    roots.push(...read.roots);
    diagnostics.push(...read.diagnostics());
    gaps.push(...(target.live?.gaps ?? []));
  }
  const live = roots.filter(({ kind }) => kind === 'live');
  const accounts = live.filter(({ cloud }) => cloud === 'aws').map(({ account }) => account);
  const account = options.account ?? (accounts.length === 1 ? accounts[0] : undefined);
  const failed = ({ address, block }: DeclaredResource, error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    const { file, line } = names.shown(block.head);
    diagnostics.push({
      severity: 'error',
      file,
      line,
      column: null,
      code: 'internal',
      message: `${address} could not be read: ${reason}`,
    });
  };
  return {
    estate: readEstate(roots, {
      ...(account !== undefined && { account }),
      failed,
      ...(options.memory && { memory: options.memory.estate }),
    }),
    liveAccounts: live.map(({ cloud, account: id }) => `${cloud ?? ''}:${id ?? ''}`),
    resources: roots.reduce((sum, root) => sum + root.resources.filter(({ mode }) => mode === 'managed').length, 0),
    gaps,
    diagnostics,
    code,
    shown: (range) => names.shown(range),
  };
}

interface Settings {
  readonly workspace: string;
  readonly variables: ReadonlyMap<string, string>;
  readonly varFiles: readonly string[];
}

async function terraformSettings(options: ReadEstateOptions, located: readonly TargetFolder[], messages: Messages): Promise<Settings> {
  const { varFiles = [], variables = new Map(), workspace, configFile = null, cwd } = options;
  const folders = located.map(({ folder }) => folder);
  if (configFile === null && findConfigFile([...folders, cwd]) === null) return { workspace: workspace ?? 'default', variables, varFiles };
  // The catalogue of checks is only needed to read kumomori.yaml.
  const [{ productCatalogue }, { loadConfig }] = await Promise.all([import('../catalogue/index.ts'), import('./load-config.ts')]);
  const { config, folder } = await loadConfig({ configFile, cwd }, { located, catalogue: productCatalogue(), messages });
  const fromConfig = configVariableFiles(config.terraform.varFiles, { configFolder: folder, targets: folders, cwd, messages });
  return {
    workspace: workspace ?? config.terraform.workspace ?? 'default',
    variables: new Map([...config.terraform.variables, ...variables]),
    varFiles: [...fromConfig, ...varFiles],
  };
}

interface ReadTarget {
  readonly roots: readonly EvaluatedRoot[];
  readonly sources: readonly Source[];
  /** Complete once the roots were read. */
  diagnostics(): readonly Diagnostic[];
}

function readTarget(target: Target, { workspace, variables, varFiles }: Settings, memory: TerraformMemory | undefined): ReadTarget {
  if (target.live) return { roots: [...target.live.roots()], sources: [], diagnostics: target.live.diagnostics };
  const parameterFiles = target.variableFiles.filter((path) => /\.(?:json|ya?ml)$/.test(path));
  const read = evaluateCode(target.disk.tree, {
    terraform: { workspace, variables, varFiles: varFiles.length === 0 ? [] : target.variableFiles, ...(memory && { memory }) },
    cloudformation: { parameters: variables, parameterFiles },
    secrets: false,
  });
  const exported = target.exports.live;
  const { onlyFiles } = target;
  const isNamed = (root: EvaluatedRoot): boolean =>
    onlyFiles === null || onlyFiles.includes(root.dir) || root.resources.some(({ block }) => onlyFiles.includes(block.range.source.path));
  const roots = withoutDoubles(read.roots.filter((root) => ESTATE_KINDS.has(root.kind) && isNamed(root)));
  return {
    roots: exported ? [...roots, ...exported.roots()] : roots,
    sources: [...read.files.values()].map(({ source }) => source),
    diagnostics: () => [...read.diagnostics, ...target.disk.diagnostics(), ...(exported?.diagnostics() ?? [])],
  };
}

/** A plan says more than the code it was made from, and code says more than its state: each block counts once. */
function withoutDoubles(roots: readonly EvaluatedRoot[]): readonly EvaluatedRoot[] {
  const planned = addressesIn(roots, 'terraform-plan');
  const kept = planned.size === 0 ? roots : roots.filter((root) => root.kind !== 'terraform' || !isMostlyIn(root, planned));
  const known = new Set([...addressesIn(kept, 'terraform'), ...addressesIn(kept, 'terraform-plan')]);
  if (known.size === 0) return kept;
  return kept.map((root) =>
    root.kind === 'terraform-state'
      ? { ...root, resources: root.resources.filter(({ address }) => !known.has(bareAddress(address))) }
      : root,
  );
}

function addressesIn(roots: readonly EvaluatedRoot[], kind: CodeKind): ReadonlySet<string> {
  return new Set(
    roots.filter((root) => root.kind === kind).flatMap(({ resources }) => resources.map(({ address }) => bareAddress(address))),
  );
}

function isMostlyIn({ resources }: EvaluatedRoot, planned: ReadonlySet<string>): boolean {
  const managed = resources.filter(({ mode }) => mode === 'managed');
  return managed.length > 0 && managed.filter(({ address }) => planned.has(bareAddress(address))).length * 2 > managed.length;
}

/** With several TARGETs the name of a file begins with its TARGET's. */
class Names {
  readonly #bySource = new WeakMap<Source, OriginTarget>();
  readonly #targets: OriginTarget[] = [];

  add(target: OriginTarget, { roots, sources }: Pick<ReadTarget, 'roots' | 'sources'>): void {
    this.#targets.push(target);
    for (const source of sources) this.#bySource.set(source, target);
    for (const { resources } of roots) for (const { block } of resources) this.#bySource.set(block.range.source, target);
  }

  shown(range: Range): { readonly file: string; readonly line: number } {
    const target = this.#bySource.get(range.source) ?? this.#targets[0];
    return { file: target?.shown(range.source.path) ?? range.source.path, line: startLine(range) };
  }
}
