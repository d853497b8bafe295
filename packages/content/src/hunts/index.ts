/** Saved hunts over the event lake, in the order of their ids. */
import { awsCalls } from './aws-calls.ts';
import type { Hunt } from './hunt.ts';
import { otherSources } from './other-sources.ts';
import { people } from './people.ts';

export type { Hunt } from './hunt.ts';

export const hunts: readonly Hunt[] = [...awsCalls, ...people, ...otherSources].sort((a, b) => (a.id < b.id ? -1 : 1));
