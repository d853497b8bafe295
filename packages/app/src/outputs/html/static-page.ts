/** A page without script that opens offline: one style, known by its hash, and no request to anywhere. */
import { createHash } from 'node:crypto';
import type { Language } from '@kumomori/model';
import { htmlDocument } from './document.ts';

export interface StaticPage {
  readonly language: Language;
  /** Plain text. */
  readonly title: string;
  readonly style: string;
  /** Lines of HTML within `<main>`. */
  readonly main: string;
}

export function staticPage({ language, title, style, main }: StaticPage): string {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return htmlDocument({ language, title, policy, style, body: `<main>\n${main}\n</main>` });
}
