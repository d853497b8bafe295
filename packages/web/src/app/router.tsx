/** Path → page. Each page is a file of its own that is loaded when somebody opens it. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Empty } from '../ui/index.ts';
import { readExceptionSearch } from '../pages/exceptions/search.ts';
import { readFrameworkSearch } from '../pages/frameworks/search.ts';
import { readEntitySearch, readIncidentSearch } from '../pages/incidents/search.ts';
import { readSearch as readFindingSearch } from '../pages/findings/filter.ts';
import { readIdentitySearch } from '../pages/identity/search.ts';
import { readPathSearch } from '../pages/paths/search.ts';
import { readResourceSearch } from '../pages/resources/filter.ts';
import { readAuditSearch } from '../pages/audit/filter.ts';
import { readDeliverySearch } from '../pages/deliveries/filter.ts';
import { readSection } from '../pages/settings/sections.ts';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NoPage });

const pages = [
  createRoute({
    getParentRoute: () => root,
    path: '/findings',
    validateSearch: readFindingSearch,
    component: lazyRouteComponent(() => import('../pages/findings/list.tsx'), 'FindingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/findings/$id',
    component: lazyRouteComponent(() => import('../pages/findings/finding.tsx'), 'FindingPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exceptions',
    validateSearch: readExceptionSearch,
    component: lazyRouteComponent(() => import('../pages/exceptions/list.tsx'), 'ExceptionsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/incidents',
    validateSearch: readIncidentSearch,
    component: lazyRouteComponent(() => import('../pages/incidents/list.tsx'), 'IncidentsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/incidents/$id',
    component: lazyRouteComponent(() => import('../pages/incidents/incident.tsx'), 'IncidentPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/investigate',
    validateSearch: readEntitySearch,
    component: lazyRouteComponent(() => import('../pages/incidents/investigate.tsx'), 'InvestigatePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/readiness',
    component: lazyRouteComponent(() => import('../pages/incidents/readiness.tsx'), 'ReadinessPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/frameworks',
    component: lazyRouteComponent(() => import('../pages/frameworks/list.tsx'), 'FrameworksPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/frameworks/$id/$version',
    validateSearch: readFrameworkSearch,
    component: lazyRouteComponent(() => import('../pages/frameworks/framework.tsx'), 'FrameworkPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/resources',
    validateSearch: readResourceSearch,
    component: lazyRouteComponent(() => import('../pages/resources/list.tsx'), 'ResourcesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/resources/$id',
    component: lazyRouteComponent(() => import('../pages/resources/resource.tsx'), 'ResourcePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/paths',
    validateSearch: readPathSearch,
    component: lazyRouteComponent(() => import('../pages/paths/list.tsx'), 'PathsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exposure',
    component: lazyRouteComponent(() => import('../pages/exposure/list.tsx'), 'ExposurePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/identity',
    validateSearch: readIdentitySearch,
    component: lazyRouteComponent(() => import('../pages/identity/identity.tsx'), 'IdentityPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/code',
    component: lazyRouteComponent(() => import('../pages/code/code.tsx'), 'CodePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sources',
    validateSearch: ({ edit }) => (typeof edit === 'string' ? { edit } : {}) satisfies { edit?: string } as { readonly edit?: string },
    component: lazyRouteComponent(() => import('../pages/sources/list.tsx'), 'SourcesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/welcome',
    validateSearch: ({ source }) =>
      (typeof source === 'string' ? { source } : {}) satisfies { source?: string } as { readonly source?: string },
    component: lazyRouteComponent(() => import('../pages/welcome/welcome.tsx'), 'WelcomePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    validateSearch: readSection,
    component: lazyRouteComponent(() => import('../pages/settings/settings.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/deliveries',
    validateSearch: readDeliverySearch,
    component: lazyRouteComponent(() => import('../pages/deliveries/deliveries.tsx'), 'DeliveriesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/audit',
    validateSearch: readAuditSearch,
    component: lazyRouteComponent(() => import('../pages/audit/audit.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    component: lazyRouteComponent(() => import('../pages/account/account.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/users',
    component: lazyRouteComponent(() => import('../pages/users/people.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('../pages/overview/overview.tsx'), 'OverviewPage'),
  }),
];

export const router = createRouter({ routeTree: root.addChildren(pages), defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function NoPage() {
  return <Empty>{useTexts().shell.noPage}</Empty>;
}
