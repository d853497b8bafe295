/** Filters of lists that people keep, for themselves or for everybody. */
export { listViews, removeView, saveView } from './views.ts';
export type { SavedView } from './views.ts';
