/** Every route of the API. */
import type { RouteDefinition } from '../definition.ts';
import { checkRoutes } from './checks.ts';
import { eventRoutes } from './events.ts';
import { findingRoutes } from './findings.ts';
import { resourceRoutes } from './resources.ts';
import { sessionRoutes } from './session.ts';
import { sourceRoutes } from './sources.ts';
import { settingRoutes } from './settings.ts';
import { viewRoutes } from './views.ts';

export const routes: readonly RouteDefinition[] = [
  ...sessionRoutes,
  ...sourceRoutes,
  ...findingRoutes,
  ...resourceRoutes,
  ...checkRoutes,
  ...settingRoutes,
  ...viewRoutes,
  ...eventRoutes,
];
