import type { Language } from '@kumomori/model';
import { en } from './messages.en.ts';
import type { Messages } from './messages.en.ts';
import { ja } from './messages.ja.ts';

const catalogue: Readonly<Record<Language, Messages>> = { en, ja };

export function messagesFor(language: Language): Messages {
  return catalogue[language];
}
