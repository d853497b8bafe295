/** Suppressions that other scanners read from a resource's metadata, as the comments they stand for. */
import type { Value } from '@kumomori/model';
import type { Comment } from '../format.ts';
import type { Draft } from './draft.ts';
import { textOf } from './parameters.ts';

/**
 * `checkov: { skip: [{ id, comment }] }`, `cfn_nag: { rules_to_suppress: [{ id, reason }] }` and `guard: { SuppressedRules: [...] }`, each as a
 * comment at its own place inside the resource.
 */
export function suppressionsOf({ settings, range }: Draft): readonly Comment[] {
  const metadata = settings.entries.get('Metadata');
  const found = [
    ...listIn(metadata, 'checkov', 'skip').map((entry) => said(entry, 'comment')),
    ...listIn(metadata, 'cfn_nag', 'rules_to_suppress').map((entry) => said(entry, 'reason')),
    ...listIn(metadata, 'guard', 'SuppressedRules').map((entry) => ({ id: textOf(entry), reason: null, entry })),
  ];
  return found.flatMap(({ id, reason, entry }) => {
    // A comment outside of the resource would speak about another one.
    if (id === null || entry.range === null || entry.range.source !== range.source || !contains(range, entry.range)) return [];
    const { start, end } = entry.range;
    return [{ start, end, text: ` checkov:skip=${id}${reason === null ? '' : `:${reason.replaceAll(/\s+/g, ' ')}`}` }];
  });
}

function said(entry: Value, reasonName: string): { readonly id: string | null; readonly reason: string | null; readonly entry: Value } {
  const member = (name: string): string | null => (entry.kind === 'map' ? textOf(entry.entries.get(name)) : null);
  return { id: member('id'), reason: member(reasonName), entry };
}

function listIn(metadata: Value | undefined, tool: string, name: string): readonly Value[] {
  const settings = metadata?.kind === 'map' ? metadata.entries.get(tool) : undefined;
  const entries = settings?.kind === 'map' ? settings.entries.get(name) : undefined;
  return entries?.kind === 'list' ? entries.items : [];
}

function contains(
  outer: { readonly start: number; readonly end: number },
  inner: { readonly start: number; readonly end: number },
): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
