/** The pages in the order of the menu, with what one must be allowed to do to see them. */
import type { Texts } from '../i18n/index.ts';

export interface NavigationItem {
  readonly path: string;
  readonly text: Exclude<keyof Texts['shell']['nav'], 'watch' | 'understand' | 'respond' | 'manage'>;
  readonly permission: string;
}

export interface NavigationGroup {
  readonly title: 'watch' | 'understand' | 'respond' | 'manage';
  readonly items: readonly NavigationItem[];
}

export const navigation: readonly NavigationGroup[] = [
  {
    title: 'watch',
    items: [{ path: '/findings', text: 'findings', permission: 'findings.read' }],
  },
  {
    title: 'manage',
    items: [{ path: '/sources', text: 'sources', permission: 'sources.read' }],
  },
];
