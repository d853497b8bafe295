/** Kubernetes manifests and kustomizations: mutated examples, and random overlays over random objects. */
import { parseAllDocuments } from 'yaml';
import type { Random } from '../../bench/estate/random.ts';
import { mutateBytes, mutateTokens } from './mutate.ts';
import type { Files } from './programs.ts';
import { exampleTexts } from './seeds.ts';
import { mutateTree, printJson, printYaml, treeOf } from './trees.ts';

const FOLDER = 'manifests/';

const KINDS = ['apps/v1/Deployment', 'v1/Pod', 'batch/v1/CronJob', 'v1/Service', 'v1/List', 'example.com/v1/Thing', 'v1/ConfigMap'];
const LEAVES = ['0', 'true', 'null', '""', 'a', '[]', '{}', '[a, {name: a}]', '&x {name: a}', '*x', '"{{ .Values.a }}"', '1e9', '"é😀"'];
const FIELDS =
  'name namespace labels annotations spec template metadata containers securityContext env ports items $patch hostPath rules verbs'.split(
    ' ',
  );
const SETTINGS = [
  'namespace: a',
  'namePrefix: a-',
  'nameSuffix: -a',
  'commonLabels: {a: b}',
  'labels: [{pairs: {a: b}, includeSelectors: true}]',
  'images: [{name: a, newTag: b}]',
  'configMapGenerator: [{name: a, literals: [a=b, c], files: [base/all.yaml], envs: [x]}]',
  'patches: [{path: patch.yaml}, {patch: "- {op: add, path: /spec/a/-, value: 1}", target: {kind: Deployment}}]',
  'patches: [{patch: "- {op: move, from: /spec, path: /metadata/spec}", target: {name: ".*"}}]',
  'patchesStrategicMerge: [patch.yaml]',
  'resources: [base, ., ../manifests, all.yaml, https://example.com/a, missing]',
  'components: [base]',
];

/** One file, or a small tree of overlays. */
export function manifests(random: Random): Files {
  if (random.chance(0.5)) {
    const [text, other] = [random.pick(exampleTexts('kubernetes')), random.pick(exampleTexts('kubernetes'))];
    const mutated = random.chance(0.4)
      ? edited(text, random)
      : random.chance(0.5)
        ? mutateBytes(text, other, random)
        : mutateTokens(text, random);
    return new Map([[`${FOLDER}all.yaml`, mutated]]);
  }
  const objects = Array.from({ length: 3 }, () => object(random)).join('---\n');
  const files = new Map([
    [`${FOLDER}kustomization.yaml`, settings(random)],
    [`${FOLDER}base/kustomization.yaml`, `${random.chance(0.2) ? 'kind: Component\n' : ''}resources: [all.yaml]\n${settings(random)}`],
    [`${FOLDER}base/all.yaml`, objects],
    [`${FOLDER}all.yaml`, object(random)],
    [`${FOLDER}patch.yaml`, object(random)],
  ]);
  return random.chance(0.2) ? new Map([...files].map(([path, text]) => [path, mutateTokens(text, random)])) : files;
}

function settings(random: Random): string {
  return Array.from({ length: 4 }, () => random.pick(SETTINGS)).join('\n');
}

function object(random: Random): string {
  const [, apiVersion = 'v1', kind = 'Pod'] = /^(.*)\/(\w+)$/.exec(random.pick(KINDS)) ?? [];
  const body = (depth: number): string => {
    if (depth === 0 || random.chance(0.3)) return random.pick(LEAVES);
    const inner = Array.from({ length: 3 }, () => `${random.pick(FIELDS)}: ${body(depth - 1)}`).join(', ');
    return random.chance(0.3) ? `[{${inner}}]` : `{${inner}}`;
  };
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${random.pick(['a', 'b'])}}\nspec: ${body(5)}\nitems: ${body(2)}\n`;
}

function edited(text: string, random: Random): string {
  return parseAllDocuments(text, { merge: true })
    .map((document) => {
      const tree = mutateTree(treeOf(document.toJS()), [...LEAVES, 'apps/v1', 'Pod', 'List', 'ALL', 'Localhost', '0.0.0.0/0'], random);
      return random.chance(0.5) ? printJson(tree) : printYaml(tree, random);
    })
    .join('\n---\n');
}
