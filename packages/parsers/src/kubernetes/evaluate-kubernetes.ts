/** A TARGET's manifests → roots. Everything applied as plain files is one root: policies and roles are found across folders. */
import type { DeclaredResource, Diagnostic } from '@kumomori/model';
import type { FileTree } from '../file-tree.ts';
import type { CodeEvaluation, CodeFile, DetectedInput, EvaluatedRoot } from '../format.ts';
import { declare } from './declare.ts';
import { chartOf, chartsOf } from './helm.ts';
import type { KubernetesObject } from './object.ts';
import type { ReadManifests } from './read-file.ts';
import { readManifests } from './read-file.ts';

/** `inputs`: the files recognized as Kubernetes. O(text). */
export function evaluateKubernetes(tree: FileTree, inputs: readonly DetectedInput[]): CodeEvaluation {
  const charts = chartsOf(inputs);
  const files = new Map<string, CodeFile>();
  const diagnostics: Diagnostic[] = [...charts.values()].map(({ diagnostic }) => diagnostic);
  const reads = new Map<string, ReadManifests>();
  const read = (path: string): ReadManifests => {
    const known = reads.get(path);
    if (known) return known;
    const manifests = readManifests(tree, path);
    reads.set(path, manifests);
    if (manifests.file) files.set(path, manifests.file);
    diagnostics.push(...manifests.diagnostics);
    return manifests;
  };
  const plain = inputs.flatMap(({ path, role }) => (role === 'code' && chartOf(path, charts) === null ? read(path).objects : []));
  const root = rootOf(plain, '');
  return { roots: root.resources.length > 0 ? [root] : [], files, diagnostics };
}

function rootOf(objects: readonly KubernetesObject[], dir: string): EvaluatedRoot {
  const taken = new Map<string, number>();
  const resources: DeclaredResource[] = objects.flatMap((object) => declare(object, dir, taken));
  return { kind: 'kubernetes', dir, resources, moduleCalls: [] };
}
