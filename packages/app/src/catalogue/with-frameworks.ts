import type { Framework } from '@kumomori/model';
import type { Catalogue } from './catalogue.ts';
import { controlsByCheck } from './controls.ts';

/** The catalogue with further frameworks; everything else stays as it is. */
export function withFrameworks(catalogue: Catalogue, more: readonly Framework[]): Catalogue {
  if (more.length === 0) return catalogue;
  const frameworks = [...catalogue.frameworks, ...more];
  let added: ReturnType<typeof controlsByCheck> | null = null;
  return {
    ...catalogue,
    frameworks,
    controlsOf(checkId) {
      added ??= controlsByCheck(more, catalogue.idOf);
      return [...catalogue.controlsOf(checkId), ...(added.get(checkId) ?? [])];
    },
  };
}
