/** Tags that would take a call for each of very many things, and that nobody asks for. */
import { Missing } from '../../live/index.ts';

/** Stands for them in `Tags`: such things are not judged by their tags, which would say nothing about any. */
export const unaskedTags = new Missing('their tags are not asked for one by one');
