/** The code and the states of a drift run, ready to be compared. */
import { dirname, resolve } from 'node:path';
import type { CodeKind, DeclaredResource, Diagnostic } from '@kumomori/model';
import { resourceReaders } from '@kumomori/model';
import type { Side, StateInstances } from '@kumomori/engine';
import { knownBy, namesInState, prepared, sideOf, stateInstances, withStateValues } from '@kumomori/engine';
import type { EvaluatedRoot } from '@kumomori/parsers';
import { evaluateCode } from '@kumomori/parsers';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { readResources, resourceSet } from './evaluate-checks.ts';
import { locateTarget, openTarget } from './targets.ts';

export interface DriftCodeOptions {
  readonly code: string;
  readonly states: readonly string[];
  readonly cwd: string;
  readonly messages: Messages;
  readonly varFiles: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
  readonly workspace: string;
}

export interface DriftCode {
  readonly sides: readonly Side[];
  /** What a state says of a block of the code; null when there is none for it. */
  readonly stateNames: (declared: DeclaredResource) => readonly string[] | null;
  /** Null: no state belongs to the root of this block. */
  readonly isInState: (declared: DeclaredResource) => boolean | null;
  /** Blocks of the code that are in no state though their root has one; those that add to others too. */
  readonly ahead: readonly DeclaredResource[];
  /** The file that a path of this code means, as it is shown. */
  readonly shown: (path: string) => string;
  /** Absolute folders in which kumomori.yaml is looked for. */
  readonly folder: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What live accounts have counterparts of. */
const COMPARED: ReadonlySet<CodeKind> = new Set(['terraform', 'terraform-plan', 'cloudformation', 'arm', 'kubernetes']);

/** Throws AppErrors for a code folder or state that is none. */
export function readDriftCode(options: DriftCodeOptions): DriftCode {
  const { code, cwd, messages, variables, workspace } = options;
  const located = locateTarget(code, { cwd, messages });
  if (located.isSnapshot) throw new AppError('usage', { message: messages.drift.cli.codeIsSnapshot(code) });
  const target = openTarget(located, { cwd, messages, varFiles: options.varFiles, onRead: () => {}, alsoWithin: [] });
  const read = evaluateCode(target.disk.tree, {
    terraform: { workspace, variables, varFiles: target.variableFiles },
    cloudformation: { parameters: variables, parameterFiles: target.variableFiles.filter((path) => /\.(?:json|ya?ml)$/.test(path)) },
    secrets: false,
  });
  const { onlyFiles } = target;
  const isNamed = (root: EvaluatedRoot): boolean =>
    onlyFiles === null || onlyFiles.includes(root.dir) || root.resources.some(({ block }) => onlyFiles.includes(block.range.source.path));
  const roots = read.roots.filter((root) => COMPARED.has(root.kind) && isNamed(root));
  const inside = read.roots.filter(({ kind }) => kind === 'terraform-state');
  const given = options.states.map((file) => ({ file, root: readState(file, options) }));
  const states = [...given, ...inside.map((root) => ({ file: root.dir, root }))];
  if (roots.length === 0 && states.length === 0) throw new AppError('target-empty', { message: messages.drift.cli.noCode(code) });
  const joined = new JoinedCode(roots, states, { messages, report: (each) => diagnostics.push(each) });
  const diagnostics: Diagnostic[] = [];
  return {
    ...joined.result(diagnostics),
    shown: (path) => path,
    folder: located.folder,
    diagnostics: [...read.diagnostics, ...diagnostics, ...target.disk.diagnostics()],
  };
}

/** The state in a file that need not lie beside the code. */
function readState(file: string, { cwd, messages }: Pick<DriftCodeOptions, 'cwd' | 'messages'>): EvaluatedRoot {
  const located = locateTarget(file, { cwd, messages });
  const [name] = located.onlyFiles ?? [];
  if (name === undefined) throw new AppError('usage', { message: messages.drift.cli.noState(file) });
  const { disk } = openTarget(located, { cwd, messages, varFiles: [], onRead: () => {}, alsoWithin: [dirname(resolve(cwd, file))] });
  const { roots } = evaluateCode({ ...disk.tree, paths: [name] }, { secrets: false });
  const state = roots.find(({ kind }) => kind === 'terraform-state');
  if (!state) throw new AppError('usage', { message: messages.drift.cli.noState(file) });
  return state;
}

interface ReadState {
  readonly file: string;
  readonly root: EvaluatedRoot;
}

interface Joining {
  readonly messages: Messages;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Each state goes to the root it knows most of; what only the state knows is a side of its own. */
class JoinedCode {
  readonly #roots: readonly EvaluatedRoot[];
  readonly #states: readonly ReadState[];
  readonly #options: Joining;
  /** Roots that have a state. */
  readonly #stateOf = new Map<EvaluatedRoot, StateInstances>();

  constructor(roots: readonly EvaluatedRoot[], states: readonly ReadState[], options: Joining) {
    this.#roots = roots;
    this.#states = states;
    this.#options = options;
  }

  result(diagnostics: Diagnostic[]): Pick<DriftCode, 'sides' | 'stateNames' | 'isInState' | 'ahead'> {
    const report = (each: Diagnostic): void => void diagnostics.push(each);
    const leftovers: EvaluatedRoot[] = [];
    for (const { file, root } of this.#states) {
      const instances = stateInstances(root);
      const owner = this.#ownerOf(instances, root);
      if (owner) this.#stateOf.set(owner, new Map([...(this.#stateOf.get(owner) ?? []), ...instances]));
      else if (this.#roots.some(({ kind }) => kind === 'terraform'))
        report({
          severity: 'warning',
          file,
          line: null,
          column: null,
          code: 'state-unused',
          message: this.#options.messages.drift.diagnostics.stateUnused(file),
        });
      const known = new Set(owner?.resources.map(({ address }) => address));
      leftovers.push({ ...root, resources: root.resources.filter(({ mode, address }) => mode === 'managed' && !known.has(address)) });
    }
    const sides = [...this.#roots.map((root) => this.#side(root, report)), ...leftovers.map((root) => readSide(root, report))];
    const isStated = new Map<DeclaredResource, readonly string[]>();
    const isAhead = new Map<DeclaredResource, boolean>();
    for (const { root } of sides) {
      const state = this.#stateFor(root);
      for (const each of root.resources) {
        const known = root.kind === 'terraform-state' ? each : state?.get(each.address);
        if (known) isStated.set(each, namesInState(known));
        if (state || root.kind === 'terraform-state') isAhead.set(each, known === undefined);
      }
    }
    return {
      sides,
      stateNames: (declared) => isStated.get(declared) ?? null,
      isInState: (declared) => {
        const ahead = isAhead.get(declared);
        return ahead === undefined ? null : !ahead;
      },
      ahead: [...this.#stateOf].flatMap(([root, state]) =>
        root.resources.filter(({ mode, address, block }) => mode === 'managed' && !block.uncertain && !state.has(address)),
      ),
    };
  }

  #ownerOf(state: StateInstances, { dir }: EvaluatedRoot): EvaluatedRoot | null {
    const folder = dir.includes('/') ? dir.slice(0, dir.lastIndexOf('/')) : '';
    const owners = this.#roots
      .filter(({ kind }) => kind === 'terraform' || kind === 'terraform-plan')
      .map((root) => ({ root, known: knownBy(state, root), isBeside: root.dir === folder }))
      .filter(({ known }) => known > 0)
      .sort((one, other) => Number(other.isBeside) - Number(one.isBeside) || other.known - one.known);
    return owners[0]?.root ?? null;
  }

  #side(root: EvaluatedRoot, report: (diagnostic: Diagnostic) => void): Side {
    const state = this.#stateOf.get(root);
    return readSide(prepared(state ? withStateValues(root, state) : root) as EvaluatedRoot, report);
  }

  #stateFor({ kind, dir }: Side['root']): StateInstances | undefined {
    return [...this.#stateOf].find(([root]) => root.kind === kind && root.dir === dir)?.[1];
  }
}

/** A root with everything the model sees in it. */
export function readSide(root: EvaluatedRoot, report: (diagnostic: Diagnostic) => void): Side {
  const resources = readResources(root, resourceReaders, report);
  return sideOf(root, resourceSet(resources, root, resourceReaders), resourceReaders);
}
