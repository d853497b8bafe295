/** Suppressions that are written as annotations, as the comments that they stand for. */
import type { Comment } from '../format.ts';
import type { KubernetesObject } from './object.ts';
import { entryOf } from './object.ts';

/**
 * `checkov.io/skip1: CKV_K8S_1=reason` and `kumomori.io/ignore: CHECK_ID reason="…"` (with any suffix, to have several). They stand
 * inside of the object, and so speak about all of it.
 */
export function annotationComments(object: KubernetesObject): readonly Comment[] {
  const annotations = entryOf(object.value, 'metadata', 'annotations');
  if (annotations?.kind !== 'map') return [];
  return [...annotations.entries].flatMap(([key, value]): readonly Comment[] => {
    if (value.kind !== 'string' || !value.range || value.range.source !== object.range.source) return [];
    const text = directiveOf(key, value.value);
    return text === null ? [] : [{ start: value.range.start, end: value.range.end, text }];
  });
}

function directiveOf(key: string, value: string): string | null {
  if (/^checkov\.io\/skip\d*$/.test(key)) {
    const at = value.indexOf('=');
    return at === -1 ? ` checkov:skip=${value.trim()}` : ` checkov:skip=${value.slice(0, at).trim()}:${value.slice(at + 1)}`;
  }
  return /^kumomori\.io\/ignore[\w.-]*$/.test(key) ? ` kumomori:ignore ${value}` : null;
}
