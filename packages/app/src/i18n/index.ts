/** The texts of the command line in every language. Texts of checks are with the checks. */
import type { Diagnostic, Language } from '@kumomori/model';
import type { Messages } from './messages.en.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';
import { diagnosticInJapanese, inJapanese } from './phrases.ja.ts';

export type { AdmissionSummaryCounts } from './admission.en.ts';
export type { Messages } from './messages.en.ts';
export { pathEdges, pathQueries } from './path-queries.en.ts';
export { pathEdgesJa, pathQueriesJa } from './path-queries.ja.ts';
export { pathReasonsJa, pathTitlesJa } from './path-words.ja.ts';

const catalogues: Readonly<Record<Language, Messages>> = { en, ja };

export function messagesIn(language: Language): Messages {
  return catalogues[language];
}

/** Why a value is unknown, as parsers and model say it in English. */
export function reasonIn(language: Language, reason: string): string {
  return language === 'ja' ? inJapanese(reason) : reason;
}

/** What parsers, model and engine report; what the application itself reports is in the user's language already. */
export function diagnosticIn(language: Language, diagnostic: Diagnostic): Diagnostic {
  return language === 'ja' ? { ...diagnostic, message: diagnosticInJapanese(diagnostic.code, diagnostic.message) } : diagnostic;
}
