/** A TARGET's manifests → roots. Everything applied as plain files is one root: policies and roles are found across folders. */
import type { DeclaredResource, Diagnostic } from '@kumomori/model';
import type { FileTree } from '../file-tree.ts';
import type { CodeEvaluation, CodeFile, DetectedInput, EvaluatedRoot } from '../format.ts';
import { declare } from './declare.ts';
import { chartOf, chartsOf } from './helm.ts';
import type { Files } from './kustomize/index.ts';
import { isKustomizationFile, kustomize } from './kustomize/index.ts';
import type { KubernetesObject } from './object.ts';
import type { ReadManifests } from './read-file.ts';
import { readManifests } from './read-file.ts';

/**
 * `inputs`: the files recognized as Kubernetes. Each kustomization that no other one uses is a root of its own; what belongs to one is not
 * judged as it lies there. O(text).
 */
export function evaluateKubernetes(tree: FileTree, inputs: readonly DetectedInput[]): CodeEvaluation {
  const { roots, files, diagnostics } = readManifestRoots(tree, inputs);
  return { roots: roots.map(rootOf).filter(({ resources }) => resources.length > 0), files, diagnostics };
}

/** Objects that are applied together. */
interface ManifestRoot {
  /** `''` for everything that is applied as plain files; else the folder of the kustomization. */
  readonly dir: string;
  readonly objects: readonly KubernetesObject[];
}

export interface ReadManifestRoots extends Omit<CodeEvaluation, 'roots'> {
  readonly roots: readonly ManifestRoot[];
}

/** The objects of a TARGET as they would be applied, before they become declared resources. O(text). */
export function readManifestRoots(tree: FileTree, inputs: readonly DetectedInput[]): ReadManifestRoots {
  const charts = chartsOf(inputs);
  const reader = new Reader(tree);
  const paths = inputs.flatMap(({ path, role }) => (role === 'code' && chartOf(path, charts) === null ? [path] : []));
  const { overlays, consumed, diagnostics } = kustomize(paths.filter(isKustomizationFile), reader);
  const plain = paths.filter((path) => !consumed.has(path)).flatMap((path) => reader.read(path).objects);
  return {
    roots: [{ dir: '', objects: plain }, ...overlays.map(({ folder, objects }) => ({ dir: folder.replace(/\/$/, ''), objects }))],
    files: reader.files,
    diagnostics: [...[...charts.values()].flatMap(({ diagnostic }) => diagnostic ?? []), ...reader.diagnostics, ...diagnostics],
  };
}

/** Folders (`overlays/production/`, '' for the TARGET) of kustomizations that ask for more than we read ourselves. */
export function kustomizationsBeyond(tree: FileTree): readonly string[] {
  const { overlays } = kustomize(tree.paths.filter(isKustomizationFile), new Reader(tree));
  return overlays.flatMap(({ folder, isWhole }) => (isWhole ? [] : [folder]));
}

/** Reads each file once. */
class Reader implements Files {
  readonly files = new Map<string, CodeFile>();
  readonly diagnostics: Diagnostic[] = [];
  readonly #tree: FileTree;
  readonly #paths: ReadonlySet<string>;
  readonly #reads = new Map<string, ReadManifests>();

  constructor(tree: FileTree) {
    this.#tree = tree;
    this.#paths = new Set(tree.paths);
  }

  read(path: string): ReadManifests {
    const known = this.#reads.get(path);
    if (known) return known;
    const manifests = readManifests(this.#tree, path);
    this.#reads.set(path, manifests);
    if (manifests.file) this.files.set(path, manifests.file);
    this.diagnostics.push(...manifests.diagnostics);
    return manifests;
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  text(path: string): string | null {
    if (!this.#paths.has(path)) return null;
    const file = this.#tree.read(path);
    return file.kind === 'text' ? file.text : null;
  }
}

function rootOf({ objects, dir }: ManifestRoot): EvaluatedRoot {
  const taken = new Map<string, number>();
  const resources: DeclaredResource[] = objects
    .filter(({ apiVersion }) => !apiVersion.startsWith('kustomize.config.k8s.io/'))
    .flatMap((object) => declare(object, dir, taken));
  return { kind: 'kubernetes', dir, resources, moduleCalls: [] };
}
