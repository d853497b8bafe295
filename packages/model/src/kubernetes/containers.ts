/** How messages call a container. */
import { shown, which } from '../check/index.ts';
import type { AttrMap } from '../node.ts';
import type { Container } from './workload/pod/shape.ts';

export function labelOf(container: Container): string {
  return shown(() => container.label) ?? '?';
}

/**
 * The first annotation with a prefix whose value certainly matches; undefined when certainly none does. Annotations that are not known end
 * as unknown.
 */
export function annotationWith(annotations: AttrMap<string>, prefix: string, matches: (value: string) => boolean): string | undefined {
  const { known, complete } = annotations.keys();
  const ask = (key: string) => (): boolean => annotations.has(key) && matches(annotations.get(key) ?? '');
  const questions = Object.fromEntries(known.filter((key) => key.startsWith(prefix)).map((key) => [key, ask(key)]));
  // Asking for a key that is not there ends the evaluation when there may be more than are known.
  return which(complete ? questions : { ...questions, [prefix]: ask(prefix) });
}
