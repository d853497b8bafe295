/** The texts of the command line in every language. Texts of checks are with the checks. */
import type { Language } from '@kumomori/model';
import type { Messages } from './messages.en.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

export type { Messages } from './messages.en.ts';

const catalogues: Readonly<Record<Language, Messages>> = { en, ja };

export function messagesIn(language: Language): Messages {
  return catalogues[language];
}
