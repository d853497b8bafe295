/** Texts with a part that is unknown before the code is applied: HOLE stands in its place (see PolicyDocumentInput). */
import { HOLE } from '@kumomori/model';

export function hasHole(text: string): boolean {
  return text.includes(HOLE);
}
