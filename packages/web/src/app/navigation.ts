/**
 * The pages in the order of the menu, with what one must be allowed to do to see them. The list is complete: the menu shows those that the router knows.
 */
import type { Texts } from '../i18n/index.ts';

type GroupName = 'watch' | 'understand' | 'respond' | 'manage';

export interface NavigationItem {
  readonly path: string;
  readonly text: Exclude<keyof Texts['shell']['nav'], GroupName>;
  readonly permission: string;
}

export interface NavigationGroup {
  readonly title: GroupName;
  readonly items: readonly NavigationItem[];
}

export const navigation: readonly NavigationGroup[] = [
  {
    title: 'watch',
    items: [
      { path: '/', text: 'overview', permission: 'overview.read' },
      { path: '/findings', text: 'findings', permission: 'findings.read' },
      { path: '/resources', text: 'resources', permission: 'resources.read' },
      { path: '/frameworks', text: 'frameworks', permission: 'frameworks.read' },
    ],
  },
  {
    title: 'understand',
    items: [
      { path: '/paths', text: 'paths', permission: 'analysis.read' },
      { path: '/identity', text: 'identity', permission: 'analysis.read' },
      { path: '/exposure', text: 'exposure', permission: 'analysis.read' },
      { path: '/code', text: 'code', permission: 'analysis.read' },
    ],
  },
  {
    title: 'respond',
    items: [
      { path: '/incidents', text: 'incidents', permission: 'incidents.read' },
      { path: '/investigate', text: 'investigate', permission: 'incidents.read' },
      { path: '/readiness', text: 'readiness', permission: 'incidents.read' },
      { path: '/exceptions', text: 'exceptions', permission: 'exceptions.read' },
      { path: '/responses', text: 'responses', permission: 'incidents.read' },
    ],
  },
  {
    title: 'manage',
    items: [
      { path: '/sources', text: 'sources', permission: 'sources.read' },
      { path: '/users', text: 'users', permission: 'users.read' },
      { path: '/settings', text: 'settings', permission: 'settings.read' },
      { path: '/deliveries', text: 'deliveries', permission: 'notifications.read' },
      { path: '/audit', text: 'audit', permission: 'audit.read' },
    ],
  },
];
