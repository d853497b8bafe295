/** A sentence that parsers, model or engine say in English, and what it is in Japanese: made of the groups of the pattern. */
export type Phrase = readonly [pattern: RegExp, japanese: (...parts: string[]) => string];

/** Translates a sentence within a sentence. */
export type Translate = (sentence: string) => string;
