/** What the clouds share: ordered rules, ways of stations, the judgement. Nothing here knows a cloud. */
export * from './first-match.ts';
export * from './judge.ts';
export * from './fronts.ts';
export * from './port-texts.ts';
