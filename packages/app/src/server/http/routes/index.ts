/** Every route of the API. */
import type { RouteDefinition } from '../definition.ts';
import { accountRoutes } from './account.ts';
import { analysisRoutes } from './analysis.ts';
import { auditRoutes } from './audit.ts';
import { checkRoutes } from './checks.ts';
import { eventRoutes } from './events.ts';
import { exceptionRoutes } from './exceptions.ts';
import { exceptionRuleRoutes } from './exception-rules.ts';
import { findingRoutes } from './findings.ts';
import { firstStepRoutes } from './first-steps.ts';
import { frameworkRoutes } from './frameworks.ts';
import { incidentRoutes } from './incidents.ts';
import { overviewRoutes } from './overview.ts';
import { resourceRoutes } from './resources.ts';
import { metricsRoute } from './metrics.ts';
import { peopleRoutes } from './people.ts';
import { sessionRoutes } from './session.ts';
import { sourceRoutes } from './sources.ts';
import { settingRoutes } from './settings.ts';
import { viewRoutes } from './views.ts';

export const routes: readonly RouteDefinition[] = [
  ...sessionRoutes,
  ...accountRoutes,
  ...peopleRoutes,
  ...sourceRoutes,
  ...findingRoutes,
  ...firstStepRoutes,
  ...overviewRoutes,
  ...resourceRoutes,
  ...analysisRoutes,
  ...frameworkRoutes,
  ...incidentRoutes,
  ...auditRoutes,
  ...checkRoutes,
  ...exceptionRoutes,
  ...exceptionRuleRoutes,
  ...settingRoutes,
  ...viewRoutes,
  ...eventRoutes,
  metricsRoute,
];

export { metricsRoute };
