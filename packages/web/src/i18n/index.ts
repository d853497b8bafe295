/** The texts of the console, and how its languages write numbers and times. */
export { LanguageProvider, useLanguage, useTexts } from './language.tsx';
export type { Language, Texts } from './language.tsx';
export { useFormats } from './format.ts';
export type { Formats } from './format.ts';
