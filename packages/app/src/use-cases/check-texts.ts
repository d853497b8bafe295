/** A check of the catalogue as people read it, in both languages. */
import type { Text } from '@kumomori/model';
import { productCatalogue } from '../catalogue/index.ts';

export interface CheckTexts {
  readonly id: string;
  readonly title: Text;
  readonly why: Text;
  readonly references: readonly string[];
}

/** Null when there is no such check; aliases count. */
export function checkTexts(id: string): CheckTexts | null {
  const [entry] = productCatalogue().find(id);
  if (!entry) return null;
  const { title, why, references } = entry.check;
  return { id: entry.id, title: { ...title }, why: { ...why }, references };
}
