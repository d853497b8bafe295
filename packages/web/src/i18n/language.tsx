/** The texts of the console in both languages: a text that is missing in one of them does not compile. */
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { en } from './en.ts';
import { ja } from './ja.ts';

export type Language = 'en' | 'ja';
export type Texts = typeof en;

const KEY = 'kumomori.language';
const catalogues: Readonly<Record<Language, Texts>> = { en, ja };

interface LanguageState {
  readonly language: Language;
  readonly texts: Texts;
  readonly setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageState | null>(null);

export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(KEY, language);
  }, [language]);
  // Calls that are made while this renders ask in the language that is shown.
  document.documentElement.lang = language;
  const value = useMemo(() => ({ language, texts: catalogues[language], setLanguage }), [language]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageState {
  const state = useContext(LanguageContext);
  if (!state) throw new Error('outside of the LanguageProvider');
  return state;
}

export function useTexts(): Texts {
  return useLanguage().texts;
}

function firstLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === 'en' || kept === 'ja') return kept;
  return navigator.language.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
