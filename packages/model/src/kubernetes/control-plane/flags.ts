/** Command-line flags of Kubernetes' own programs, as static pods and other workloads start them. */
import type { BlockReader, ReaderContext } from '../../code/index.ts';
import { lackOf } from '../by-namespace.ts';
import type { Program } from './program.ts';
import { configures, isClusterConfiguration, kubeadmFlags } from './kubeadm.ts';
import type { Leaf, ListNode, MapNode } from '../../node.ts';
import { explicit, list, unresolved } from '../../node.ts';

/** Objects that may run a program of the control plane. */
export const WORKLOADS: readonly string[] = ['Pod', 'apps/Deployment', 'apps/DaemonSet', 'apps/StatefulSet', 'apps/ReplicaSet'];

/** The container that runs a program: its command says so, or, when it has none, its image. */
export function containerOf(object: BlockReader, program: Program): BlockReader | undefined {
  const containers = object.block('podTemplate').block('spec').blocks('containers').readers;
  return containers.find((container) => runs(container, program));
}

function runs(container: BlockReader, program: Program): boolean {
  const words = wordsOf(container).map(({ node }) => node.value ?? '');
  if (baseName(words[0] ?? '') === program) return true;
  // A shell line.
  if (words.some((word) => word.includes(' ') && word.split(/\s+/).some((part) => baseName(part) === program) && /\s--?[a-z]/.test(word)))
    return true;
  const image = container.string('image').value ?? '';
  return words.every((word) => word.startsWith('-')) && baseName(image.replace(/[@:][^/]*$/, '')) === program;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function wordsOf(container: BlockReader): readonly { readonly node: Leaf<string> }[] {
  return [...container.strings('command').items, ...container.strings('args').items] as readonly { readonly node: Leaf<string> }[]; // lists of strings hold leaves
}

/**
 * Flag → its value, `true` for one without; of a flag that is given twice the last. A shell line (`/bin/sh -c "kube-apiserver --x"`) is
 * split at blanks.
 */
export function flagsOf(container: BlockReader): MapNode<string> {
  const entries = new Map<string, Leaf<string>>();
  const words = wordsOf(container).flatMap(({ node }) => splitLine(node));
  for (const [index, word] of words.entries()) {
    const text = word.value;
    if (text === undefined || !/^--?[a-z]/i.test(text)) continue;
    const [flag = '', ...value] = text.replace(/^--?/, '').split('=');
    const next = words[index + 1];
    const follows = value.length === 0 && next?.value !== undefined && !next.value.startsWith('-') ? next.value : 'true';
    entries.set(flag, explicit(value.length === 0 ? follows : unquoted(value.join('=')), word.place));
  }
  const rest = container.strings('command').rest ?? container.strings('args').rest;
  const hidden = words.find(({ state }) => state === 'unresolved');
  return {
    node: 'map',
    entries,
    rest: rest ?? (hidden ? unresolved(hidden.reason ?? { code: 'computed', detail: 'an argument is not known' }, hidden.place) : null),
    place: container.place,
  };
}

/** True for a workload that runs the program, and for a kubeadm configuration that sets it up. */
export function runsProgram(object: BlockReader, program: Exclude<Program, 'kubelet'>): boolean {
  return configures(object, program) || containerOf(object, program) !== undefined;
}

export function programFlags(object: BlockReader, program: Exclude<Program, 'kubelet'>): MapNode<string> {
  return isClusterConfiguration(object) ? kubeadmFlags(object, program) : flagsOf(containerOf(object, program) ?? object);
}

/** The values that a flag has wherever the code runs a program. O(workloads). */
export function flagValues(
  flag: string,
  program: Program,
  { object, context }: { readonly object: BlockReader; readonly context: ReaderContext },
): ListNode<string> {
  const workloads = WORKLOADS.flatMap((type) => context.all(type));
  const containers = workloads.flatMap((each) => containerOf(each, program) ?? []);
  const values = containers.flatMap((container) => flagsOf(container).entries.get(flag) ?? []);
  return list<string>(values, object.place, lackOf(workloads));
}

function splitLine(word: Leaf<string>): readonly Leaf<string>[] {
  if (word.value === undefined || !/\s--?[a-z]/i.test(word.value)) return [word];
  return word.value.split(/\s+/).map((part) => explicit(part, word.place));
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}
