/** What has to be known before the fix of a check is applied. */
import type { CatalogueEntry, Caution, Language } from '@kumomori/model';
import { cautionTexts } from '@kumomori/model';

export interface ToldCaution {
  readonly id: Caution;
  readonly text: string;
}

/** None for a check that is not known any more. */
export function cautionsOf(entry: CatalogueEntry | undefined, language: Language): readonly ToldCaution[] {
  return (entry?.check.fix.cautions ?? []).map((id) => ({ id, text: cautionTexts[id][language] }));
}
